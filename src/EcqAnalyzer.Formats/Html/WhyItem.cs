using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>A sentence with all that was found in it: what it does and how surely, the competencies it shows and claims, each
/// with the words, rules and classifier's words that say so, its person, reach and numbers, and what checks say of it.</summary>
internal static class WhyItem
{
    /// <summary>Evidence that says less is not worth a line.</summary>
    private const double LeastWeight = 0.1;

    private static readonly StatementType[] Types =
        [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result, StatementType.Duty, StatementType.Other];

    public static Markup Of(ReportView view, Statement statement)
    {
        var index = statement.Sentence.Index;
        return Markup.Of($"""
            <li id="why-{index}" class="why-item">
            <p class="of">{view.Quote(index)} <span class="place">{view.PlaceOf(index)}</span></p>
            <p class="verdict"><b class="{Wording.Id(statement.Type)}">{Wording.Id(statement.Type)}</b>
            {Wording.Percent(statement.Types[statement.Type])}<span class="others">{Others(statement)}</span></p>
            {Alone(statement)}
            {Reasons(view, index, label => label is TypeLabel type && type.Type == statement.Type)}
            {statement.Shown.Select(shown => Shown(view, index, shown))}
            {statement.Claimed.Select(claimed => Claimed(view, index, claimed))}
            {Marks(view, statement)}
            {Findings(view, statement)}
            </li>
            """);
    }

    /// <summary>"duty 12 %, context 4 %".</summary>
    private static string Others(Statement statement)
    {
        var others = Types
            .Where(type => type != statement.Type && statement.Types[type] >= 0.03)
            .OrderByDescending(type => statement.Types[type])
            .Select(type => $"{Wording.Id(type)} {Wording.Percent(statement.Types[type])}")
            .ToList();
        return others.Count == 0 ? "" : $"; else {string.Join(", ", others)}";
    }

    private static Markup Alone(Statement statement) => statement.TypeAlone == statement.Type ? Markup.Empty : Markup.Of($"""
        <p class="quiet">Read where it stands. By its own words alone, of which scores are made, it is
        {Wording.Id(statement.TypeAlone)} ({Wording.Percent(statement.Alone[statement.TypeAlone])}).</p>
        """);

    private static Markup Shown(ReportView view, int sentence, Shown shown)
    {
        var score = view.Analysis.Competencies.FirstOrDefault(score => score.Competency == shown.Competency);
        var share = score?.Shares.FirstOrDefault(share => share.Sentence == sentence);
        return Markup.Of($"""
            <p class="shows">{(share is null ? Perhaps(view, shown) : Counted(view, score!, share))} {Wording.Percent(shown.Probability)}</p>
            {Reasons(view, sentence, label => label is CompetencyLabel of && of.Competency == shown.Competency)}
            """);
    }

    private static Markup Perhaps(ReportView view, Shown shown) => Markup.Of($"may show <b>{view.NameOf(shown.Competency)}</b>, and does not count for it:");

    private static Markup Counted(ReportView view, CompetencyScore score, Share share)
    {
        var (strength, side) = share.Side == Side.Accomplishment ? (score.Accomplishment, "") : (score.Duty, " as a duty");
        return Markup.Of($"""
            shows <a href="#c-{score.Competency.Name}"><b>{view.NameOf(score.Competency)}</b></a>{side}: +{share.Points}, without it
            {ReportView.Fall(strength, share.Without)};
            """);
    }

    private static Markup Claimed(ReportView view, int sentence, CompetencyId claimed) => Markup.Of($"""
        <p class="shows">claims <b>{view.NameOf(claimed)}</b>, and does not show it</p>
        {Reasons(view, sentence, label => label is ClaimLabel of && of.Competency == claimed)}
        """);

    private static Markup Reasons(ReportView view, int sentence, Func<Label, bool> isAbout)
    {
        var reasons = view.EvidenceOf(sentence)
            .Where(evidence => evidence.Weight >= LeastWeight && isAbout(evidence.Label))
            .OrderByDescending(evidence => evidence.Weight)
            .ToList();
        return reasons.Count == 0
            ? Markup.Empty
            : Markup.Of($"""<ul class="reasons">{reasons.Select(evidence => Reason(view, sentence, evidence))}</ul>""");
    }

    private static Markup Reason(ReportView view, int sentence, Evidence evidence)
    {
        var isWhole = evidence.Span == view.Analysis.Document.Sentences[sentence].Span;
        var words = isWhole ? Markup.Empty : Markup.Of($"""<q dir="auto">{view.FirstWords(evidence.Span)}</q> """);
        return Markup.Of($"""<li>{words}{evidence.Why} <span class="id">{Origin(evidence.Origin)}, {Wording.Percent(evidence.Weight)}</span></li>""");
    }

    private static string Origin(EvidenceOrigin origin) => origin switch
    {
        RuleOrigin => $"rule {origin.Id}",
        ModelOrigin => "classifier",
        _ => $"sign {origin.Id}",
    };

    /// <summary>"Told as I; reach: programs; measured: 40 percent".</summary>
    private static Markup Marks(ReportView view, Statement statement)
    {
        var marks = new List<string>();
        if (statement.Person is Person.I or Person.We)
        {
            marks.Add(statement.Person == Person.I ? "your own part" : "told of “we”");
        }

        if (statement.Level is { } level)
        {
            marks.Add($"reach: {Wording.Id(level)}");
        }

        if (statement.Measured)
        {
            marks.Add("measured");
        }

        marks.AddRange(statement.Sentence.Measures.Select(measure => $"“{measure.Span.Of(view.Text)}”: {Wording.Id(measure.Sense)}"));
        return marks.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="quiet" dir="auto">{string.Join("; ", marks)}</p>""");
    }

    private static Markup Findings(ReportView view, Statement statement)
    {
        var findings = view.Analysis.Findings
            .Where(finding => finding.Span is { } span && statement.Sentence.Span.Contains(span))
            .DistinctBy(finding => finding.Check)
            .ToList();
        return findings.Count == 0 ? Markup.Empty : Markup.Of($"""
            <ul class="reasons">{findings.Select(finding => Markup.Of($"""
                <li><a href="#check-{finding.Check}">{Wording.Id(finding.Severity)}</a>: <span dir="auto">{finding.Message}</span></li>
                """))}</ul>
            """);
    }
}
