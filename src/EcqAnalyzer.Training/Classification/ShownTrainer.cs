using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>The two steps that learn competencies: one yes-or-no model for each, on the sentences where somebody looked for it;
/// then one for all that weighs these against the rules.</summary>
public sealed class ShownTrainer(
    TrainingSet set, ImmutableArray<CompetencyId> competencies, float[] prototypes, TrainingSettings settings)
{
    private readonly bool[][] _gold =
        [.. set.Samples.Select(sample => competencies.Select(competency => sample.Gold.Shown.Contains(competency)).ToArray())];

    public (FlatModel Model, double[][] Said) Train(double[][] types)
    {
        var inputs = SentenceInputs.TopicsOf(competencies.Length);
        var rows = new Rows(inputs, set.Samples.Select(sample => sample.Topic), settings.LeastMet);
        var examples = set.Samples
            .Select((sample, i) => rows.Of(InputsOf(sample, types[i]), sample.Topic, 0, set.Golds[i].Weight))
            .ToArray();
        var learner = new Learner(rows.Size);
        var said = set.CrossFit(isIn =>
        {
            var fitted = Fit(learner, examples, isIn);
            return i => Array.ConvertAll(LinearScores.Of(fitted, examples[i]), LinearScores.Sigmoid);
        });
        return (new FlatModel(Fit(learner, examples, _ => true), inputs, rows.Hashes), said);
    }

    public (FlatModel Model, double[][] Fused) TrainFusion(double[][] said)
    {
        var size = FusionInputs.SharedShown + competencies.Length;
        var learner = new Learner(size);
        var inputs = new float[size];
        Example Of(int i, int competency)
        {
            FusionInputs.WriteShown(
                said[i][competency] < SentenceClassifier.LeastShown ? 0 : said[i][competency], set.Samples[i].RuledShown[competency], competency, inputs);
            return Rows.Dense(inputs, _gold[i][competency] ? 1 : 0, set.FusionWeight(i));
        }

        LinearWeights FitFusion(Func<int, bool> isIn)
        {
            var examples = new List<Example>();
            for (var i = 0; i < set.Count; i++)
            {
                for (var competency = 0; competency < competencies.Length && isIn(i); competency++)
                {
                    if (set.Known[i][competency])
                    {
                        examples.Add(Of(i, competency));
                    }
                }
            }

            return learner.TrainYesNo(examples, settings.FusionRidge);
        }

        var fused = set.CrossFit(isIn =>
        {
            var fitted = FitFusion(isIn);
            return i => [.. competencies.Select((_, competency) => LinearScores.Sigmoid(LinearScores.Of(fitted, Of(i, competency))[0]))];
        });
        return (new FlatModel(FitFusion(_ => true), size, []), fused);
    }

    /// <summary>The best mean F1 over all labels, and from which probability on.</summary>
    public string Describe(double[][] said)
    {
        var best = (F1: 0.0, From: 0.0, Precision: 0.0, Recall: 0.0);
        for (var from = 0.1; from < 0.7; from += 0.025)
        {
            var (right, gold, found) = (0, 0, 0);
            for (var i = 0; i < set.Count; i++)
            {
                for (var competency = 0; competency < competencies.Length; competency++)
                {
                    if (set.Known[i][competency])
                    {
                        var isFound = said[i][competency] >= from;
                        right += isFound && _gold[i][competency] ? 1 : 0;
                        gold += _gold[i][competency] ? 1 : 0;
                        found += isFound ? 1 : 0;
                    }
                }
            }

            if (Figures.F1(right, gold, found) > best.F1)
            {
                best = (Figures.F1(right, gold, found), from, (double)right / Math.Max(1, found), (double)right / gold);
            }
        }

        return $"F1 {best.F1:0.000} from {best.From:0.000} on (precision {best.Precision:0.000}, recall {best.Recall:0.000})";
    }

    private LinearWeights Fit(Learner learner, Example[] examples, Func<int, bool> isIn)
    {
        var fitted = competencies
            .Select((_, competency) => learner.TrainYesNo(
                [
                    .. examples
                        .Select((example, i) => (Example: example with { Label = _gold[i][competency] ? 1 : 0 }, Number: i))
                        .Where(each => isIn(each.Number) && set.Known[each.Number][competency])
                        .Select(each => each.Example),
                ],
                settings.ShownRidge))
            .ToArray();
        return new LinearWeights([.. fitted.Select(each => each.Weights[0])], [.. fitted.Select(each => each.Biases[0])]);
    }

    private float[] InputsOf(Sample sample, double[] types)
    {
        var inputs = new float[SentenceInputs.TopicsOf(competencies.Length)];
        SentenceInputs.WriteTopics(sample.Vectors, prototypes, Array.ConvertAll(types, each => (float)each), inputs);
        return inputs;
    }
}
