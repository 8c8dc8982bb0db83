namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Puts together accents drawn on their own and the letters that they stand over: TeX draws "é" as two signs.</summary>
internal static class Accents
{
    /// <summary>The runtime composes no letters without its tables of cultures, which the program does not carry.</summary>
    private static readonly Row[] Composed =
    [
        new('`', "AEIOUNaeioun", "ÀÈÌÒÙǸàèìòùǹ"),
        new('´', "AEIOUYCNSZLRaeiouycnszlr", "ÁÉÍÓÚÝĆŃŚŹĹŔáéíóúýćńśźĺŕ"),
        new('ˆ', "AEIOUCGHJSWYaeioucghjswy", "ÂÊÎÔÛĈĜĤĴŜŴŶâêîôûĉĝĥĵŝŵŷ"),
        new('˜', "ANOIUanoiu", "ÃÑÕĨŨãñõĩũ"),
        new('¯', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
        new('˘', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
        new('˙', "CEGIZcegz", "ĊĖĠİŻċėġż"),
        new('¨', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
        new('˚', "AUau", "ÅŮåů"),
        new('˝', "OUou", "ŐŰőű"),
        new('ˇ', "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
        new('¸', "CSTcst", "ÇŞŢçşţ"),
        new('˛', "AEIUaeiu", "ĄĘĮŲąęįų"),
    ];

    public static List<Glyph> Join(List<Glyph> glyphs)
    {
        var joined = new List<Glyph>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (Find(glyphs[i].Text) is not { } accent)
            {
                joined.Add(glyphs[i]);
            }
            else if (i + 1 < glyphs.Count && Compose(glyphs[i + 1], accent, glyphs[i]) is { } next)
            {
                joined.Add(next);
                i++;
            }
            else if (joined.Count > 0 && Compose(joined[^1], accent, glyphs[i]) is { } last)
            {
                joined[^1] = last;
            }
            else
            {
                joined.Add(glyphs[i]);
            }
        }

        return joined;
    }

    private static Glyph? Compose(Glyph letter, char accent, Glyph sign)
    {
        var overlap = Math.Min(letter.Right, sign.Right) - Math.Max(letter.Left, sign.Left);
        if (letter.Angle != sign.Angle || letter.Text.Length != 1
            || overlap < 0.5 * Math.Min(letter.Right - letter.Left, sign.Right - sign.Left)
            || Math.Abs(letter.Baseline - sign.Baseline) > 0.4 * letter.Size)
        {
            return null;
        }

        var plain = letter.Text[0] switch { 'ı' => 'i', 'ȷ' => 'j', var other => other };
        var at = Array.FindIndex(Composed, row => row.Accent == accent && row.Plain.Contains(plain));
        return at < 0 ? null : letter with { Text = Composed[at].Letters[Composed[at].Plain.IndexOf(plain)].ToString() };
    }

    /// <summary>The sign of an accent that stands alone; those of the combining sort are made alike.</summary>
    private static char? Find(string text) => text.Length != 1 ? null : text[0] switch
    {
        '`' or '\u0300' => '`',
        '´' or '\u0301' => '´',
        'ˆ' or '\u0302' => 'ˆ',
        '˜' or '\u0303' => '˜',
        '¯' or '\u0304' => '¯',
        '˘' or '\u0306' => '˘',
        '˙' or '\u0307' => '˙',
        '¨' or '\u0308' => '¨',
        '˚' or '\u030a' => '˚',
        '˝' or '\u030b' => '˝',
        'ˇ' or '\u030c' => 'ˇ',
        '¸' or '\u0327' => '¸',
        '˛' or '\u0328' => '˛',
        _ => null,
    };

    private sealed record Row(char Accent, string Plain, string Letters);
}
