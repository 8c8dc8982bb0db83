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
            .GroupBy(finding => $"{finding.Check} {finding.Message}", StringComparer.Ordinal)
            .OrderByDescending(group => (int)group.First().Severity);
        foreach (var group in groups)
        {
            var first = group.First();
            var tint = first.Severity switch
            {
                Severity.Blocks => Tint.Trouble,
                Severity.Weakens => Tint.Duty,
                _ => Tint.Faint,
            };
            page.Wrapped(11, new Ink("  " + Wording.Id(first.Severity), tint), page.Printed(first.Message));
            var placed = group.Where(finding => finding.Span is not null).ToList();
            foreach (var finding in placed.Take(MostPlaces))
            {
                var span = SentenceAt(analysis.Document, finding.Span.GetValueOrDefault());
                page.Wrapped(11, "           ", new Ink($"{places.Describe(span)},", Tint.Faint), new Ink(
                    page.Quote(Quoting.FirstWords(page, draft, span)), Tint.Faint));
            }

            if (placed.Count > MostPlaces)
            {
                page.Wrapped(11, "           ", new Ink(
                    $"and {Wording.Count(placed.Count - MostPlaces, "more place")}", Tint.Faint));
            }
        }
    }

    /// <summary>The sentence that holds what was found: two of its words alone would not tell a reader where to look.</summary>
    private static TextSpan SentenceAt(Document document, TextSpan span)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Span.Contains(span))
            {
                return sentence.Span;
            }
        }

        return span;
    }
}
