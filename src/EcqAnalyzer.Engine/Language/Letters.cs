namespace EcqAnalyzer.Engine.Language;

/// <summary>What the annotator knows of single characters. The draft's text is never altered: where matching needs plain
/// characters (straight quotes, ligatures taken apart, no soft hyphens), they are made here, from a token's span.</summary>
internal static class Letters
{
    /// <summary>Characters that a reader does not see: soft hyphen, zero-width space and joiners, marks of direction and of
    /// byte order. They stay inside their token and have no part in its normal form.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u2064') or '\uFEFF';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>En dash, em dash and their kin: never part of a word.</summary>
    public static bool IsDash(char c) => c is (>= '\u2012' and <= '\u2015') or '\u2212';

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u201B' or '\u02BC' or '`' or '\u00B4';

    public static bool IsQuote(char c) =>
        c is '"' or '\'' or '`' or '\u00B4' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or '\u2039' or '\u203A';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' || IsQuote(c);

    public static bool IsBullet(char c) => c is '\u2022' or '\u2023' or '\u2043' or '\u2219' or '\u25AA' or '\u25AB'
        or '\u25CF' or '\u25CB' or '\u25E6' or '\u25A0' or '\u25A1' or '\u27A2' or '\u2756' or '\u00B7' or '\u2713'
        or '\u2714' or '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF076' or '*';

    /// <summary>Writes the normal form of <paramref name="text"/> (as written but for case, quotes, hyphens, ligatures and
    /// invisible characters) into <paramref name="target"/> and returns its length; what does not fit is left off.</summary>
    public static int Normalize(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length >= target.Length)
                break;
            if (c < '\u0080')
            {
                target[length++] = c;
            }
            else if (Ligature(c) is { } expanded)
            {
                foreach (var letter in expanded.AsSpan(0, Math.Min(expanded.Length, target.Length - length)))
                {
                    target[length++] = letter;
                }
            }
            else if (!IsInvisible(c))
            {
                target[length++] = Plain(c);
            }
        }

        return length;
    }

    private static string? Ligature(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        '\u2026' => "...",
        _ => null,
    };

    private static char Plain(char c) => c switch
    {
        '\u2010' or '\u2011' => '-',
        '\u2019' or '\u201B' or '\u02BC' or '\u00B4' => '\'',
        '\u2018' => '`',
        >= '\u201C' and <= '\u201F' => '"',
        _ => c,
    };
}
