namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// What the signs of the old symbol fonts are in Unicode. Word writes them as <c>w:sym</c> with a font and a code, or as
/// private-use characters U+F020 to U+F0FF in plain text; shown in any other font they are an empty box.
/// </summary>
internal static class WordSymbols
{
    private const char PrivateFirst = '\uF020';
    private const char PrivateLast = '\uF0FF';

    // The Symbol font from 0x20 and from 0xA0, in its own order; a space where the sign is only a piece of a larger one.
    private const string SymbolLow =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private const string SymbolHigh =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… ⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ";

    /// <summary>The character of a <c>w:sym</c>: its code is either a sign of a symbol font or a plain character.</summary>
    public static char Of(string? font, string? code)
    {
        if (!int.TryParse(code, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value)
            || value is < ' ' or > char.MaxValue || char.IsSurrogate((char)value))
        {
            return '\uFFFD';
        }

        return IsSymbolFont(font) || (char)value is >= PrivateFirst and <= PrivateLast
            ? Sign(font, value & 0xFF, (char)value)
            : (char)value;
    }

    /// <summary>A character of plain text: signs of symbol fonts become what they show, all others stay.</summary>
    public static char Plain(char typed, string? font) =>
        typed is >= PrivateFirst and <= PrivateLast ? Sign(font, typed & 0xFF, typed) : typed;

    private static bool IsSymbolFont(string? font) => font is not null
        && (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase)
            || font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
            || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase));

    private static char Sign(string? font, int code, char otherwise)
    {
        var sign = font?.ToLowerInvariant() switch
        {
            "wingdings" => Wingdings(code),
            "wingdings 2" => Wingdings2(code),
            "webdings" => Webdings(code),
            "symbol" => Symbol(code),
            // No font is named, or one that has nothing at these places: bullets are what such files mean.
            _ => Wingdings(code) ?? Symbol(code),
        };
        return sign ?? otherwise;
    }

    private static char? Symbol(int code) => code switch
    {
        >= 0x20 and < 0x7F => SymbolLow[code - 0x20],
        >= 0xA0 and <= 0xFF => SymbolHigh[code - 0xA0],
        _ => null,
    };

    private static char? Wingdings(int code) => code switch
    {
        0x22 => '✂',
        0x28 => '☎',
        0x29 => '✆',
        0x2A => '✉',
        0x46 => '☞',
        0x4A => '☺',
        0x4C => '☹',
        0x6C => '●',
        0x6D => '❍',
        0x6E => '■',
        0x6F or 0xA8 => '☐',
        0x70 => '◻',
        0x71 => '❑',
        0x72 => '❒',
        0x73 or 0x74 or 0x75 or 0x77 => '◆',
        0x76 => '❖',
        0x9E => '·',
        0x9F or 0xB7 => '•',
        0xA7 => '▪',
        0xAA => '✦',
        0xAB => '★',
        0xD8 => '➢',
        0xDF => '←',
        0xE0 or 0xE8 => '→',
        0xE1 => '↑',
        0xE2 => '↓',
        0xEF => '⇦',
        0xF0 => '⇨',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => null,
    };

    private static char? Wingdings2(int code) => code switch
    {
        0x4F or 0x51 => '✗',
        0x50 => '✓',
        0x52 => '☑',
        0x53 or 0x54 => '☒',
        0x96 or 0x97 or 0x98 => '●',
        0xA3 => '☐',
        _ => null,
    };

    private static char? Webdings(int code) => code switch
    {
        0x34 => '▶',
        0x61 => '✔',
        0x63 => '☐',
        0x72 => '✗',
        0x6E => '●',
        _ => null,
    };
}
