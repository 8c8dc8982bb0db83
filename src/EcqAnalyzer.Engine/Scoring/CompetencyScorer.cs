using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Scores every competency of a framework that rules look for, and sums the scores by ECQ.</summary>
public sealed class CompetencyScorer(ScoringPolicy policy)
{
    private readonly StrengthScorer _strengths = new(policy);
    private readonly IntervalJudge _intervals = new(policy);
    private readonly RungJudge _rungs = new(policy.Thresholds);

    public ImmutableArray<CompetencyScore> Score(
        Framework framework,
        ImmutableArray<Statement> statements,
        ImmutableArray<Story> stories,
        ImmutableArray<Evidence> evidence)
    {
        var shownBy = statements
            .SelectMany(statement => statement.Shown.Select(shown => new Showing(statement, shown)))
            .ToLookup(each => each.Shown.Competency);
        var evidenceOf = evidence
            .Where(each => each.Label is CompetencyLabel)
            .ToLookup(each => ((CompetencyLabel)each.Label).Competency);
        return
        [
            .. framework.Competencies
                .Where(competency => !framework.WithoutRules.Contains(competency.Id))
                .Select(competency => Score(
                    competency.Id, [.. shownBy[competency.Id]], statements, stories, [.. evidenceOf[competency.Id]])),
        ];
    }

    public static ImmutableArray<EcqScore> SumByEcq(Framework framework, ImmutableArray<CompetencyScore> scores)
    {
        var byCompetency = scores.ToDictionary(score => score.Competency);
        return scores.IsEmpty ? [] : [.. framework.Ecqs.Select(ecq => Sum(ecq, byCompetency)).OfType<EcqScore>()];
    }

    private CompetencyScore Score(
        CompetencyId competency,
        ImmutableArray<Showing> showings,
        ImmutableArray<Statement> statements,
        ImmutableArray<Story> stories,
        ImmutableArray<Evidence> evidence)
    {
        var accomplishment = _strengths.Score(Side.Accomplishment, showings);
        var duty = _strengths.Score(Side.Duty, showings);
        var (interval, needsReader) = _intervals.Judge(accomplishment, showings, statements, evidence);
        return new CompetencyScore(
            competency,
            _rungs.Judge(competency, statements, stories),
            accomplishment.Points,
            duty.Points,
            interval,
            needsReader,
            showings.Where(each => each.Side == Side.Accomplishment).Max(each => each.Statement.Level),
            [.. accomplishment.Shares, .. duty.Shares]);
    }

    private static EcqScore? Sum(Ecq ecq, Dictionary<CompetencyId, CompetencyScore> byCompetency)
    {
        var scores = ecq.Competencies.Where(each => byCompetency.ContainsKey(each.Id)).Select(each => byCompetency[each.Id]).ToArray();
        return scores.Length == 0
            ? null
            : new EcqScore(
                ecq.Id,
                Math.Round(scores.Average(score => score.Accomplishment), 2),
                Math.Round(scores.Average(score => score.Duty), 2),
                scores.Count(score => score.Rung >= Rung.Action),
                scores.Length);
    }
}

/// <summary>A statement that shows a competency, and how.</summary>
public sealed record Showing(Statement Statement, Shown Shown)
{
    /// <summary>The side on which it counts; null where the sentence is neither an accomplishment nor a duty.</summary>
    public Side? Side => SideOf(Statement.Type);

    public static Side? SideOf(StatementType type) => type switch
    {
        StatementType.Action or StatementType.Result => Model.Side.Accomplishment,
        StatementType.Duty => Model.Side.Duty,
        _ => null,
    };
}
