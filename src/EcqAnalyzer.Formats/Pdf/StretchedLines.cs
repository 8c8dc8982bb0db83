namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Puts together what is one line of justified text after all: a few words pulled apart to fill a narrow column leave gaps as
/// wide as those between columns. Told by a whole line just above or below with the very same ends. All lines are of one frame.
/// </summary>
internal static class StretchedLines
{
    /// <summary>In letter sizes: wider gaps are no justification.</summary>
    private const double WidestGap = 6;

    /// <summary>In letter sizes, how exactly the ends agree.</summary>
    private const double Ends = 0.12;

    /// <summary>In letter sizes, baseline to baseline.</summary>
    private const double Near = 2;

    public static List<TextLine> Join(List<TextLine> lines)
    {
        var rows = Rows(lines);
        var joined = new List<TextLine>(lines.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            for (var first = 0; first < row.Count; first++)
            {
                var last = Last(rows, i, first);
                joined.Add(last == first ? row[first] : new TextLine([.. row[first..(last + 1)].SelectMany(line => line.Words)]));
                first = last;
            }
        }

        return joined;
    }

    /// <summary>The last piece of the stretched line that begins with one; that piece itself where there is none.</summary>
    private static int Last(List<List<TextLine>> rows, int row, int first)
    {
        var pieces = rows[row];
        for (var last = first + 1; last < pieces.Count; last++)
        {
            var piece = pieces[last];
            var gap = piece.Extent.Left - pieces[last - 1].Extent.Right;
            if (gap > WidestGap * piece.Size || IsGutter(rows, row, piece))
            {
                break;
            }

            if (Neighbours(rows, row, piece.Size).Exists(line => HasEnds(line, pieces[first], piece)))
            {
                return last;
            }
        }

        return first;
    }

    private static bool HasEnds(TextLine line, TextLine first, TextLine last) =>
        line.Words.Count > 2
        && Math.Abs(line.Extent.Left - first.Extent.Left) < Ends * line.Size
        && Math.Abs(line.Extent.Right - last.Extent.Right) < Ends * line.Size;

    /// <summary>Whether another line near by begins in the same place: so two columns begin below a line across both.</summary>
    private static bool IsGutter(List<List<TextLine>> rows, int row, TextLine piece) =>
        Neighbours(rows, row, piece.Size).Exists(line => Math.Abs(line.Extent.Left - piece.Extent.Left) < 0.3 * piece.Size);

    private static List<TextLine> Neighbours(List<List<TextLine>> rows, int row, double size)
    {
        var near = new List<TextLine>();
        for (var i = Math.Max(0, row - 2); i < Math.Min(rows.Count, row + 3); i++)
        {
            if (i != row && Math.Abs(rows[i][0].Baseline - rows[row][0].Baseline) < Near * size)
            {
                near.AddRange(rows[i]);
            }
        }

        return near;
    }

    private static List<List<TextLine>> Rows(List<TextLine> lines)
    {
        var rows = new List<List<TextLine>>();
        foreach (var line in Sorting.By(lines, line => line.Baseline, line => line.Extent.Left))
        {
            if (rows.Count > 0 && line.Baseline - rows[^1][0].Baseline < 0.1 * line.Size)
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows.ConvertAll(row => Sorting.By(row, line => line.Extent.Left));
    }
}
