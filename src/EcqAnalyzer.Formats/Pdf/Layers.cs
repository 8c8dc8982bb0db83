using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Letters of a page, from one index to before another, that show only while layers of the file are on.</summary>
internal sealed record LayeredText(int Start, int End, Layer Layer);

/// <summary>The layers that a stretch of a page hangs on: one at least must be on, or all.</summary>
internal sealed record Layer(List<IndirectReference> Groups, bool NeedsAll)
{
    private const int MostGroups = 100;

    /// <summary>From what a drawing says under "optional content": a group, or a dictionary that names several.</summary>
    public static Layer? Find(IToken? layer, IPdfTokenScanner scanner)
    {
        if (layer is null || !DirectObjectFinder.TryGet<DictionaryToken>(layer, scanner, out var dictionary))
        {
            return null;
        }

        if (!dictionary.TryGet(NameToken.Create("OCGs"), out var groups))
        {
            return layer is IndirectReferenceToken group ? new Layer([group.Data], NeedsAll: false) : null;
        }

        List<IndirectReference> named = groups is IndirectReferenceToken one && !DirectObjectFinder.TryGet<ArrayToken>(one, scanner, out _)
            ? [one.Data]
            : DirectObjectFinder.TryGet<ArrayToken>(groups, scanner, out var array)
                ? [.. array.Data.Take(MostGroups).OfType<IndirectReferenceToken>().Select(item => item.Data)]
                : [];
        var policy = dictionary.TryGet(NameToken.P, out var token) ? (token as NameToken)?.Data : null;
        return named.Count > 0 && policy is null or "AnyOn" or "AllOn" ? new Layer(named, policy == "AllOn") : null;
    }
}

/// <summary>Which layers of a file are off as it opens.</summary>
internal sealed class Layers
{
    private readonly HashSet<IndirectReference> _named = [];
    private readonly bool _namedAreOn;

    public Layers(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (Dictionary(document, catalog, "OCProperties") is not { } properties || Dictionary(document, properties, "D") is not { } state)
        {
            return;
        }

        _namedAreOn = state.TryGet(NameToken.Create("BaseState"), out var token) && token is NameToken { Data: "OFF" };
        if (state.TryGet(NameToken.Create(_namedAreOn ? "ON" : "OFF"), out var named) && Resolve(document, named) is ArrayToken array)
        {
            _named.UnionWith(array.Data.OfType<IndirectReferenceToken>().Select(item => item.Data));
        }
    }

    /// <summary>Takes from a page what is not shown.</summary>
    public void Apply(PageContent page)
    {
        var kept = page.Glyphs.Count;
        foreach (var (start, end, _) in page.Layered.FindAll(text => !IsShown(text.Layer)))
        {
            for (var i = start; i < end && i < kept; i++)
            {
                page.Unseen += page.Glyphs[i] is { IsBlank: false, Angle: not Hidden } ? 1 : 0;
                page.Glyphs[i] = page.Glyphs[i] with { Angle = Hidden };
            }
        }

        page.Glyphs.RemoveAll(glyph => glyph.Angle == Hidden);
    }

    /// <summary>Set on letters on their way out, since their indices must hold until all are found.</summary>
    private const int Hidden = int.MinValue;

    private bool IsShown(Layer layer) => layer.NeedsAll ? layer.Groups.TrueForAll(IsOn) : layer.Groups.Exists(IsOn);

    private bool IsOn(IndirectReference group) => _named.Contains(group) == _namedAreOn;

    private static DictionaryToken? Dictionary(PdfDocument document, DictionaryToken parent, string name) =>
        parent.TryGet(NameToken.Create(name), out var token) ? Resolve(document, token) as DictionaryToken : null;

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
