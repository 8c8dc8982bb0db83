namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Splits drawn letters into words, in the order of drawing: at drawn spaces, at gaps, at a new baseline. A gap counts by what it
/// has more than the letters' own spacing, so that "H E A D I N G" set wide stays a word.
/// </summary>
internal static class WordGrouper
{
    /// <summary>In parts of the letter size. Web editors draw spaces as gaps of 0.19 and less; kerning stays under 0.08.</summary>
    public const double WordGap = 0.11;

    /// <summary>A step back beyond this much of the letter size starts anew; kerning steps back less.</summary>
    private const double StepBack = 0.4;

    /// <summary>A baseline this much off (of the letter size) is another word: a raised figure, another line.</summary>
    private const double BaselineStep = 0.12;

    private const int EnoughLetters = 5;

    public static List<Word> Group(IReadOnlyList<Glyph> glyphs)
    {
        var words = new List<Word>();
        var stretch = new List<Glyph>();
        var afterSpace = false;
        foreach (var glyph in glyphs)
        {
            if (glyph.IsBlank)
            {
                Split(stretch, afterSpace, words);
                afterSpace = true;
                continue;
            }

            if (stretch.Count > 0 && !Continues(stretch[^1], glyph))
            {
                Split(stretch, afterSpace, words);
                afterSpace = false;
            }

            stretch.Add(glyph);
        }

        Split(stretch, afterSpace, words);
        return words;
    }

    private static bool Continues(Glyph last, Glyph next)
    {
        var size = Math.Max(last.Size, next.Size);
        var gap = next.Left - last.Right;
        return last.Angle == next.Angle
            && Math.Abs(next.Baseline - last.Baseline) <= BaselineStep * size
            && Math.Min(last.Size, next.Size) > 0.6 * size
            && gap < size
            && gap > -StepBack * size;
    }

    /// <summary>Splits a stretch without drawn spaces at its gaps.</summary>
    private static void Split(List<Glyph> stretch, bool afterSpace, List<Word> words)
    {
        if (stretch.Count == 0)
        {
            return;
        }

        var limit = Gap(stretch);
        var start = 0;
        for (var i = 1; i <= stretch.Count; i++)
        {
            if (i < stretch.Count && stretch[i].Left - stretch[i - 1].Right <= limit * stretch[i].Size)
            {
                continue;
            }

            words.Add(new Word(stretch.GetRange(start, i - start), afterSpace));
            afterSpace = true;
            start = i;
        }

        stretch.Clear();
    }

    private static double Gap(List<Glyph> stretch)
    {
        if (stretch.Count < EnoughLetters)
        {
            return WordGap;
        }

        var gaps = new double[stretch.Count - 1];
        for (var i = 1; i < stretch.Count; i++)
        {
            gaps[i - 1] = (stretch[i].Left - stretch[i - 1].Right) / stretch[i].Size;
        }

        Array.Sort(gaps);
        var own = gaps[gaps.Length * 2 / 5];
        return Math.Abs(own) < 0.04 ? WordGap : (own * (own > 0 ? 1.3 : 1)) + WordGap;
    }
}
