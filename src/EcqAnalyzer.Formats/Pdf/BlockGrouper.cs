namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Joins a line to the one below where each is the other's only neighbour: so a heading over two columns, and the columns
/// themselves, come apart where they meet, and everything else stays together. All lines are of one frame.
/// </summary>
internal static class BlockGrouper
{
    /// <summary>Baseline to baseline, in parts of the letter size: one and a half lines, and a little.</summary>
    private const double LineStep = 2.0;

    private const double SizeRatio = 1.35;

    public static List<TextBlock> Group(List<TextLine> lines)
    {
        var blocks = new List<TextBlock>();
        Group(Sorting.By(lines, line => line.Baseline, line => line.Extent.Left), blocks);
        return blocks;
    }

    private static void Group(List<TextLine> lines, List<TextBlock> blocks)
    {
        var below = new List<int>[lines.Count];
        var above = new List<int>[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            below[i] = [];
            above[i] = [];
        }

        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = i + 1; j < lines.Count && lines[j].Baseline - lines[i].Baseline <= LineStep * 1.5 * lines[i].Size; j++)
            {
                if (IsBelow(lines[i], lines[j]) && !IsBehind(lines, below[i], j))
                {
                    below[i].Add(j);
                    above[j].Add(i);
                }
            }
        }

        var sets = new DisjointSets(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (below[i] is [var next] && above[next].Count == 1 && Fits(lines[i], lines[next]))
            {
                sets.Join(i, next);
            }
        }

        var margin = Tabs.Margin(lines);
        blocks.AddRange(sets.Sets().Select(set => new TextBlock(set.ConvertAll(i => lines[i])) { Margin = margin }));
    }

    /// <summary>Under it and overlapping sideways.</summary>
    private static bool IsBelow(TextLine upper, TextLine lower) =>
        lower.Baseline - upper.Baseline > 0.3 * Math.Min(upper.Size, lower.Size)
        && lower.Extent.Left < upper.Extent.Right
        && upper.Extent.Left < lower.Extent.Right;

    /// <summary>Whether a line found before already stands between.</summary>
    private static bool IsBehind(List<TextLine> lines, List<int> between, int line) =>
        between.Exists(i => IsBelow(lines[i], lines[line]));

    private static bool Fits(TextLine upper, TextLine lower)
    {
        if (upper.Table is not null || lower.Table is not null || upper.IsTabbed || lower.IsTabbed)
        {
            return false;
        }

        var (smaller, larger) = (Math.Min(upper.Size, lower.Size), Math.Max(upper.Size, lower.Size));
        return larger <= smaller * SizeRatio && lower.Baseline - upper.Baseline <= LineStep * larger;
    }
}
