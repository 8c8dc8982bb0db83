using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Screening;

/// <summary>From an analysis to the little that a screening keeps of it.</summary>
public static class Digester
{
    /// <summary>As many questions as a coach asks in one conversation.</summary>
    private const int MostQuestions = 3;

    /// <summary><paramref name="rules"/>: see <see cref="Digest.Rules"/>.</summary>
    public static Digest Of(Analysis analysis, string rules)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var draft = analysis.Document.Draft;
        return new Digest(
            rules,
            draft.File.Hash,
            analysis.Framework.Value.Id,
            analysis.Kind.Value,
            draft.CountWords(),
            analysis.Gradable,
            EcqsOf(analysis),
            CompetenciesOf(analysis),
            ChecksOf(analysis),
            QuestionsOf(analysis))
        {
            Pages = draft.Extraction.Pages,
            Doubts =
            [
                .. draft.Extraction.Notes
                    .Where(note => note.Grade is ExtractionGrade.Doubtful or ExtractionGrade.Untrusted)
                    .Select(note => note.Message),
            ],
        };
    }

    /// <summary>The rung that at least half of some competencies reach.</summary>
    public static Rung RungOf(IEnumerable<Rung> rungs)
    {
        var ordered = rungs.OrderDescending().ToList();
        return ordered.Count == 0 ? Rung.Absent : ordered[(ordered.Count - 1) / 2];
    }

    private static ImmutableArray<EcqDigest> EcqsOf(Analysis analysis)
    {
        var named = analysis.Document.Sections.Select(section => section.Ecq).OfType<EcqId>().ToHashSet();
        var rungs = analysis.Competencies.ToLookup(
            score => analysis.Framework.Value.FindEcqOf(score.Competency)?.Id, score => score.Rung);
        return
        [
            .. analysis.Ecqs.Select(ecq => new EcqDigest(
                ecq.Ecq.Name, RungOf(rungs[ecq.Ecq]), ecq.Accomplishment, ecq.Duty, ecq.Shown, ecq.Of, named.Count == 0 || named.Contains(ecq.Ecq))),
        ];
    }

    private static ImmutableArray<CompetencyDigest> CompetenciesOf(Analysis analysis) =>
    [
        .. analysis.Competencies.Select(score => new CompetencyDigest(
            score.Competency.Name,
            analysis.Framework.Value.FindEcqOf(score.Competency)?.Id.Name ?? "",
            score.Rung,
            score.Accomplishment,
            score.Duty,
            score.Interval,
            score.NeedsReader)),
    ];

    private static ImmutableArray<CheckDigest> ChecksOf(Analysis analysis) =>
    [
        .. analysis.Findings
            .GroupBy(finding => finding.Check, StringComparer.Ordinal)
            .Select(found => new CheckDigest(found.Key, found.First().Severity, found.Count(), found.First().Message))
            .OrderByDescending(check => (int)check.Severity)
            .ThenBy(check => check.Check, StringComparer.Ordinal),
    ];

    private static ImmutableArray<QuestionDigest> QuestionsOf(Analysis analysis) =>
    [
        .. analysis.Suggestions
            .OrderByDescending(suggestion => suggestion.Priority)
            .Take(MostQuestions)
            .Select(suggestion => new QuestionDigest(suggestion.Competency?.Name, suggestion.Problem, suggestion.Question)),
    ];
}
