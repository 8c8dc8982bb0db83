using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>What the checks found, by check, the gravest first, each place a link to its sentence.</summary>
internal static class ChecksSection
{
    public static Markup Of(ReportView view)
    {
        var groups = Summary.FindingsByCheck(view.Analysis);
        return groups.Count == 0 && view.Analysis.Suppressed.IsEmpty ? Markup.Empty : Markup.Of($"""
            <h2 id="checks-title">What the checks noticed</h2>
            <p class="lead">{Lead(groups)}</p>
            {(groups.Count == 0 ? Markup.Empty : Markup.Of($"""<ul class="checks">{groups.Select(group => Group(view, group))}</ul>"""))}
            {KeptSilent(view)}
            """);
    }

    private static Markup KeptSilent(ReportView view)
    {
        var lines = Summary.KeptSilent(view.Analysis).ToList();
        return lines.Count == 0 ? Markup.Empty : Markup.Of($"""
            <p class="silent"><b>Kept silent:</b></p><ul class="places">{lines.Select(line => Markup.Of($"""<li dir="auto">{line}</li>"""))}</ul>
            """);
    }

    private static string Lead(List<List<Finding>> groups)
    {
        var counts = new List<string>();
        for (var severity = Severity.Blocks; severity >= Severity.Advice; severity--)
        {
            var count = groups.Count(group => group[0].Severity == severity);
            if (count > 0)
            {
                counts.Add($"{count} {Meaning(severity)}");
            }
        }

        return groups.Count == 0 ? "No check found anything." : $"{Wording.Count(groups.Count, "check")} found something: {string.Join(", ", counts)}.";
    }

    private static string Meaning(Severity severity) => severity switch
    {
        Severity.Blocks => "that may send the draft back",
        Severity.Weakens => "that weaken it",
        _ => "worth a thought",
    };

    private static Markup Group(ReportView view, List<Finding> group)
    {
        var severity = Wording.Id(group[0].Severity);
        var places = group.Where(finding => finding.Span is not null).ToList();
        return Markup.Of($"""
            <li id="check-{group[0].Check}" class="check check-{severity}"><span class="severity">{severity}</span>
            <div><p dir="auto">{group[0].Message}</p>
            {(places.Count == 0 ? Markup.Empty : Markup.Of($"""<ul class="places">{places.Select(finding => Place(view, finding, isOneOfMany: places.Count > 1))}</ul>"""))}
            <p class="id">{group[0].Check}</p></div></li>
            """);
    }

    private static Markup Place(ReportView view, Finding finding, bool isOneOfMany)
    {
        var sentence = view.Analysis.Document.FindSentence(finding.Span!.Value);
        var words = isOneOfMany && finding.Words.Length > 0 ? Markup.Of($"""<b dir="auto">{finding.Words}</b> """) : Markup.Empty;
        var quote = sentence is null ? Markup.Of($"{view.FirstWords(finding.Span.Value)}") : view.Quote(sentence.Index);
        return Markup.Of($"<li>{words}<span>{view.PlaceOf(sentence?.Span ?? finding.Span.Value)}: {quote}</span></li>");
    }
}
