namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Sorts by up to two numbers, the order of drawing deciding between equals.</summary>
internal static class Sorting
{
    public static List<T> By<T>(IReadOnlyList<T> items, Func<T, double> first, Func<T, double>? second = null)
        where T : class
    {
        var keyed = new List<Keyed<T>>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            keyed.Add(new Keyed<T>(items[i], first(items[i]), second?.Invoke(items[i]) ?? 0, i));
        }

        keyed.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First)
            : a.Second != b.Second ? a.Second.CompareTo(b.Second)
            : a.Place.CompareTo(b.Place));
        return keyed.ConvertAll(static item => item.Item);
    }

    private sealed record Keyed<T>(T Item, double First, double Second, int Place);
}
