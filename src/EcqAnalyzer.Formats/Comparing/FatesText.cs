using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>What the checks and suggestions said of the old version and say of the new.</summary>
internal static class FatesText
{
    public static void Write(Page page, Comparison comparison)
    {
        var numbers = ChangesText.NumbersOf(comparison);
        WriteAll(page, "What the checks say", "Met", "New", comparison.Findings.Select(change =>
            new Line(change.Fate, change.Finding.Message, change.Change is { } at ? numbers[at] : null)));
        WriteAll(page, "What was worth doing", "No longer asked", "Asked now", comparison.Suggestions.Select(change =>
            new Line(change.Fate, $"{change.Suggestion.Problem} {change.Suggestion.Question}", change.Change is { } at ? numbers[at] : null)));
    }

    private static void WriteAll(Page page, string title, string met, string @new, IEnumerable<Line> all)
    {
        var lines = all.ToList();
        var stands = lines.Count(line => line.Fate == Fate.Stands);
        if (lines.Count == stands)
        {
            return;
        }

        page.Title(title);
        WriteGroup(page, met, Tint.Accomplishment, lines.Where(line => line.Fate == Fate.Met));
        WriteGroup(page, @new, Tint.Trouble, lines.Where(line => line.Fate == Fate.New));
        if (stands > 0)
        {
            page.Wrapped(2, "  ", new Ink($"{stands} {(stands == 1 ? "stands" : "stand")} as before.", Tint.Faint));
        }
    }

    private static void WriteGroup(Page page, string title, Tint tint, IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            var by = line.Change is { } number ? $" (change {number})" : "";
            page.Wrapped(4, new Ink($"  {title}:", tint), page.Printed(line.Message + by));
        }
    }

    private sealed record Line(Fate Fate, string Message, int? Change);
}
