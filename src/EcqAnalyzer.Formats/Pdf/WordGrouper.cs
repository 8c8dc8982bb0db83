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

    private const int EnoughGaps = 4;

    public static List<Word> Group(IReadOnlyList<Glyph> glyphs)
    {
        var words = new List<Word>();
        var line = new List<Glyph>();
        var afterSpace = false;
        Glyph? last = null;
        foreach (var glyph in glyphs)
        {
            // Letters around a drawn space share the line's spacing; the space itself may lie anywhere.
            if (!glyph.IsBlank && last is { } before && !Continues(before, glyph, line[^1].IsBlank))
            {
                Split(line, afterSpace, words);
                afterSpace = line[^1].IsBlank;
                line.Clear();
            }

            line.Add(glyph);
            last = glyph.IsBlank ? last : glyph;
        }

        Split(line, afterSpace, words);
        return words;
    }

    private static bool Continues(Glyph last, Glyph next, bool isAfterSpace)
    {
        var size = Math.Max(last.Size, next.Size);
        var gap = next.Left - last.Right;
        return last.Angle == next.Angle
            && Math.Abs(next.Baseline - last.Baseline) <= BaselineStep * size
            && Math.Min(last.Size, next.Size) > 0.6 * size
            && gap < (isAfterSpace ? 2 : 1) * size
            && gap > -StepBack * size;
    }

    /// <summary>Splits letters drawn along one line at its drawn spaces and at its gaps.</summary>
    private static void Split(List<Glyph> line, bool afterSpace, List<Word> words)
    {
        var limit = Gap(line);
        var word = new List<Glyph>();
        foreach (var glyph in line)
        {
            var isGap = word.Count > 0 && !glyph.IsBlank && glyph.Left - word[^1].Right > limit * glyph.Size;
            if ((glyph.IsBlank || isGap) && word.Count > 0)
            {
                words.Add(new Word(word, afterSpace));
                word = [];
                afterSpace = true;
            }

            if (glyph.IsBlank)
            {
                afterSpace = true;
            }
            else
            {
                word.Add(glyph);
            }
        }

        if (word.Count > 0)
        {
            words.Add(new Word(word, afterSpace));
        }
    }

    private static double Gap(List<Glyph> line)
    {
        var gaps = new double[line.Count];
        var count = 0;
        for (var i = 1; i < line.Count; i++)
        {
            if (!line[i].IsBlank && !line[i - 1].IsBlank)
            {
                gaps[count++] = (line[i].Left - line[i - 1].Right) / line[i].Size;
            }
        }

        if (count < EnoughGaps)
        {
            return WordGap;
        }

        var own = Numbers.AtRank(gaps, count, count * 2 / 5);
        return Math.Abs(own) < 0.04 ? WordGap : (own * (own > 0 ? 1.3 : 1)) + WordGap;
    }
}
