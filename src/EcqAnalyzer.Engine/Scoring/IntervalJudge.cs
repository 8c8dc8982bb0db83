using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>
/// Says how far an accomplishment strength may be off. Each sentence may be worth less or more by its doubt: few origins
/// behind the competency, or a type that a reader might take otherwise. Sentences that just miss count toward the
/// upper end.
/// </summary>
public sealed class IntervalJudge(ScoringPolicy policy, JudgeModel? model = null)
{
    private readonly StrengthScorer _strengths = new(policy);
    private readonly EvidenceFuser _fuser = new(policy.Reliability);
    private readonly LearnedJudge? _learned = model is null ? null : new LearnedJudge(model, new EvidenceFuser(policy.Reliability));

    public (Interval Interval, bool NeedsReader) Judge(
        Strength strength, ImmutableArray<Showing> showings, ImmutableArray<Statement> statements, ImmutableArray<Evidence> evidence)
    {
        var bySentence = Group(evidence);
        var counted = _strengths.Rank(strength.Side, showings);
        var borderline = Borderline(statements, bySentence);
        var low = new double[counted.Count];
        var high = new double[counted.Count + borderline.Count];
        for (var i = 0; i < counted.Count; i++)
        {
            var doubt = DoubtOf(counted[i].Showing.Statement, bySentence);
            low[i] = counted[i].Worth * (1 - doubt);
            high[i] = Math.Min(1, counted[i].Worth * (1 + doubt));
        }

        borderline.CopyTo(high, counted.Count);
        var interval = new Interval(
            _strengths.Total(strength.Side, low), Math.Max(_strengths.Total(strength.Side, high), strength.Points));
        var isWide = interval.High - interval.Low > policy.Interval.NeedsReaderWidth;
        return (interval, isWide || RestsOnDoubtfulType(counted) || IsHardlyShown(counted));
    }

    private static Dictionary<int, List<Evidence>> Group(ImmutableArray<Evidence> evidence)
    {
        var bySentence = new Dictionary<int, List<Evidence>>();
        foreach (var each in evidence)
        {
            if (!bySentence.TryGetValue(each.Sentence, out var group))
            {
                bySentence.Add(each.Sentence, group = []);
            }

            group.Add(each);
        }

        return bySentence;
    }

    private double DoubtOf(Statement statement, Dictionary<int, List<Evidence>> bySentence)
    {
        var evidence = bySentence.GetValueOrDefault(statement.Sentence.Index);
        var hasMoreOrigins = evidence is not null && evidence.Exists(each => each.Origin != evidence[0].Origin);
        var ofOrigins = hasMoreOrigins ? policy.Interval.MoreOrigins : policy.Interval.OneOrigin;
        var ofType = policy.Interval.TypeDoubt * (1 - Math.Min(statement.Alone.Accomplishment, statement.Types.Accomplishment));
        return Math.Min(1, ofOrigins + ofType);
    }

    /// <summary>Worths of sentences that do not count, and might for a reader: the evidence of the competency stays below the
    /// threshold, or the sentence is read as something else though an accomplishment is nearly as likely.</summary>
    private List<double> Borderline(ImmutableArray<Statement> statements, Dictionary<int, List<Evidence>> bySentence)
    {
        var worths = new List<double>();
        foreach (var group in bySentence.Values)
        {
            var statement = statements[group[0].Sentence];
            var shown = _learned is null ? _fuser.Fuse(group) : _learned.Shows(((CompetencyLabel)group[0].Label).Competency, group);
            var isCounted = shown >= policy.Thresholds.Counted && Showing.SideOf(statement.TypeAlone) == Side.Accomplishment;
            if (!isCounted && statement.TypeAlone != StatementType.Other)
            {
                worths.Add(policy.Interval.Borderline * shown * statement.Alone.Accomplishment);
            }
        }

        return worths;
    }

    private bool RestsOnDoubtfulType(List<StrengthPart> counted) =>
        counted.Count > 0
        && counted.TrueForAll(part => IsDoubtful(part.Showing.Statement));

    /// <summary>Whether it is likelier that none of them shows the competency than that one does.</summary>
    private bool IsHardlyShown(List<StrengthPart> counted)
    {
        var none = 1.0;
        foreach (var part in counted)
        {
            none *= 1 - part.Showing.Shown.Probability;
        }

        return counted.Count > 0 && 1 - none < policy.Interval.NeedsReaderShown;
    }

    /// <summary>By itself hardly an accomplishment, or read otherwise in its surroundings.</summary>
    private bool IsDoubtful(Statement statement) =>
        statement.Alone.Accomplishment < policy.Interval.NeedsReaderType || Showing.SideOf(statement.Type) != Showing.SideOf(statement.TypeAlone);
}
