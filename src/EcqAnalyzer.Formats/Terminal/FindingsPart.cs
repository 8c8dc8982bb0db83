using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>What the checks of the whole draft found, the gravest first; equal messages stand once, with their places.</summary>
internal static class FindingsPart
{
    private const int MostPlaces = 3;

    public static void Write(Page page, Analysis analysis)
    {
        if (analysis.Findings.IsEmpty)
        {
            return;
        }

        page.Title("Also noticed");
        var draft = analysis.Document.Draft;
        var places = new Places(draft);
        var groups = analysis.Findings
            .GroupBy(finding => finding with { Span = null })
            .OrderByDescending(group => group.Key.Severity);
        foreach (var group in groups)
        {
            var tint = group.Key.Severity switch
            {
                Severity.Blocks => Tint.Trouble,
                Severity.Weakens => Tint.Duty,
                _ => Tint.Faint,
            };
            page.Wrapped(11, new Ink("  " + Wording.Id(group.Key.Severity), tint), page.Printed(group.Key.Message));
            var spans = group.Where(finding => finding.Span is not null).Select(finding => finding.Span!.Value).ToList();
            foreach (var span in spans.Take(MostPlaces))
            {
                page.Wrapped(11, "           ", new Ink($"{places.Describe(span)},", Tint.Faint), new Ink(
                    page.Quote(Quoting.FirstWords(page, draft, span)), Tint.Faint));
            }

            if (spans.Count > MostPlaces)
            {
                page.Wrapped(11, "           ", new Ink(
                    $"and {Wording.Count(spans.Count - MostPlaces, "more place")}", Tint.Faint));
            }
        }
    }
}
