namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells columns of text from cells in rows, and reads rows. Cells of a row begin on one baseline and are short; columns of
/// prose are long, wherever their lines stand.</summary>
internal static class TableRows
{
    /// <summary>The part of the cells that begin on the baseline where one of the column before begins.</summary>
    private const double Aligned = 0.7;

    /// <summary>In letter sizes: a column this wide holds prose if its lines fill it.</summary>
    private const double ProseWidth = 14;

    /// <summary>Likewise for many lines of several words each.</summary>
    private const double NarrowProseWidth = 7;

    public static bool AreRows(List<List<TextLine>> columns)
    {
        if (columns.Count(IsProse) > 1 || columns.Exists(column => column.Exists(line => line.Table is not null)))
        {
            return false;
        }

        var cells = Cells(columns);
        var (aligned, all) = (0, 0);
        for (var i = 1; i < cells.Count; i++)
        {
            var (fewer, more) = cells[i].Count < cells[i - 1].Count ? (cells[i], cells[i - 1]) : (cells[i - 1], cells[i]);
            aligned += fewer.Count(cell => more.Exists(other => AreOnOneLine(cell[0], other[0])));
            all += fewer.Count;
        }

        return aligned >= Aligned * all;
    }

    public static IEnumerable<TextBlock> Read(List<List<TextLine>> columns)
    {
        var rows = Rows(Cells(columns));
        if (AreFromRight(columns.SelectMany(column => column)))
        {
            rows.ForEach(row => row.Reverse());
        }

        var isTabbed = columns.Count == 2 && rows.TrueForAll(row => row.TrueForAll(cell => cell.Count == 1));
        for (var number = 0; number < rows.Count; number++)
        {
            var row = rows[number];
            if (isTabbed)
            {
                yield return new TextBlock([new TextLine([.. row.SelectMany(cell => cell[0].Words)])]);
            }
            else
            {
                foreach (var cell in row)
                {
                    yield return new TextBlock(cell) { Row = rows.Count > 1 ? number : null };
                }
            }
        }
    }

    public static bool AreFromRight(IEnumerable<TextLine> lines)
    {
        var (right, all) = (0, 0);
        foreach (var line in lines)
        {
            (right, all) = (right + (line.IsFromRight ? 1 : 0), all + 1);
        }

        return right * 2 > all;
    }

    private static bool IsProse(List<TextLine> column)
    {
        var width = column.Max(line => line.Extent.Right) - column.Min(line => line.Extent.Left);
        var size = column.Max(line => line.Size);
        var filled = (double)column.Count(line => line.Extent.Width > 0.6 * width) / column.Count;
        return (column.Count >= 3 && width > ProseWidth * size && filled > 0.5)
            || (column.Count >= 5 && width > NarrowProseWidth * size && filled > 0.7 && column.Average(line => line.Words.Count) >= 2.5);
    }

    private static bool AreOnOneLine(TextLine a, TextLine b) =>
        Math.Abs(a.Baseline - b.Baseline) < 0.3 * Math.Min(a.Size, b.Size);

    /// <summary>The lines of each column as cells. Where the steps down the columns are of two sorts, the small ones are within
    /// cells of several lines and the large ones between cells; where they are all alike, a line is a cell unless its sentence
    /// plainly runs on.</summary>
    private static List<List<List<TextLine>>> Cells(List<List<TextLine>> columns)
    {
        var ordered = columns.ConvertAll(column => Sorting.By(column, line => line.Baseline, line => line.Extent.Left));
        var (small, isTwoSorts) = Steps(ordered);
        return CutAtRows(ordered.ConvertAll(column =>
        {
            var right = column.Max(line => line.Extent.Right);
            var cells = new List<List<TextLine>>();
            foreach (var line in column)
            {
                var step = cells.Count == 0 ? 0 : line.Baseline - cells[^1][^1].Baseline;
                if (cells.Count > 0 && (step < 0.3 * line.Size
                    || (step <= 1.08 * small && (isTwoSorts || RunsOn(cells[^1][^1], line, right)))))
                {
                    cells[^1].Add(line);
                }
                else
                {
                    cells.Add([line]);
                }
            }

            return cells;
        }));
    }

