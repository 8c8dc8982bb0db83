using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>What changes did to strengths: the shares of a change's sentences after it, less those before it. Shares come in
/// quarters of a point, so that differences are exact and add up.</summary>
internal static class StrengthShifts
{
    public static ImmutableArray<SentenceChange> AddTo(ImmutableArray<SentenceChange> changes, Analysis old, Analysis @new)
    {
        if (!AreScored(old, @new))
        {
            return changes;
        }

        var (before, after) = (SharesBySentence(old), SharesBySentence(@new));
        return [.. changes.Select(change => change with { Shifts = Shift(change, before, after) })];
    }

    /// <summary>Every competency in order of the framework; none where one of the drafts has no score.</summary>
    public static ImmutableArray<CompetencyChange> Sum(ImmutableArray<SentenceChange> changes, Analysis old, Analysis @new)
    {
        if (!AreScored(old, @new))
        {
            return [];
        }

        var was = old.Competencies.ToDictionary(score => score.Competency);
        return [.. @new.Competencies.Where(score => was.ContainsKey(score.Competency)).Select(score => Sum(changes, was[score.Competency], score))];
    }

    private static bool AreScored(Analysis old, Analysis @new) =>
        old.Gradable.Status == GradableStatus.Ok && @new.Gradable.Status == GradableStatus.Ok;

    private static CompetencyChange Sum(ImmutableArray<SentenceChange> changes, CompetencyScore was, CompetencyScore isNow)
    {
        var movers = Enumerable.Range(0, changes.Length)
            .Where(i => !changes[i].IsSame)
            .Select(i => (Index: i, Shift: changes[i].Shifts.FirstOrDefault(shift => shift.Competency == isNow.Competency)))
            .Where(mover => mover.Shift is not null)
            .OrderByDescending(mover => Size(mover.Shift!))
            .ThenBy(mover => mover.Index)
            .ToList();
        var rest = isNow.Accomplishment - was.Accomplishment - movers.Sum(mover => mover.Shift!.Accomplishment);
        return new CompetencyChange(was, isNow, [.. movers.Select(mover => mover.Index)], rest);
    }

    private static ImmutableArray<StrengthShift> Shift(
        SentenceChange change, Dictionary<int, List<ShareOf>> before, Dictionary<int, List<ShareOf>> after)
    {
        var won = change.New.SelectMany(i => after.GetValueOrDefault(i) ?? []);
        var lost = change.Old.SelectMany(i => before.GetValueOrDefault(i) ?? []).Select(each => each with { Points = -each.Points });
        return
        [
            .. won.Concat(lost)
                .GroupBy(each => each.Competency)
                .Select(group => new StrengthShift(group.Key, SumOf(group, Side.Accomplishment), SumOf(group, Side.Duty)))
                .Where(shift => Size(shift) > 0)
                .OrderByDescending(Size)
                .ThenBy(shift => shift.Competency.Name, StringComparer.Ordinal),
        ];
    }

    private static double SumOf(IEnumerable<ShareOf> shares, Side side) =>
        shares.Where(each => each.Side == side).Sum(each => each.Points);

    private static double Size(StrengthShift shift) => Math.Abs(shift.Accomplishment) + Math.Abs(shift.Duty);

    private static Dictionary<int, List<ShareOf>> SharesBySentence(Analysis analysis) => analysis.Competencies
        .SelectMany(score => score.Shares.Select(share => (share.Sentence, Share: new ShareOf(score.Competency, share.Side, share.Points))))
        .GroupBy(each => each.Sentence)
        .ToDictionary(group => group.Key, group => group.Select(each => each.Share).ToList());

    private sealed record ShareOf(CompetencyId Competency, Side Side, double Points);
}
