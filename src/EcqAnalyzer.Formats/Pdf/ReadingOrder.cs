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
