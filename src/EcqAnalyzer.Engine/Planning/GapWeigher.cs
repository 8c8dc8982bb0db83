using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>Finds what a reader misses in a competency, and weighs it by the formula of <see cref="PlanPolicy"/>.
/// <paramref name="reach"/> is the highest level that anything in the draft reaches: whoever works there looks for evidence there.</summary>
internal sealed class GapWeigher(PlanPolicy policy, PlanWords words, Analysis analysis, Level reach)
{
    /// <summary>Null where nothing is missing: the highest rung, at the map's level or above.</summary>
    public PlannedGap? Find(Ecq ecq, JourneyPlace place, CompetencyScore score)
    {
        if (SortOf(place, score) is not { } sort)
        {
            return null;
        }

        var gap = new PlannedGap(place.Competency, ecq, score, sort, 0, [], "")
        {
            Sentence = SentenceOf(sort, place, score),
            Aim = AimOf(place),
        };
        var factors = FactorsOf(gap, place).ToImmutableArray();
        return gap with
        {
            Factors = factors,
            Weight = Math.Round(factors.Aggregate(1.0, (product, factor) => product * factor.Value), 2, MidpointRounding.AwayFromZero),
            Says = words.Fill(policy.Objectives[(int)sort].Says, gap, place.Shown),
        };
    }

    private static GapSort? SortOf(JourneyPlace place, CompetencyScore score) => score.Rung switch
    {
        Rung.Absent => GapSort.Absent,
        Rung.Claimed => GapSort.Claimed,
        Rung.Duty => GapSort.Duty,
        Rung.Action => GapSort.Action,
        Rung.Result => GapSort.Result,
        _ => place.Stand == JourneyStand.Below ? GapSort.Level : null,
    };

    private IEnumerable<WeightFactor> FactorsOf(PlannedGap gap, JourneyPlace place)
    {
        WeightFactor Factor(PlanFactor factor, double added) => new(added + factor.Value, words.Fill(factor.Says, gap, place.Shown));
        yield return Factor(policy.Missing[(int)gap.Sort], 0);
        if (gap.Ecq.IsFundamental)
        {
            yield return Factor(policy.Factors.Fundamental, 0);
        }
        else if (analysis.Ecqs.FirstOrDefault(score => score.Ecq == gap.Ecq.Id) is { Shown: 0 })
        {
            yield return Factor(policy.Factors.EmptyEcq, 1);
        }

        if (place.Map is [Level.Organization])
        {
            yield return Factor(policy.Factors.TopLevel, 1);
        }
    }

    /// <summary>The sentence a gap is about: the duty or deed that carries most, or the first claim.</summary>
    private int? SentenceOf(GapSort sort, JourneyPlace place, CompetencyScore score) => sort switch
    {
        GapSort.Claimed => analysis.Statements.FirstOrDefault(statement => statement.Claimed.Contains(score.Competency))?.Sentence.Index,
        GapSort.Duty => Strongest(score, Side.Duty),
        GapSort.Level => place.Sentence ?? Strongest(score, Side.Accomplishment),
        GapSort.Absent => null,
        _ => Strongest(score, Side.Accomplishment),
    };

    private static int? Strongest(CompetencyScore score, Side side) =>
        score.Shares.Where(share => share.Side == side).OrderByDescending(share => share.Points).FirstOrDefault()?.Sentence;

    /// <summary>One level above what is shown, or where the writer works; not below what the map asks.</summary>
    private Level AimOf(JourneyPlace place)
    {
        var next = place.Shown is { } shown ? (Level)Math.Min((int)shown + 1, (int)Level.Organization) : reach;
        return place.Map is [var asked, ..] && asked > next ? asked : next;
    }
}
