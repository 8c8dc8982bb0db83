namespace EcqAnalyzer.Training.Words;

/// <summary>The single words of WordNet by part of speech.</summary>
internal sealed record WordNetIndex(
    IReadOnlySet<string> Nouns, IReadOnlySet<string> Verbs, IReadOnlySet<string> Adjectives, IReadOnlySet<string> Adverbs)
{
    public static WordNetIndex Load(string folder) => new(
        Read(folder, "noun"), Read(folder, "verb"), Read(folder, "adj"), Read(folder, "adv"));

    private static HashSet<string> Read(string folder, string part) =>
    [
        .. File.ReadLines(Path.Combine(folder, "index." + part))
            .Where(line => line.Length > 0 && line[0] != ' ')
            .Select(line => line[..line.IndexOf(' ')])
            .Where(word => word.Length < 30 && word.All(c => char.IsAsciiLetterLower(c) || c is '-' or '\'')),
    ];
}
