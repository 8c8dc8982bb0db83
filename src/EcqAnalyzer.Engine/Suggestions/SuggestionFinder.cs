using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>
/// Finds what is most worth doing, and asks for it: each suggestion says in plain words what a reader misses, quotes the
/// writer, and puts a question that only the writer can answer. It never offers words to paste. The best come first, no
/// sentence is asked about twice, and one sort of advice is given at most so often as the policy says.
/// </summary>
public sealed class SuggestionFinder(SuggestionPolicy policy, ThresholdPolicy thresholds)
{
    public ImmutableArray<Suggestion> Find(Analysis analysis)
    {
        if (analysis.Gradable.Status != GradableStatus.Ok)
        {
            return [];
        }

        var gaps = new List<Ranked>();
        foreach (var gap in GapFinder.Find(analysis, new RungJudge(thresholds)))
        {
            gaps.Add(new Ranked(gap, policy.PriorityOf(gap.Sort) * gap.Gain));
        }

        gaps.Sort(BestFirst);
        var suggestions = ImmutableArray.CreateBuilder<Suggestion>();
        var (bySort, sentences, competencies) = (new Dictionary<string, int>(), new HashSet<int>(), new HashSet<CompetencyId>());
        foreach (var (gap, priority) in gaps)
        {
            var told = bySort.GetValueOrDefault(gap.Sort);
            var isSaid = (gap.Sentence is { } sentence && !sentences.Add(sentence)) || (gap.Competency is { } about && !competencies.Add(about.Id));
            if (suggestions.Count < policy.Most && told < policy.MostOfOneSort && !isSaid)
            {
                bySort[gap.Sort] = told + 1;
                var (problem, question) = SuggestionWords.For(gap, analysis, told);
                suggestions.Add(new Suggestion(gap.Competency?.Id, gap.Sentence, Math.Round(priority, 3), problem, question) { Sort = gap.Sort });
            }
        }

        return suggestions.ToImmutable();
    }

    private static int BestFirst(Ranked left, Ranked right)
    {
        var order = right.Priority.CompareTo(left.Priority);
        order = order != 0 ? order : string.CompareOrdinal(left.Gap.Sort, right.Gap.Sort);
        order = order != 0 ? order : (left.Gap.Sentence ?? int.MaxValue).CompareTo(right.Gap.Sentence ?? int.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Gap.Competency?.Id.Name, right.Gap.Competency?.Id.Name);
    }

    private sealed record Ranked(Gap Gap, double Priority);
}

/// <summary>Something that a reader misses. <see cref="Gain"/> is from 0 to 1: how much the answer would bring, beside others of
/// its sort.</summary>
public sealed record Gap(string Sort, double Gain, int? Sentence, Competency? Competency, Ecq? Ecq);
