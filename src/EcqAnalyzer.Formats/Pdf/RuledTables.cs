namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Reads tables and forms whose lines are drawn: what stands in a cell belongs together and apart from the next, however near, and
/// cells are read along the rows. Each table then stands in the page as one line of its size, so that columns, captions and text
/// around it find their order.
/// </summary>
internal static class RuledTables
{
    /// <summary>The part of a table's words that may lie across its lines. Beyond, the lines are a picture's.</summary>
    private const double MostAcross = 0.05;

    /// <summary>All lines of a page, those of tables gathered.</summary>
    public static List<TextLine> Lines(PageContent page, List<Word> words)
    {
        if (page.Rules.Count < 4)
        {
            return LineGrouper.Group(words);
        }

        var rest = words;
        var tables = new List<TextLine>();
        foreach (var grid in RuledGrid.Find(page.Rules))
        {
            var cells = new Dictionary<int, List<Word>>();
            var outside = new List<Word>(rest.Count);
            var across = 0;
            foreach (var word in rest)
            {
                var middle = word.Line - (0.25 * word.Size);
                if (word.Angle != 0 || grid.CellAt((word.Left + word.Right) / 2, middle) is not { } cell)
                {
                    outside.Add(word);
                    continue;
                }

                var inset = 0.25 * (word.Right - word.Left);
                across += grid.CellAt(word.Left + inset, middle) == cell && grid.CellAt(word.Right - inset, middle) == cell ? 0 : 1;
                if (!cells.TryGetValue(cell, out var inside))
                {
                    cells[cell] = inside = [];
                }

                inside.Add(word);
            }

            if (cells.Count > 1 && across <= MostAcross * (rest.Count - outside.Count))
            {
                tables.Add(Table(grid, cells));
                rest = outside;
            }
        }

        return [.. LineGrouper.Group(rest), .. tables];
    }

    private static TextLine Table(RuledGrid grid, Dictionary<int, List<Word>> cells)
    {
        var blocks = new List<TextBlock>();
        var (row, below, last) = (-1, 0, -1);
        foreach (var cell in Sorting.By([.. cells.Keys.Select(cell => new Cell(cell))], cell => grid.Row(cell.Number), cell => grid.Left(cell.Number)))
        {
            if (grid.Row(cell.Number) != last)
            {
                (row, below, last) = (row + 1 + below, 0, grid.Row(cell.Number));
            }

            var inside = Regions.Read(LineGrouper.Group(cells[cell.Number]));
            blocks.AddRange(inside.Select(block => block with { Row = row + (block.Row ?? 0) }));
            below = Math.Max(below, (int)Numbers.Largest(inside, block => block.Row ?? 0));
        }

        return new TextLine([.. cells.Values.SelectMany(words => words)], blocks);
    }

    private sealed record Cell(int Number);
}