    /// <summary>Cuts a cell where two others begin beside one of its lines: rows set close, and a long text in one column.</summary>
    private static List<List<List<TextLine>>> CutAtRows(List<List<List<TextLine>>> columns)
    {
        return columns.ConvertAll(cells =>
        {
            var cut = new List<List<TextLine>>();
            foreach (var cell in cells)
            {
                cut.Add([cell[0]]);
                foreach (var line in cell.Skip(1))
                {
                    var begins = columns.Count(other => other != cells && other.Exists(beside => AreOnOneLine(beside[0], line)));
                    if (begins > 1)
                    {
                        cut.Add([line]);
                    }
                    else
                    {
                        cut[^1].Add(line);
                    }
                }
            }

            return cut;
        });
    }

    /// <summary>Whether the next word had no room any more, and stands in the midst of a sentence.</summary>
    private static bool RunsOn(TextLine last, TextLine next, double right) =>
        last.Extent.Right + (0.2 * next.Size) + (next.Words[0].Right - next.Words[0].Left) > right
        && Continuation.GoesOn(last.Text, next.Text);

    /// <summary>The smallest step from line to line, and whether it stands beside larger ones and is that of set lines.</summary>
    private static (double Small, bool IsTwoSorts) Steps(List<List<TextLine>> columns)
    {
        var (small, large, isTight) = (double.MaxValue, 0.0, false);
        foreach (var column in columns)
        {
            for (var i = 1; i < column.Count; i++)
            {
                var step = column[i].Baseline - column[i - 1].Baseline;
                if (step > 0.5 * column[i - 1].Size)
                {
                    small = Math.Min(small, step);
                    large = Math.Max(large, step);
                    isTight |= step < 1.6 * column[i - 1].Size;
                }
            }
        }

        return (small, isTight && large > 1.12 * small);
    }

    /// <summary>Cells whose heights overlap, from the left.</summary>
    private static List<List<List<TextLine>>> Rows(List<List<List<TextLine>>> columns)
    {
        var rows = new List<List<List<TextLine>>>();
        var bottom = double.MinValue;
        foreach (var cell in Sorting.By([.. columns.SelectMany(cells => cells)], cell => cell[0].Baseline))
        {
            if (rows.Count == 0 || cell[0].Baseline > bottom + (0.3 * cell[0].Size))
            {
                rows.Add([]);
                bottom = double.MinValue;
            }

            rows[^1].Add(cell);
            bottom = Math.Max(bottom, cell[^1].Baseline);
        }

        return [.. rows.Select(row => Sorting.By(row, cell => cell.Min(line => line.Extent.Left))).SelectMany(Lines)];
    }

    private static bool IsSentence(List<TextLine> cell)
    {
        var right = cell.Max(line => line.Extent.Right);
        return Enumerable.Range(1, cell.Count - 1).Count(i => RunsOn(cell[i - 1], cell[i], right)) * 2 >= cell.Count - 1;
    }

    /// <summary>Where each cell of a row has as many lines, and they stand beside each other, each line is a row after all.</summary>
    private static IEnumerable<List<List<TextLine>>> Lines(List<List<TextLine>> row)
    {
        var count = row[0].Count;
        var areRows = row.Count > 1 && count > 1 && row.TrueForAll(cell =>
            cell.Count == count && !IsSentence(cell)
            && Enumerable.Range(0, count).All(i => AreOnOneLine(cell[i], row[0][i])));
        return areRows
            ? Enumerable.Range(0, count).Select(i => row.ConvertAll(cell => new List<TextLine> { cell[i] }))
            : [row];
    }
}
