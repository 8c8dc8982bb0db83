using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.CompactFontFormat;
using UglyToad.PdfPig.Fonts.Type1.Parser;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What the embedded program of a font calls its glyphs, for codes that the file gives no letter for: "fi" and "fl" above
/// all, which some programs number from one. A program is opened when a code asks for it.</summary>
internal sealed class GlyphNames(IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    private const int StackDepth = 50;

    private readonly Dictionary<IFont, DictionaryToken> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IFont, IReadOnlyDictionary<int, string>> _names = new(ReferenceEqualityComparer.Instance);

    public void Know(IFont font, DictionaryToken dictionary) => _fonts.TryAdd(font, dictionary);

    /// <summary>The letters of a code; null where the font's own program does not tell either.</summary>
    public string? Find(IFont font, int code)
    {
        if (!_fonts.TryGetValue(font, out var dictionary))
        {
            return null;
        }

        if (!_names.TryGetValue(font, out var names))
        {
            _names[font] = names = Read(dictionary);
        }

        return names.TryGetValue(code, out var name) ? Letters(name) : null;
    }

    private static string? Letters(string name)
    {
        var letters = GlyphList.AdobeGlyphList.NameToUnicode(name);
        return string.IsNullOrEmpty(letters) || char.IsControl(letters[0]) ? null : letters;
    }

    private IReadOnlyDictionary<int, string> Read(DictionaryToken font)
    {
        try
        {
            return Find<DictionaryToken>(font, NameToken.FontDescriptor) is { } descriptor
                ? (ReadCompact(descriptor) ?? ReadType1(descriptor) ?? Nothing)
                : Nothing;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Nothing;
        }
    }

    private static IReadOnlyDictionary<int, string> Nothing { get; } = new Dictionary<int, string>();

    private IReadOnlyDictionary<int, string>? ReadCompact(DictionaryToken descriptor)
    {
        if (Find<StreamToken>(descriptor, NameToken.FontFile3) is not { } program)
        {
            return null;
        }

        var bytes = program.Decode(filters, scanner);
        return CompactFontFormatParser.Parse(new CompactFontFormatData(bytes)).FirstFont.Encoding?.CodeToNameMap;
    }

    private IReadOnlyDictionary<int, string>? ReadType1(DictionaryToken descriptor) =>
        Find<StreamToken>(descriptor, NameToken.FontFile) is { } program
        && Find<NumericToken>(program.StreamDictionary, NameToken.Length1) is { } clear
        && Find<NumericToken>(program.StreamDictionary, NameToken.Length2) is { } hidden
            ? Type1FontParser.Parse(
                new MemoryInputBytes(program.Decode(filters, scanner)), clear.Int, hidden.Int, new StackDepthGuard(StackDepth)).Encoding
            : null;

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) && DirectObjectFinder.TryGet<T>(token, scanner, out var found) ? found : null;
}
