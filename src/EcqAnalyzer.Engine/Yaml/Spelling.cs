namespace EcqAnalyzer.Engine.Yaml;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class Spelling
{
    private const int LongestCompared = 64;

    /// <summary>The candidate nearest to <paramref name="word"/>, or null where none is near: a third of its letters may
    /// differ, a swap of neighbours counts once.</summary>
    public static string? FindNearest(string word, IEnumerable<string> candidates)
    {
        var (nearest, least) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate);
            if (distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>" did you mean 'x'?" with the separator before it, or a list of what may stand there.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> candidates) =>
        FindNearest(word, candidates) is { } nearest
            ? $"; did you mean '{nearest}'?"
            : candidates.Count is > 0 and <= 24 ? $"; known here: {string.Join(", ", candidates)}" : "";

    private static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return int.MaxValue;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Step(int[,] rows, string a, string b, int i, int j)
    {
        var changed = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var least = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
