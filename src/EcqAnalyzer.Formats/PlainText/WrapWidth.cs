namespace EcqAnalyzer.Formats.PlainText;

/// <summary>
/// Finds the width at which a text was broken into lines. In such a text a line ends where the next word would not have
/// fitted, so the width is right if that holds of most of its line ends and few lines are longer; in a text of one paragraph a line
/// neither does.
/// </summary>
internal static class WrapWidth
{
    private const int Narrowest = 40;
    private const int Widest = 130;

    /// <summary>People who break lines by hand, and editors that count otherwise, stop a little early.</summary>
    private const int Slack = 4;

    private const int FewestBreaks = 3;

    /// <summary>The width in columns, or 0 where lines are not broken for their length.</summary>
    public static int Find(string text, List<TextLine> lines)
    {
        var breaks = Breaks(text, lines).ToList();
        if (breaks.Count < FewestBreaks)
        {
            return 0;
        }

        var widths = breaks.Select(each => Columns(each.Line)).Order().ToList();
        var width = widths[(widths.Count - 1) * 95 / 100];
        var forced = breaks.Count(each => IsBrokenAt(width, each.Line, each.NextWord));
        return forced * 10 >= breaks.Count * 6 && !IsOftenPassed(width, lines) ? width : 0;
    }

    /// <summary>Whether more than a tenth of the lines go on beyond the width: short lines in a list of such are entries, not parts of a
    /// paragraph.</summary>
    private static bool IsOftenPassed(int width, List<TextLine> lines) =>
        lines.Count(line => Columns(line) > width + Slack) * 10 > lines.Count(line => line.Length >= Narrowest);

    /// <summary>Whether this line ended because the next word did not fit.</summary>
    public static bool IsBrokenAt(int width, TextLine line, int nextWord) =>
        width > 0 && Columns(line) + 1 + nextWord > width - Slack && Columns(line) <= width * 3 / 2;

    private static int Columns(TextLine line) => line.Indent + line.Length;

    private static IEnumerable<(TextLine Line, int NextWord)> Breaks(string text, List<TextLine> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var next = lines[i + 1].Of(text);
            if (lines[i].Length is >= Narrowest and <= Widest && !next.IsEmpty && LineKinds.FindListSign(next) is null
                && !LineKinds.IsRule(next) && !LineKinds.IsRule(lines[i].Of(text)))
            {
                yield return (lines[i], lines[i + 1].FirstWordLength(text));
            }
        }
    }
}
