using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>
/// Says how far an accomplishment strength may be off. Each sentence may be worth less or more by its doubt: few origins
/// behind the competency, or a type that a reader might take otherwise. Sentences that just miss count toward the
/// upper end.
/// </summary>
public sealed class IntervalJudge(ScoringPolicy policy)
{
    private readonly StrengthScorer _strengths = new(policy);
    private readonly EvidenceFuser _fuser = new(policy.Reliability);

    public (Interval Interval, bool NeedsReader) Judge(
        Strength strength, ImmutableArray<Showing> showings, ImmutableArray<Statement> statements, ImmutableArray<Evidence> evidence)
    {
        var bySentence = evidence.ToLookup(each => each.Sentence);
        var counted = StrengthScorer.Rank(showings.Where(each => each.Side == strength.Side).Select(_strengths.PartOf));
        var doubts = counted.Select(part => DoubtOf(part, [.. bySentence[part.Showing.Statement.Sentence.Index]])).ToArray();
        var low = _strengths.Total(strength.Side, counted.Select((part, i) => part.Worth * (1 - doubts[i])));
        var high = _strengths.Total(
            strength.Side,
            counted.Select((part, i) => Math.Min(1, part.Worth * (1 + doubts[i]))).Concat(Borderline(statements, bySentence)));
        var interval = new Interval(low, Math.Max(high, strength.Points));
        var isWide = interval.High - interval.Low > policy.Interval.NeedsReaderWidth;
        return (interval, isWide || RestsOnDoubtfulType(counted));
    }

    private double DoubtOf(StrengthPart part, ImmutableArray<Evidence> evidence)
    {
        var origins = evidence.Select(each => each.Origin).Distinct().Count();
        var ofOrigins = origins > 1 ? policy.Interval.MoreOrigins : policy.Interval.OneOrigin;
        var ofType = policy.Interval.TypeDoubt * (1 - part.Showing.Statement.Types.Accomplishment);
        return Math.Min(1, ofOrigins + ofType);
    }

    /// <summary>Worths of sentences that do not count, and might for a reader: the evidence of the competency stays below the
    /// threshold, or the sentence is read as something else though an accomplishment is nearly as likely.</summary>
    private IEnumerable<double> Borderline(ImmutableArray<Statement> statements, ILookup<int, Evidence> bySentence)
    {
        foreach (var group in bySentence)
        {
            var statement = statements[group.Key];
            var shown = _fuser.Fuse(group);
            var isCounted = shown >= policy.Thresholds.Competency && Showing.SideOf(statement.Type) == Side.Accomplishment;
            if (!isCounted && statement.Type != StatementType.Other)
            {
                yield return policy.Interval.Borderline * shown * statement.Types.Accomplishment;
            }
        }
    }

    private bool RestsOnDoubtfulType(ImmutableArray<StrengthPart> counted) =>
        !counted.IsEmpty && counted.Max(part => part.Showing.Statement.Types.Accomplishment) < policy.Interval.NeedsReaderType;
}
