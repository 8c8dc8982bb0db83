using System.Text;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Puts together accents drawn on their own and the letters that they stand over: TeX draws "é" as two signs.</summary>
internal static class Accents
{
    public static List<Glyph> Join(List<Glyph> glyphs)
    {
        var joined = new List<Glyph>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (Combining(glyphs[i].Text) is not { } accent)
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
        var composed = $"{plain}{accent}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? letter with { Text = composed } : null;
    }

    /// <summary>The combining form of an accent that stands alone.</summary>
    private static char? Combining(string text) => text.Length != 1 ? null : text[0] switch
    {
        '`' or '\u0300' => '\u0300',
        '´' or '\u0301' => '\u0301',
        'ˆ' or '\u0302' => '\u0302',
        '˜' or '\u0303' => '\u0303',
        '¯' or '\u0304' => '\u0304',
        '˘' or '\u0306' => '\u0306',
        '˙' or '\u0307' => '\u0307',
        '¨' or '\u0308' => '\u0308',
        '˚' or '\u030a' => '\u030a',
        '˝' or '\u030b' => '\u030b',
        'ˇ' or '\u030c' => '\u030c',
        '¸' or '\u0327' => '\u0327',
        '˛' or '\u0328' => '\u0328',
        _ => null,
    };
}
