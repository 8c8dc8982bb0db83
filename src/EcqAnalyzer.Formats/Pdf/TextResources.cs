using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Lets through to the library what text needs and nothing else: a bad colour space, pattern or shading would make it throw the
/// whole page away, and so would one bad font among ten.
/// </summary>
internal sealed class TextResources(IResourceStore inner, IPdfTokenScanner scanner, GlyphNames names) : IResourceStore
{
    private static readonly NameToken[] NotText =
        [NameToken.ColorSpace, NameToken.Pattern, NameToken.Shading];

    private readonly Stack<DictionaryToken> _fonts = new();
    private readonly Stack<DictionaryToken> _properties = new();

    public GlyphNames Names => names;

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        _fonts.Push(Table(resourceDictionary, NameToken.Font));
        _properties.Push(Table(resourceDictionary, NameToken.Properties));
        foreach (var name in NotText)
        {
            resourceDictionary = resourceDictionary.Without(name);
        }

        try
        {
            inner.LoadResourceDictionary(resourceDictionary);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Tables that the failed call may have left behind stay: they lie below, where only a missing name finds them.
            inner.LoadResourceDictionary(WithoutBadParts(resourceDictionary));
        }
    }

    public void UnloadResourceDictionary()
    {
        _fonts.TryPop(out _);
        _properties.TryPop(out _);
        inner.UnloadResourceDictionary();
    }

    /// <summary>The layer that a drawing calls by a name.</summary>
    public Layer? FindLayer(NameToken name)
    {
        foreach (var properties in _properties)
        {
            if (properties.TryGet(name, out var layer))
            {
                return Layer.Find(layer, scanner);
            }
        }

        return null;
    }

    private DictionaryToken Table(DictionaryToken resources, NameToken name) =>
        resources.TryGet(name, out var token) && DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var table)
            ? table
            : DictionaryToken.Empty;

    public IFont? GetFont(NameToken name)
    {
        var font = inner.GetFont(name);
        if (font is not null)
        {
            foreach (var fonts in _fonts)
            {
                if (fonts.TryGet(name, out var token) && DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var dictionary))
                {
                    names.Know(font, dictionary);
                    break;
                }
            }
        }

        return font;
    }

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) =>
        inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) =>
        inner.GetExtendedGraphicsStateDictionary(name);

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => inner.GetFontDirectly(fontReferenceToken);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) =>
        inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) =>
        inner.GetDeviceColorSpaceDetails(ColorSpace.DeviceGray);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace colorSpace) => inner.GetDeviceColorSpaceDetails(colorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) =>
        inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    private DictionaryToken WithoutBadParts(DictionaryToken resources)
    {
        var good = DictionaryToken.Empty;
        foreach (var (key, value) in resources.Data)
        {
            if (key == NameToken.Font.Data && DirectObjectFinder.TryGet<DictionaryToken>(value, scanner, out var fonts))
            {
                good = good.With(key, GoodFonts(fonts));
            }
            else if (Loads(DictionaryToken.Empty.With(key, value)))
            {
                good = good.With(key, value);
            }
        }

        return good;
    }

    private DictionaryToken GoodFonts(DictionaryToken fonts)
    {
        var good = DictionaryToken.Empty;
        foreach (var (name, font) in fonts.Data)
        {
            if (Loads(DictionaryToken.Empty.With(NameToken.Font, DictionaryToken.Empty.With(name, font))))
            {
                good = good.With(name, font);
            }
        }

        return good;
    }

    private bool Loads(DictionaryToken part)
    {
        try
        {
            inner.LoadResourceDictionary(part);
            inner.UnloadResourceDictionary();
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return false;
        }
    }
}
