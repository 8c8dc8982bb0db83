namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells letters that are all of one width, the space between words too: it is as wide there as the gutter of tightly set
/// columns elsewhere.</summary>
internal static class Typewriter
{
    /// <summary>In parts of the width: how much it may differ from word to word.</summary>
    private const double Differs = 0.03;

    private const int ShortestWord = 3;

    private const int EnoughWords = 8;

    /// <param name="words">Words of one frame.</param>
    /// <returns>The width of each letter, in parts of its size; 0 where widths differ or words are too few to tell.</returns>
    public static double Pitch(List<Word> words)
    {
        var (widths, count) = (new double[words.Count], 0);
        foreach (var word in words)
        {
            if (word.Glyphs.Count >= ShortestWord)
            {
                widths[count++] = (word.Right - word.Left) / (word.Size * word.Glyphs.Count);
            }
        }

        if (count < EnoughWords)
        {
            return 0;
        }

        var (narrow, wide) = (Numbers.AtRank(widths, count, count / 10), Numbers.AtRank(widths, count, count * 9 / 10));
        return wide - narrow < Differs * wide ? wide : 0;
    }
}
