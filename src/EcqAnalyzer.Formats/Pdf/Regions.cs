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

    public static List<TextBlock> Read(List<TextLine> lines)
    {
        var upright = lines.Where(line => line.Frame.Angle == 0).ToList();
        var blocks = new List<TextBlock>();
        Read(upright, 0, blocks);
        foreach (var frame in lines.Where(line => line.Frame.Angle != 0).Select(line => line.Frame).Distinct().ToList())
        {
            Read([.. lines.Where(line => line.Frame == frame)], 0, blocks);
        }

        return blocks;
    }

    private static void Read(List<TextLine> lines, int depth, List<TextBlock> blocks)
    {
        if (lines.Count == 0)
        {
            return;
        }

        foreach (var band in Bands(lines))
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
                foreach (var column in band.Columns)
                {
                    Read(column, depth + 1, blocks);
                }
            }
        }
    }

    private static List<Band> Bands(List<TextLine> lines)
    {
        var ordered = Sorting.By(lines, line => line.Baseline, line => line.Extent.Left);
        var rows = Rows(ordered);
        var ends = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            ends[i] = LongestDivided(rows, i);
        }

        var bands = new List<Band>();
        var start = 0;
        while (start < rows.Count)
        {
            var end = ends[start];
            if (end == start)
            {
                end = start + 1;
                while (end < rows.Count && ends[end] == end)
                {
                    end++;
                }
            }
            else
            {
                end = BeforeALongerOne(ends, start);
            }

            var inside = rows.GetRange(start, end - start).SelectMany(row => row).ToList();
            bands.Add(new Band(inside, Columns(inside)));
            start = end;
        }

        return bands;
    }

    /// <summary>A band gives way to one that begins inside it and runs well past its end: a row of names above two columns shares
    /// a gutter with their first lines by chance.</summary>
    private static int BeforeALongerOne(int[] ends, int start)
    {
        var end = ends[start];
        for (var i = start + 1; i < end; i++)
        {
            if (ends[i] >= end + MuchLonger && ends[i] - i > end - start)
            {
                return i;
            }
        }

        return end;
    }

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

    /// <summary>How far down from a row one gutter runs with text beside text; the row itself where there is none.</summary>
    private static int LongestDivided(List<List<TextLine>> rows, int start)
    {
        var lines = new List<TextLine>();
        var end = start;
        var whites = new List<White> { new(double.MinValue, double.MaxValue) };
        for (var i = start; i < rows.Count; i++)
        {
            foreach (var line in rows[i])
            {
                whites = Cut(whites, line);
            }

            lines.AddRange(rows[i]);
            if (!whites.Exists(white => white is { Left: > double.MinValue, Right: < double.MaxValue }) && i > start + 3)
            {
                break;
            }

            if (whites.Exists(white => Divides(white, lines)))
            {
                end = i + 1;
            }
        }

        return end;
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
                rest.Add(new White(white.Left, line.Extent.Left));
            }

            if (white.Right - line.Extent.Right >= narrowest)
            {
                rest.Add(new White(line.Extent.Right, white.Right));
            }
        }

        return rest;
    }

    private static bool Divides(White white, List<TextLine> lines) =>
        lines.Exists(left => left.Extent.Right <= white.Left + 0.01
            && lines.Exists(right => right.Extent.Left >= white.Right - 0.01 && AreBeside(left.Extent, right.Extent)));

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

    private sealed record White(double Left, double Right);

    private sealed record Band(List<TextLine> Lines, List<List<TextLine>> Columns);
}
