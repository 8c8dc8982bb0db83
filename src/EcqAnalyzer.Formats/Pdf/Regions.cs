namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Cuts a page from the top down into bands that keep the same white gutters, and reads each band for what it is: columns one
/// after the other, the rows of a table or a tabbed line from left to right, and all else by
/// <see cref="ReadingOrder"/>.
/// </summary>
internal static class Regions
{
    /// <summary>In parts of the letter size: a narrower gap divides nothing here.</summary>
    private const double Gutter = 0.55;

    private const int Deepest = 8;

    /// <summary>Rows.</summary>
    private const int MuchLonger = 4;

    /// <summary>Rows of contact lines above columns.</summary>
    private const int MostScattered = 6;

    public static List<TextBlock> Read(List<TextLine> lines)
    {
        var upright = lines.Where(line => line.Frame.Angle == 0).ToList();
        var blocks = new List<TextBlock>();
        Read(upright, 0, blocks);
        foreach (var frame in lines.Where(line => line.Frame.Angle != 0).Select(line => line.Frame).Distinct().ToList())
        {
            Read([.. lines.Where(line => line.Frame == frame)], 0, blocks);
        }

        return [.. blocks.SelectMany(block => block.Lines[0].Table ?? [block])];
    }

    private static void Read(List<TextLine> lines, int depth, List<TextBlock> blocks)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var bands = Bands(lines);
        if (depth < Deepest && Tabbed(bands) is { } joined)
        {
            Read(joined, depth + 1, blocks);
            return;
        }

