namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// The order in which a person reads blocks, after Breuel's two rules ("High performance document layout analysis", 2003): a
/// block comes before those below it that it overlaps sideways, and before those wholly to its right and not above it, unless
/// something between the two heights spans both. A column is thus read down, and a line across the page holds all columns together.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>Beyond this many blocks, from the top down will do: a page of loose labels has no order to find.</summary>
    private const int Most = 700;

    /// <summary>In points: less than a line of text.</summary>
    private const double Margin = 24;

    public static List<TextBlock> Sort(List<TextBlock> blocks)
    {
        var ordered = Sorting.By(blocks, block => block.Place.Top, block => block.Place.Left);
        if (ordered.Count > Most)
        {
            return ordered;
        }

        var places = ordered.ConvertAll(block => block.Place);
        var sorted = new List<TextBlock>(ordered.Count);
        var visited = new bool[ordered.Count];
        for (var i = 0; i < ordered.Count; i++)
        {
            Visit(i);
        }

        return sorted;

        void Visit(int block)
        {
            if (visited[block])
            {
                return;
            }

            visited[block] = true;
            for (var other = 0; other < places.Count; other++)
            {
                if (!visited[other] && IsBefore(places, other, block))
                {
                    Visit(other);
                }
            }

            sorted.Add(ordered[block]);
        }
    }

    /// <summary>Text that flows round a box goes on below it in lines of full width: where a sentence does, the box is read before its
    /// column, not in the middle of it.</summary>
    public static void KeepSentences(List<TextBlock> order)
    {
        for (var i = 0; i + 2 < order.Count; i++)
        {
            var column = order[i].Place;
            for (var next = i + 1; next < order.Count; next++)
            {
                var place = order[next].Place;
                if (next > i + 1 && IsUnder(column, place) && GoesOn(order[i], order[next]))
                {
                    var box = order.GetRange(i + 1, next - i - 1);
                    order.RemoveRange(i + 1, box.Count);
                    order.InsertRange(TopOfColumn(order, i, box[0].Place), box);
                    i += box.Count;
                }

                if (place.Left < column.Right || place.Top > column.Bottom)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Whether prose does: what stands in a table or in short lines may end and begin in any way.</summary>
    private static bool GoesOn(TextBlock upper, TextBlock lower) =>
        (upper.Row ?? lower.Row) is null
        && upper.Lines[^1].Words.Count > 3 && lower.Lines[0].Words.Count > 3
        && Continuation.GoesOn(upper.Lines[^1].Text, lower.Lines[0].Text);

    /// <summary>The first of the blocks that stand beside the box, up from one of them.</summary>
    private static int TopOfColumn(List<TextBlock> order, int block, Box box)
    {
        while (block > 0 && order[block - 1].Place is var above && above.Right <= box.Left && above.Bottom > box.Top)
        {
            block--;
        }

        return block;
    }

    /// <summary>Right below, from the same margin, and wider.</summary>
    private static bool IsUnder(Box upper, Box lower) =>
        lower.Top >= upper.Bottom && lower.Top - upper.Bottom < Margin && lower.Left < upper.Left + Margin && lower.Right > upper.Right;

    private static bool IsBefore(List<Box> places, int first, int second)
    {
        var (a, b) = (places[first], places[second]);
        if (Overlap(a, b))
        {
            return a.Top < b.Top;
        }

        if (a.Left >= b.Left || b.Bottom <= a.Top)
        {
            return false;
        }

        for (var i = 0; i < places.Count; i++)
        {
            if (i != first && i != second && IsAbove(b, places[i]) && IsAbove(places[i], a))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAbove(Box upper, Box lower) => Overlap(upper, lower) && upper.Top < lower.Top;

    private static bool Overlap(Box a, Box b) => a.Left < b.Right && b.Left < a.Right;
}
