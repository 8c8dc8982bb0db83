using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>
/// What the checks of the whole draft found, the gravest first. What one check found stands once, with its first place and a
/// count of the others; and of all checks no more than fits on about one screen, unless everything was asked for: a long list
/// of faults is not read.
/// </summary>
internal static class FindingsPart
{
    private const int MostLines = 30;
    private const int MostPlaces = 3;
    private const int Column = 11;

    /// <summary>Longer words than these are told by their place alone.</summary>
    private const int LongestWords = 24;

    public static void Write(Page page, Analysis analysis, ReportParts parts)
    {
        if (analysis.Findings.IsEmpty)
        {
            return;
        }

        page.Title("Also noticed");
        var places = new Places(analysis.Document.Draft);
        var groups = Summary.FindingsByCheck(analysis);
        var (start, written) = (page.Lines, 0);
        foreach (var group in groups)
        {
            if (page.Lines - start >= MostLines && !parts.HasFlag(ReportParts.Shares))
            {
                break;
            }

            WriteGroup(page, analysis.Document, places, group);
            written++;
        }

        WriteRest(page, groups[written..]);
    }

    private static void WriteGroup(Page page, Document document, Places places, List<Finding> group)
    {
        var first = group[0];
        page.Wrapped(Column, new Ink("  " + Wording.Id(first.Severity), TintOf(first.Severity)), page.Printed(first.Message));
        if (first.Span is { } place)
        {
            var span = SentenceAt(document, place);
            page.Wrapped(Column, "", new Ink(
                $"{places.Describe(span)}, {page.Quote(Quoting.FirstWords(page, document.Draft, span))}", Tint.Faint));
        }

        if (group.Count > 1)
        {
            page.Wrapped(Column, "", new Ink(Others(page, document, places, group), Tint.Faint));
        }
    }

    /// <summary>"And 4 more: 'helped to' (paragraph 9); 'assisted with' (paragraph 12); ...".</summary>
    private static string Others(Page page, Document document, Places places, List<Finding> group)
    {
        var named = new List<string>();
        foreach (var other in group.Skip(1).Take(MostPlaces))
        {
            var place = other.Span is { } span ? places.Describe(SentenceAt(document, span)) : "";
            var words = page.Printed(other.Words);
            var isSaid = words.Length > 0 && words.Length <= LongestWords && other.Words != group[0].Words;
            named.Add(isSaid && place.Length > 0 ? $"{words} ({place})" : isSaid ? words : place);
        }

        named.RemoveAll(name => name.Length == 0);
        var rest = group.Count - 1 - MostPlaces;
        return $"and {group.Count - 1} more{(named.Count > 0 ? ": " : "")}{string.Join("; ", named.Distinct())}{(rest > 0 ? $"; {page.Ellipsis}" : "")}";
    }

    /// <summary>"6 more checks found something in 9 places (4 weakens, 2 advice); --why shows all."</summary>
    private static void WriteRest(Page page, List<List<Finding>> rest)
    {
        if (rest.Count == 0)
        {
            return;
        }

        var counts = new List<string>();
        for (var severity = Severity.Blocks; severity >= Severity.Advice; severity--)
        {
            var count = rest.Count(group => group[0].Severity == severity);
            if (count > 0)
            {
                counts.Add($"{count} {Wording.Id(severity)}");
            }
        }

        page.Wrapped(2, "  ", new Ink(
            $"{Wording.Count(rest.Count, "more check")} found something in {Wording.Count(rest.SelectMany(group => group).Count(), "place")} "
            + $"({string.Join(", ", counts)}); --why shows all.", Tint.Faint));
    }

    private static Tint TintOf(Severity severity) => severity switch
    {
        Severity.Blocks => Tint.Trouble,
        Severity.Weakens => Tint.Duty,
        _ => Tint.Faint,
    };

    /// <summary>The sentence that holds what was found: two of its words alone would not tell a reader where to look.</summary>
    private static TextSpan SentenceAt(Document document, TextSpan span) => document.FindSentence(span)?.Span ?? span;
}
