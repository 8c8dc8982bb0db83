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

    /// <summary>Lines.</summary>
    private const int LongCell = 4;

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
            if (HasTextBeside(cells[i], cells[i - 1], columns.Count) || HasTextBeside(cells[i - 1], cells[i], columns.Count))
            {
                return false;
            }

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

    /// <summary>Whether one cell goes on for several lines while the column beside it begins anew: no row holds both. In a table of
    /// more columns than two, where cells may be empty, most of its lines have to have nothing beside them.</summary>
    private static bool HasTextBeside(List<List<TextLine>> cells, List<List<TextLine>> others, int columns) =>
        cells.Exists(cell => cell.Count >= LongCell
            && (columns == 2
                || 2 * cell.Count(line => others.Exists(other => other.Exists(beside => AreOnOneLine(beside, line)))) < cell.Count)
            && others.Count(other =>
                other[0].Baseline > cell[0].Baseline - (0.5 * cell[0].Size) && other[0].Baseline < cell[^1].Baseline + (0.5 * cell[0].Size)) > 1);

    private static bool IsProse(List<TextLine> column)
    {
        var width = RightOf(column) - LeftOf(column);
        var size = Numbers.Largest(column, line => line.Size);
        var filled = (double)column.Count(line => line.Extent.Width > 0.6 * width) / column.Count;
        return (column.Count >= 3 && width > ProseWidth * size && filled > 0.5)
            || (column.Count >= 5 && width > NarrowProseWidth * size && filled > 0.7 && Numbers.Sum(column, line => line.Words.Count) >= 2.5 * column.Count);
    }

    private static double RightOf(List<TextLine> lines) => Numbers.Largest(lines, line => line.Extent.Right);

    private static double LeftOf(List<TextLine> lines) => Numbers.Least(lines, line => line.Extent.Left);

    public static bool AreOnOneLine(TextLine a, TextLine b) =>
        Math.Abs(a.Baseline - b.Baseline) < 0.3 * Math.Min(a.Size, b.Size);

    /// <summary>The lines of each column as cells. Where the steps down the columns are of two sorts, the small ones are within
    /// cells of several lines and the large ones between cells; where they are all alike, a line is a cell unless its sentence
    /// plainly runs on. A line in pieces is no line of a longer text.</summary>
    private static List<List<List<TextLine>>> Cells(List<List<TextLine>> columns)
    {
        var ordered = columns.ConvertAll(column => Sorting.By(column, line => line.Baseline, line => line.Extent.Left));
        var (small, isTwoSorts) = Steps(ordered);
        return CutAtRows(ordered.ConvertAll(column =>
        {
            var right = RightOf(column);
            var cells = new List<List<TextLine>>();
            foreach (var line in column)
            {
                var last = cells.Count == 0 ? null : cells[^1][^1];
                var isPiece = column.Exists(other => other != line && AreOnOneLine(other, line));
                if (last is not null && (AreOnOneLine(last, line) || (!isPiece && IsLine(last, line, right))))
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

        bool IsLine(TextLine last, TextLine line, double right) =>
            line.Baseline - last.Baseline <= 1.08 * small && (isTwoSorts || RunsOn(last, line, right));
    }

    /// <summary>Cuts a cell where two others, or two pieces of one, begin beside one of its lines: rows set close, and a long text in
    /// one column. Beside one column alone, only where no sentence runs on.</summary>
    private static List<List<List<TextLine>>> CutAtRows(List<List<List<TextLine>>> columns)
    {
        return columns.ConvertAll(cells =>
        {
            var right = Numbers.Largest(cells, RightOf);
            var cut = new List<List<TextLine>>();
            foreach (var cell in cells)
            {
                cut.Add([cell[0]]);
                foreach (var line in cell.Skip(1))
                {
                    var last = cut[^1][^1];
                    if (!AreOnOneLine(line, last) && (columns.Count > 2 || !RunsOn(last, line, right)) && Numbers.Sum(columns, other => other == cells ? 0 : Beginning(other, line)) > 1)
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

    /// <summary>How many pieces begin a cell beside a line.</summary>
    private static int Beginning(List<List<TextLine>> cells, TextLine line) =>
        cells.Find(cell => AreOnOneLine(cell[0], line)) is { } beside ? beside.Count(piece => AreOnOneLine(piece, line)) : 0;

    /// <summary>Whether the next word had no room any more, and stands in the midst of a sentence; small letters open addresses too.</summary>
    private static bool RunsOn(TextLine last, TextLine next, double right) =>
        last.Extent.Right + (0.2 * next.Size) + (next.Words[0].Right - next.Words[0].Left) > right
        && !IsAddress(next.Words[0].Text)
        && (Continuation.GoesOn(last.Text, next.Text) || Continuation.EndsInSmallWord(last.Text));

    private static bool IsAddress(string word) => word.Contains('@') || word.TrimEnd('.').Contains('.');

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

        return [.. rows.Select(row => Sorting.By(row, LeftOf)).SelectMany(Lines)];
    }

    private static bool IsSentence(List<TextLine> cell)
    {
        var (right, running) = (RightOf(cell), 0);
        for (var i = 1; i < cell.Count; i++)
        {
            running += RunsOn(cell[i - 1], cell[i], right) ? 1 : 0;
        }

        return cell.Count > 1 && running * 2 >= cell.Count - 1;
    }

    /// <summary>Where the cells of a row have as many lines, and they stand beside each other, each line is a row after all: unless
    /// one of them plainly runs on. Of three lines and more, some cells may be empty.</summary>
    private static IEnumerable<List<List<TextLine>>> Lines(List<List<TextLine>> row)
    {
        var longest = row[0];
        foreach (var cell in row)
        {
            longest = cell.Count > longest.Count ? cell : longest;
        }

        var beside = longest.Count(line => row.Exists(cell => cell != longest && cell.Exists(other => AreOnOneLine(other, line))));
        var areRows = row.Count > 1 && longest.Count > 1
            && (row.TrueForAll(cell => cell.Count == longest.Count) || (longest.Count > 2 && beside >= Aligned * longest.Count))
            && row.TrueForAll(cell => !IsSentence(cell) && AreLinesOf(cell, longest));
        return areRows
            ? longest.Select(line => row.ConvertAll(cell => cell.FindAll(other => AreOnOneLine(other, line))).FindAll(cell => cell.Count > 0))
            : [row];
    }

    private static bool AreLinesOf(List<TextLine> cell, List<TextLine> longest) =>
        (cell.Count == 1 || !AreOnOneLine(cell[0], cell[1])) && cell.TrueForAll(line => longest.Exists(other => AreOnOneLine(other, line)));
}
