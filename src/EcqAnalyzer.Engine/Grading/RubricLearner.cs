using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>
/// Learns from a trainer's own grades how facts become levels: proportional odds (McCullagh 1980), with weights that are never
/// negative, so that more evidence never lowers a level, and pulled towards zero. Criteria of one sort are learned together. It
/// is tried on participants left out, and used only where it came surely nearer to their grades than the rubric.
/// </summary>
public sealed class RubricLearner(GradingPolicy policy)
{
    private const int MostFolds = 10;

    public LearnedRubric Learn(GradedClass graded, string file)
    {
        ArgumentNullException.ThrowIfNull(graded);
        return new LearnedRubric(
            graded.Exercise.Id, file, [.. graded.Exercise.Rubric.Criteria.GroupBy(criterion => criterion.Sort).Select(sort => Learn(sort.Key, [.. sort], graded))]);
    }

    /// <summary>The level of a fit: how many of its bounds the sum of weighted facts reaches.</summary>
    public static int LevelOf(LearnedSort fit, ImmutableArray<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var sum = 0.0;
        foreach (var weight in fit.Weights)
        {
            sum += weight.Weight * InShare(weight.Most, facts.First(fact => fact.Id == weight.Fact).Value);
        }

        return fit.Bounds.Count(bound => sum >= bound);
    }

    private LearnedSort Learn(string sort, ImmutableArray<Criterion> criteria, GradedClass graded)
    {
        // What a level asks of a fact at most is all there can be of it.
        ImmutableArray<FactWeight> facts =
        [
            .. criteria[0].Levels.SelectMany(level => level.Needs).GroupBy(need => need.Fact)
                .Select(needs => new FactWeight(needs.Key, needs.Max(need => need.Least), 0)),
        ];
        var samples = Samples(facts, criteria, graded);
        var participants = samples.Select(sample => sample.Participant).Distinct().ToList();
        var none = new Figure("gain", "steps nearer to the grades", null, null, null);
        if (samples.Count < policy.Learning.LeastGrades || participants.Count < policy.Learning.LeastParticipants)
        {
            return new LearnedSort(
                sort, facts, [], samples.Count, participants.Count, 0, 0, none, IsUsed: false,
                $"Too few grades to learn from: {samples.Count} on {participants.Count} drafts, and it takes {policy.Learning.LeastGrades} on {policy.Learning.LeastParticipants}.");
        }

        var highest = criteria[0].Levels.Length - 1;
        var predicted = CrossValidate(samples, participants, highest);
        var before = samples.Select(sample => (double)Math.Abs(sample.ByRubric - sample.Level)).ToList();
        var after = samples.Select((sample, i) => (double)Math.Abs(predicted[i] - sample.Level)).ToList();
        var gain = Gain(samples, participants, before, after);
        var fit = ProportionalOdds.Fit(samples, highest, policy.Learning.Shrink);
        var isUsed = gain.Low > 0;
        return new LearnedSort(
            sort, [.. facts.Zip(fit.Weights, (fact, weight) => fact with { Weight = weight })], fit.Bounds, samples.Count, participants.Count,
            before.Average(), after.Average(), gain, isUsed, Says(before.Average(), after.Average(), gain));
    }

    private static List<GradedSample> Samples(ImmutableArray<FactWeight> facts, ImmutableArray<Criterion> criteria, GradedClass graded)
    {
        var samples = new List<GradedSample>();
        foreach (var draft in graded.Drafts)
        {
            foreach (var proposal in draft.Proposals.Where(proposal => criteria.Contains(proposal.Criterion) && proposal.ByRubric is not null))
            {
                if (graded.Book.FindStanding(draft.Participant, proposal.Criterion.Id)?.Level is { } level)
                {
                    samples.Add(new GradedSample(
                        draft.Participant,
                        [.. facts.Select(fact => InShare(fact.Most, proposal.Facts.First(each => each.Id == fact.Fact).Value))],
                        level,
                        proposal.ByRubric!.Value));
                }
            }
        }

        return samples;
    }

    /// <summary>The level of each sample by a fit that saw no draft of its participant.</summary>
    private int[] CrossValidate(List<GradedSample> samples, List<string> participants, int highest)
    {
        var folds = Math.Min(MostFolds, participants.Count);
        var predicted = new int[samples.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var left = participants.Where((_, i) => i % folds == fold).ToHashSet(StringComparer.Ordinal);
            var fit = ProportionalOdds.Fit([.. samples.Where(sample => !left.Contains(sample.Participant))], highest, policy.Learning.Shrink);
            for (var i = 0; i < samples.Count; i++)
            {
                predicted[i] = left.Contains(samples[i].Participant) ? fit.LevelOf(samples[i].Facts) : predicted[i];
            }
        }

        return predicted;
    }

    /// <summary>How many steps nearer on the mean; participants are drawn whole for the interval.</summary>
    private static Figure Gain(List<GradedSample> samples, List<string> participants, List<double> before, List<double> after)
    {
        var gains = participants.Select(participant => Enumerable.Range(0, samples.Count)
            .Where(i => samples[i].Participant == participant).Select(i => before[i] - after[i]).ToArray()).ToArray();
        return Bootstrap.Of("gain", "steps nearer to the grades", participants.Count, drawn => drawn.SelectMany(i => gains[i]).Average());
    }

    private static string Says(double before, double after, Figure gain)
    {
        var steps = string.Create(
            CultureInfo.InvariantCulture,
            $"On drafts it had not seen, the fit lies {after:0.00} levels from the grades, the rubric alone {before:0.00} (gain {gain.Value:0.00}, between {gain.Low:0.00} and {gain.High:0.00}).");
        return gain.Low > 0
            ? $"It helped. {steps} Proposals follow it."
            : $"{(gain.Value > 0 ? "It did not surely help" : "It did not help")}. {steps} Proposals stay with the rubric.";
    }

    private static double InShare(double most, double value) => Math.Min(value, most) / most;
}

/// <summary>A grade and what it was given for: facts as shares of the most that any level asks, 0 to 1.</summary>
internal sealed record GradedSample(string Participant, double[] Facts, int Level, int ByRubric);