        foreach (var band in bands)
        {
            if (band.Columns.Count < 2 || depth == Deepest)
            {
                blocks.AddRange(ReadingOrder.Sort(BlockGrouper.Group(band.Lines)));
            }
            else if (TableRows.AreRows(band.Columns))
            {
                blocks.AddRange(TableRows.Read(band.Columns));
            }
            else
            {
                ReadColumns([.. InOrder(band.Columns)], depth + 1, blocks);
            }
        }
    }

    /// <summary>One after the other, unless one holds labels of what stands in the other.</summary>
    private static void ReadColumns(List<List<TextLine>> columns, int depth, List<TextBlock> blocks)
    {
        var labelled = LabelledRows.Of(columns);
        if (labelled is { AreSure: true })
        {
            ReadRows(labelled.Read(), depth, blocks);
            return;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var first = blocks.Count;
            Read(columns[i], depth, blocks);
            if (labelled is { AreDoubtful: true } && i == labelled.LabelColumn)
            {
                blocks[first] = blocks[first] with { HasDoubtfulPlace = true };
            }
        }
    }

    private static void ReadRows(List<LabelledRow> rows, int depth, List<TextBlock> blocks)
    {
        var number = 0;
        foreach (var row in rows)
        {
            var inside = row.Cells.ConvertAll(cell => ReadCell(cell, depth)).SelectMany(cell => cell).ToList();
            blocks.AddRange(row.IsLabelled ? inside.Select(block => block with { Row = number + (block.Row ?? 0) }) : inside);
            number += row.IsLabelled ? 1 + (int)Numbers.Largest(inside, block => block.Row ?? 0) : 0;
        }
    }

    private static List<TextBlock> ReadCell(LabelledCell cell, int depth)
    {
        var blocks = new List<TextBlock>();
        Read(cell.Lines, depth, blocks);
        return blocks.ConvertAll(block => block with { Margin = block.Margin ?? cell.Margin });
    }

    /// <summary>All lines of the bands, if tabs set some of them apart: those joined, the bands are others.</summary>
    private static List<TextLine>? Tabbed(List<Band> bands)
    {
        var joined = bands.ConvertAll(band => band.Columns.Count > 1 ? Tabs.Join(band.Columns) : null);
        return joined.TrueForAll(lines => lines is null) ? null : [.. bands.SelectMany((band, i) => joined[i] ?? band.Lines)];
    }

    private static IEnumerable<List<TextLine>> InOrder(List<List<TextLine>> columns) =>
        TableRows.AreFromRight(columns.SelectMany(column => column)) ? Enumerable.Reverse(columns) : columns;

    private static List<Band> Bands(List<TextLine> lines)
    {
        var ordered = Sorting.By(lines, line => line.Baseline, line => line.Extent.Left);
        var rows = Rows(ordered);
        var runs = new List<Run>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            runs.Add(LongestDivided(rows, i));
        }

        var bands = new List<Band>();
        var start = 0;
        while (start < rows.Count)
        {
            var end = runs[start].End;
            if (end == start)
            {
                end = start + 1;
                while (end < rows.Count && runs[end].End == end)
                {
                    end++;
                }
            }
            else
            {
                end = BelowScattered(rows, start, BeforeABetterOne(rows, runs, start));
            }

            var inside = rows.GetRange(start, end - start).SelectMany(row => row).ToList();
            bands.Add(new Band(inside, Columns(inside)));
            start = end;
        }

        return bands;
    }

    /// <summary>A band gives way to one that begins inside it and runs well past its end: a row of names above two columns shares
    /// a gutter with their first lines by chance. Likewise, below a line that stands alone, to one of more columns.</summary>
    private static int BeforeABetterOne(List<List<TextLine>> rows, List<Run> runs, int start)
    {
        var end = runs[start].End;
        for (var i = start + 1; i < end; i++)
        {
            if (runs[i].End >= end + MuchLonger && runs[i].End - i > end - start)
            {
                return i;
            }

            if (runs[i].Gutters > runs[start].Gutters && runs[i].BesideEnd >= runs[start].BesideEnd
                && runs[i].BesideEnd - i >= MuchLonger && i > start + 1 && StandsAlone(rows, i))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Where a band of two columns begins with rows of three pieces or more that line up with nothing below, such as the contact lines above
    /// a resume of two columns, these are a band of their own, up to the first row that opens both columns at their edges.</summary>
    private static int BelowScattered(List<List<TextLine>> rows, int start, int end)
    {
        var columns = Columns([.. rows.GetRange(start, end - start).SelectMany(row => row)]);
        if (columns.Count != 2 || columns.ConvertAll(EdgeOf) is not [{ } left, { } right])
        {
            return end;
        }

        var isScattered = false;
        for (var i = start; i < Math.Min(end - MuchLonger, start + MostScattered + 1); i++)
        {
            var isAligned = rows[i].TrueForAll(line => IsAt(line, left) || IsAt(line, right));
            if (isAligned && rows[i].Count > 1)
            {
                return isScattered ? i : end;
            }

            isScattered |= !isAligned && rows[i].Count > 2;
        }

        return end;
    }

    /// <summary>Where a third of a column's lines begin, if so many begin at one place.</summary>
    private static double? EdgeOf(List<TextLine> column)
    {
        foreach (var line in column)
        {
            if (column.Count(other => IsAt(other, line.Extent.Left)) > column.Count / 3)
            {
                return line.Extent.Left;
            }
        }

        return null;
    }

    private static bool IsAt(TextLine line, double edge) => Math.Abs(line.Extent.Left - edge) < Gutter * line.Size;

    /// <summary>Nothing beside it, and lines in more pieces than two below.</summary>
    private static bool StandsAlone(List<List<TextLine>> rows, int row) =>
        rows[row] is [var line]
        && !rows[row - 1].Exists(other => AreBeside(other.Extent, line.Extent))
        && rows.Skip(row + 1).Take(MuchLonger + 1).Count(pieces => pieces.Count > 2) >= MuchLonger;

    private static List<List<TextLine>> Rows(List<TextLine> ordered)
    {
        var rows = new List<List<TextLine>>();
        foreach (var line in ordered)
        {
            if (rows.Count > 0 && line.Baseline - rows[^1][0].Baseline < 0.3 * Math.Min(line.Size, rows[^1][0].Size))
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows;
    }

    /// <summary>How far down from a row one gutter runs with text beside text; the row itself where there is none. Lines below the
    /// last that stand beside others belong to it, unless they lie across another of its gutters.</summary>
    private static Run LongestDivided(List<List<TextLine>> rows, int start)
    {
        var (end, gutters) = (start, 0);
        var (besideEnd, besideGutters) = (start, 0);
        var whites = new List<White> { new(double.MinValue, double.MaxValue) };
        for (var i = start; i < rows.Count; i++)
        {
            foreach (var line in rows[i])
            {
                whites = Cut(whites, line);
            }

            if (!whites.Exists(white => white is { Left: > double.MinValue, Right: < double.MaxValue }) && i > start + 3)
            {
                break;
            }

            var isBeside = Mark(whites, rows, start, i);
            var dividing = whites.Count(white => white.Divides);
            if (dividing > 0)
            {
                (end, gutters) = (i + 1, dividing);
                (besideEnd, besideGutters) = isBeside ? (end, gutters) : (besideEnd, besideGutters);
            }
        }

        return gutters < besideGutters ? new Run(besideEnd, besideEnd, besideGutters) : new Run(end, besideEnd, gutters);
    }

    /// <summary>Marks the gutters with text beside text in this row, or in this and one just above.</summary>
    private static bool Mark(List<White> whites, List<List<TextLine>> rows, int start, int row)
    {
        var near = new List<TextLine>();
        for (var i = Math.Max(start, row - 3); i <= row; i++)
        {
            near.AddRange(rows[i]);
        }

        var isBeside = false;
        foreach (var white in whites)
        {
            if (rows[row].Exists(line => near.Exists(other => Divides(white, line, other) || Divides(white, other, line))))
            {
                white.Divides = isBeside = true;
            }
        }

        return isBeside;
    }

    private static List<White> Cut(List<White> whites, TextLine line)
    {
        var rest = new List<White>();
        var narrowest = Gutter * line.Size;
        foreach (var white in whites)
        {
            if (white.Right <= line.Extent.Left || white.Left >= line.Extent.Right)
            {
                rest.Add(white);
                continue;
            }

            if (line.Extent.Left - white.Left >= narrowest)
            {
                rest.Add(white with { Right = line.Extent.Left });
            }

            if (white.Right - line.Extent.Right >= narrowest)
            {
                rest.Add(white with { Left = line.Extent.Right });
            }
        }

        return rest;
    }

    private static bool Divides(White white, TextLine left, TextLine right) =>
        left.Extent.Right <= white.Left + 0.01 && right.Extent.Left >= white.Right - 0.01 && AreBeside(left.Extent, right.Extent);

    private static bool AreBeside(Box a, Box b) => a.Top < b.Bottom && b.Top < a.Bottom;

    private static List<List<TextLine>> Columns(List<TextLine> lines)
    {
        var columns = new List<List<TextLine>>();
        var right = double.MinValue;
        foreach (var line in Sorting.By(lines, line => line.Extent.Left))
        {
            if (columns.Count == 0 || line.Extent.Left > right + (Gutter * 0.9 * line.Size))
            {
                columns.Add([]);
            }

            columns[^1].Add(line);
            right = Math.Max(right, line.Extent.Right);
        }

        return columns;
    }

    private sealed record White(double Left, double Right)
    {
        /// <summary>Text stands beside text on both sides of it.</summary>
        public bool Divides { get; set; }
    }

    /// <summary>How far down, to which row with text beside text, and with how many gutters.</summary>
    private sealed record Run(int End, int BesideEnd, int Gutters);

    private sealed record Band(List<TextLine> Lines, List<List<TextLine>> Columns);
}
