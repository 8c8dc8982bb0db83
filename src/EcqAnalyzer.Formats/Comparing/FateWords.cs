using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>What the checks, or the suggestions, said of the old version and say of the new, under the words for what is met and
/// what is new.</summary>
internal sealed record FateWords(string Id, string Title, string Met, string New, List<FateLine> Lines)
{
    public int Standing => Lines.Count(line => line.Fate == Fate.Stands);

    public bool IsNothing => Lines.Count == Standing;

    /// <summary>Null where none stands.</summary>
    public string? Stands => Standing == 0 ? null : $"{Standing} {(Standing == 1 ? "stands" : "stand")} as before.";

    public IEnumerable<FateLine> Of(Fate fate) => Lines.Where(line => line.Fate == fate);

    /// <summary>Both, without the one of which nothing is met and nothing new.</summary>
    public static IEnumerable<FateWords> Of(Comparison comparison, ComparisonWords words)
    {
        int? Number(int? change) => change is { } at ? words.Numbers[at] : null;
        FateWords[] both =
        [
            new("checks", "What the checks say", "Met", "New",
                [.. comparison.Findings.Select(change => new FateLine(change.Fate, change.Finding.Message, Number(change.Change)))]),
            new("advice", "What was worth doing", "No longer asked", "Asked now",
                [.. comparison.Suggestions.Select(change => new FateLine(
                    change.Fate, $"{change.Suggestion.Problem} {change.Suggestion.Question}", Number(change.Change)))]),
        ];
        return both.Where(each => !each.IsNothing);
    }
}

/// <summary>A message, and the number of the change that it is about, where it is about one.</summary>
internal sealed record FateLine(Fate Fate, string Message, int? Change);
