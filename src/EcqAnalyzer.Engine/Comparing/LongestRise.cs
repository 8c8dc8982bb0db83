namespace EcqAnalyzer.Engine.Comparing;

/// <summary>The longest rising subsequence: of pairs in order of their old place, the most that are also in order of their new
/// one. These stayed where they were; the others moved.</summary>
internal static class LongestRise
{
    /// <summary>For each number whether it belongs to the rise. Time n log n; of several longest, always the same.</summary>
    public static bool[] Find(IReadOnlyList<int> numbers)
    {
        var (tails, before) = (new List<int>(), new int[numbers.Count]);
        for (var i = 0; i < numbers.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = numbers[tails[middle]] < numbers[i] ? (middle + 1, high) : (low, middle);
            }

            before[i] = low > 0 ? tails[low - 1] : i;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        var rises = new bool[numbers.Count];
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0;)
        {
            rises[i] = true;
            i = before[i] == i ? -1 : before[i];
        }

        return rises;
    }
}
