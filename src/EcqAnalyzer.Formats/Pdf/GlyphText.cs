using System.Text;
using UglyToad.PdfPig.PdfFonts;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What a glyph says: ligatures as letters, signs of symbol fonts as the signs that a reader sees, and whether the font
/// tells at all.</summary>
internal readonly record struct GlyphText(string Text, GlyphTraits Traits)
{
    public static GlyphText Of(string unicode, IFont font, int code, GlyphNames? names)
    {
        if (unicode.Length == 1 && char.IsControl(unicode[0]) && names?.Find(font, code) is { } letters)
        {
            unicode = letters;
        }

        if (unicode.Length == 1 && unicode[0] is >= ' ' and < '\x7f' && !IsSymbolFont(font))
        {
            return new GlyphText(unicode, font.TryGetUnicode(code, out var known) && known is not null
                ? GlyphTraits.None
                : GlyphTraits.Unmapped);
        }

        return IsSymbolFont(font) && SymbolSigns.Find(unicode) is { } sign
            ? new GlyphText(sign, GlyphTraits.Symbol)
            : Clean(unicode, font, code);
    }

    private static GlyphText Clean(string unicode, IFont font, int code)
    {
        var text = new StringBuilder(unicode.Length);
        var unmapped = !font.TryGetUnicode(code, out var known) || known is null;
        for (var i = 0; i < unicode.Length; i++)
        {
            var letter = unicode[i];
            if (char.IsSurrogate(letter))
            {
                var isPair = char.IsHighSurrogate(letter) && i + 1 < unicode.Length && char.IsLowSurrogate(unicode[i + 1]);
                text.Append(isPair ? unicode.AsSpan(i++, 2) : "\ufffd");
            }
            else if (letter is >= '\ue000' and <= '\uf8ff')
            {
                text.Append(SymbolSigns.Find(letter.ToString()) ?? letter.ToString());
            }
            else if (Ligatures.Expand(letter) is { } letters)
            {
                text.Append(letters);
            }
            else if (letter is '\t' or '\n' or '\r' or '\u00a0' or '\u2028' or '\u2029')
            {
                text.Append(' ');
            }
            else if (!char.IsControl(letter))
            {
                text.Append(letter);
            }
            else
            {
                text.Append('\ufffd');
                unmapped = true;
            }
        }

        return new GlyphText(text.ToString(), unmapped ? GlyphTraits.Unmapped : GlyphTraits.None);
    }

    private static bool IsSymbolFont(IFont font) =>
        font.Name?.Data is { } name
        && (name.Contains("Wingdings", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Dingbat", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("SymbolMT", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("Symbol", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The joined letters of Unicode and what they are joined from.</summary>
internal static class Ligatures
{
    public static string? Expand(char letter) => letter switch
    {
        '\ufb00' => "ff",
        '\ufb01' => "fi",
        '\ufb02' => "fl",
        '\ufb03' => "ffi",
        '\ufb04' => "ffl",
        '\ufb05' => "st",
        '\ufb06' => "st",
        _ => null,
    };
}

/// <summary>Signs that symbol fonts keep under other codes: those used as bullets, ticks and arrows.</summary>
internal static class SymbolSigns
{
    /// <summary>The sign for a character of such a font, given as a letter or in the private-use area; null where not one of
    /// those that matter in a draft.</summary>
    public static string? Find(string character)
    {
        if (character.Length != 1)
        {
            return null;
        }

        var code = character[0] is >= '\uf000' and <= '\uf0ff' ? character[0] - 0xf000 : character[0];
        return code switch
        {
            0xb7 or 0x6c or 0x9f or 0x76 or 0x77 or 0x73 or 0x2022 => "•",
            0xa7 or 0x6e or 0xa8 or 0x71 or 0x6f or 0x70 => "▪",
            0xd8 or 0xe0 or 0xe8 or 0xf0 or 0xdc => "➢",
            0xfc or 0xfe or 0x33 or 0x34 => "✓",
            0xfb or 0xfd => "✗",
            0x20 or 0xa0 => " ",
            _ => null,
        };
    }
}
