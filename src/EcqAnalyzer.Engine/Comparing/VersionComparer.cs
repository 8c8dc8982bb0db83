using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>What other rules and models make of one text: a saved report beside an analysis of its text today, under the
/// framework that the report was made by.</summary>
public static class VersionComparer
{
    public static VersionEffect Compare(SavedReport saved, Analysis today)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(today);
        var then = saved.Sentences.ToDictionary(sentence => sentence.Span, sentence => sentence.Type);
        var types = today.Statements
            .Where(each => then.TryGetValue(each.Sentence.Span, out var type) && type != each.Type)
            .Select(each => new TypeShift(each.Sentence.Index, then[each.Sentence.Span], each.Type));
        var (noLonger, now) = Findings(saved, today);
        return new VersionEffect(
            saved.Provenance.Engine, today.Provenance.Engine, Parts(saved.Provenance, today.Provenance), Scores(saved, today), [.. types], noLonger, now);
    }

    /// <summary>Names of rules and models whose content differs, or that only one of the two had.</summary>
    private static ImmutableArray<string> Parts(Provenance then, Provenance now)
    {
        var (were, are) = (ToPairs(then), ToPairs(now));
        return [.. were.Except(are).Concat(are.Except(were)).Select(pair => pair.Name).Distinct().Order(StringComparer.Ordinal)];

        static List<(string Name, string Hash)> ToPairs(Provenance provenance) =>
            [.. provenance.RulesAndModels.Select(each => (each.Name, each.Hash.Hex))];
    }

    private static ImmutableArray<ScoreShift> Scores(SavedReport saved, Analysis today)
    {
        var then = saved.Scores.ToDictionary(score => score.Competency, StringComparer.Ordinal);
        return
        [
            .. today.Competencies
                .Select(score => new ScoreShift(
                    score.Competency,
                    then.GetValueOrDefault(score.Competency.Name),
                    new SavedScore(score.Competency.Name, score.Rung, score.Accomplishment, score.Duty)))
                .Where(shift => shift.Then != shift.Now),
        ];
    }

    private static (ImmutableArray<SavedFinding> NoLonger, ImmutableArray<Finding> Now) Findings(SavedReport saved, Analysis today)
    {
        var left = saved.Findings.ToList();
        var now = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in today.Findings)
        {
            var at = left.FindIndex(each => each.Check == finding.Check && each.Span == finding.Span);
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
            else
            {
                now.Add(finding);
            }
        }

        return ([.. left], now.ToImmutable());
    }
}
