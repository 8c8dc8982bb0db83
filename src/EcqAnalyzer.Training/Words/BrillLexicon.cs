namespace EcqAnalyzer.Training.Words;

/// <summary>The word list of Brill's tagger, of the npm package brill: words as written, with the Penn tags they were seen
/// with, the most frequent first. Read from the package's two tables.</summary>
internal static class BrillLexicon
{
    public static IReadOnlyDictionary<string, string[]> Load(string folder)
    {
        var tags = File.ReadLines(Path.Combine(folder, "tags.js"))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim().TrimEnd(',')[1..^1])
            .ToArray();
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "words.js")))
        {
            if (Read(line, tags) is var (word, its) && its.Length > 0)
                words[word] = its;
        }

        return words;
    }

    /// <summary><c>  led: [30, 23, 5],</c>, <c>  'deficit-cutting': [4, 3],</c> or <c>  lecture: 3,</c></summary>
    private static (string Word, string[] Tags)? Read(string line, string[] tags)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        if (colon < 3 || !line.StartsWith("  ", StringComparison.Ordinal))
            return null;
        var word = line[2..colon].Trim('\'', '"').Replace("\\", "", StringComparison.Ordinal);
        var numbers = line[(colon + 2)..].Trim('[', ']', ',', ' ').Split(", ");
        return numbers.All(number => int.TryParse(number, out _))
            ? (word, [.. numbers.Select(int.Parse).Where(number => number < tags.Length).Select(number => tags[number])
                .Where(tag => !tag.Contains('|'))])
            : null;
    }
}
