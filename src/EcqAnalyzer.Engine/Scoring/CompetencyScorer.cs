using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Scores every competency of a framework that rules look for, and sums the scores by ECQ.</summary>
public sealed class CompetencyScorer(ScoringPolicy policy, JudgeModel? model = null)
{
    private readonly StrengthScorer _strengths = new(policy);
    private readonly IntervalJudge _intervals = new(policy, model);
    private readonly RungJudge _rungs = new(policy.Thresholds);

    public ImmutableArray<CompetencyScore> Score(
        Framework framework,
        ImmutableArray<Statement> statements,
        ImmutableArray<Story> stories,
        ImmutableArray<Evidence> evidence)
    {
        var shownBy = statements
            .SelectMany(statement => statement.Shown
                .Where(shown => shown.Probability >= policy.Thresholds.Counted)
                .Select(shown => new Showing(statement, shown)))
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
            FindHighest(showings),
            [.. accomplishment.Shares, .. duty.Shares]);
    }

    private static Level? FindHighest(ImmutableArray<Showing> showings)
    {
        Level? highest = null;
        foreach (var showing in showings)
        {
            if (showing.Side == Side.Accomplishment && showing.Statement.Level is { } level && !(highest >= level))
            {
                highest = level;
            }
        }

        return highest;
    }

    private static EcqScore? Sum(Ecq ecq, Dictionary<CompetencyId, CompetencyScore> byCompetency)
    {
        var (accomplishment, duty, shown, all) = (0.0, 0.0, 0, 0);
        foreach (var competency in ecq.Competencies)
        {
            if (byCompetency.TryGetValue(competency.Id, out var score))
            {
                (accomplishment, duty, all) = (accomplishment + score.Accomplishment, duty + score.Duty, all + 1);
                shown += score.Rung >= Rung.Action ? 1 : 0;
            }
        }

        return all == 0 ? null : new EcqScore(ecq.Id, Math.Round(accomplishment / all, 2), Math.Round(duty / all, 2), shown, all);
    }
}

/// <summary>A statement that shows a competency, and how.</summary>
public sealed record Showing(Statement Statement, Shown Shown)
{
    /// <summary>The side on which it counts; null where the sentence is neither an accomplishment nor a duty.</summary>
    public Side? Side => SideOf(Statement.TypeAlone);

    /// <summary>Whose deed it is.</summary>
    public Person Person => Shown.ToldOf ?? Statement.Person;

    public static Side? SideOf(StatementType type) => type switch
    {
        StatementType.Action or StatementType.Result => Model.Side.Accomplishment,
        StatementType.Duty => Model.Side.Duty,
        _ => null,
    };
}
