namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Puts back on its line what a tab set far to the right of it: the date or the place at the margin of a resume's entry, the dots
/// that rate a skill. Told from a column by standing alone: nothing of its own column is near, above or below, and it lies on the
/// line of a text to its left. A column's lines follow each other, wherever those beside them lie.
/// </summary>
internal static class Tabs
{
    /// <summary>Baseline to baseline, in parts of the letter size: what is nearer is the next line of the same text.</summary>
    private const double Apart = 2.2;

    /// <summary>Likewise, how exactly what stands at one tab begins, or ends, at one place.</summary>
    private const double Edge = 0.3;

    /// <summary>The lines of a band with what tabs set apart joined; null where there is nothing to join.</summary>
    public static List<TextLine>? Join(List<List<TextLine>> columns)
    {
        if (columns.Count > 2 && TableRows.AreRows(columns))
        {
            return null;
        }

        var (lines, column, isJoined) = (new List<TextLine>(), columns[0], false);
        foreach (var next in columns.Skip(1))
        {
            var pieces = Tabbed(next, column);
            column = column.ConvertAll(line => pieces.Find(piece => IsNext(piece, line, column)) is { } piece ? Joined(line, piece) : line);
            isJoined |= pieces.Count > 0;
            if (pieces.Count < next.Count)
            {
                lines.AddRange(column);
                column = next.FindAll(line => !pieces.Contains(line));
            }
        }

        return isJoined ? [.. lines, .. column] : null;
    }

    /// <summary>Where the tabs of these lines end; null where there are none.</summary>
    public static double? Margin(List<TextLine> lines)
    {
        double? margin = null;
        foreach (var line in lines)
        {
            margin = line.IsTabbed ? Math.Max(margin ?? double.MinValue, line.Extent.Right) : margin;
        }

        return margin;
    }

    private static TextLine Joined(TextLine line, TextLine piece) => new([.. line.Words, .. piece.Words]) { IsTabbed = true };

    /// <summary>All pieces beside a column, if its lines are more: where each line has its piece, the two are a table's. Of a column of other
    /// things too, those that share their tabs with none of these.</summary>
    private static List<TextLine> Tabbed(List<TextLine> pieces, List<TextLine> column)
    {
        var apart = pieces.FindAll(piece => IsSetApart(piece, pieces, column));
        if (apart.Count == pieces.Count)
        {
            return pieces.Count < column.Count ? pieces : [];
        }

        return apart.FindAll(piece =>
            pieces.FindAll(other => IsAtTabOf(other, piece)) is { Count: > 1 } others && others.TrueForAll(apart.Contains));
    }

    private static bool IsSetApart(TextLine piece, List<TextLine> pieces, List<TextLine> column) =>
        piece is { Table: null, IsFromRight: false }
        && !pieces.Exists(other => other != piece && Math.Abs(other.Baseline - piece.Baseline) < Apart * Math.Max(other.Size, piece.Size))
        && column.Find(line => IsNext(piece, line, column)) is { Table: null, IsFromRight: false } line
        && !column.Exists(next => GoesOn(line, next));

    /// <summary>On one line, and nothing between.</summary>
    private static bool IsNext(TextLine piece, TextLine line, List<TextLine> column) =>
        TableRows.AreOnOneLine(line, piece)
        && !column.Exists(other => other.Extent.Left > line.Extent.Left && TableRows.AreOnOneLine(other, piece));

    private static bool IsAtTabOf(TextLine one, TextLine other) =>
        Math.Abs(one.Extent.Left - other.Extent.Left) < Edge * other.Size || Math.Abs(one.Extent.Right - other.Extent.Right) < Edge * other.Size;

    /// <summary>A sentence in the column that goes on below is not to be parted by what stands beside it.</summary>
    private static bool GoesOn(TextLine line, TextLine next) =>
        next.Baseline > line.Baseline + (0.5 * line.Size)
        && next.Baseline < line.Baseline + (Apart * line.Size)
        && Continuation.GoesOn(line.Text, next.Text);
}
