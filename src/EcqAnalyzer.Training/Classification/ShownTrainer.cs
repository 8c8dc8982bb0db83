using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>The steps that learn competencies: one yes-or-no model for each, on the sentences where somebody looked for it; then one for
/// all that weighs these against the encoder, and one that weighs both against the rules. The first also gives what ML.NET itself says
/// of every sentence with the models made of all.</summary>
public sealed class ShownTrainer(
    TrainingSet set, ImmutableArray<CompetencyId> competencies, float[] prototypes, TrainingSettings settings)
{
    private readonly bool[][] _gold =
        [.. set.Samples.Select(sample => competencies.Select(competency => sample.Gold.Shown.Contains(competency)).ToArray())];

    public (FlatModel Model, double[][] Said, float[][] SaidByTrainer) Train(double[][] types)
    {
        var inputs = SentenceInputs.TopicsOf(competencies.Length);
        var rows = new Rows(inputs, set.Samples.Select(sample => sample.Topic), settings.LeastMet);
        var examples = set.Samples
            .Select((sample, i) => rows.Of(InputsOf(sample, types[i]), sample.Topic, 0, set.Golds[i].Weight))
            .ToArray();
        var learner = new Learner(rows.Size);
        var said = set.CrossFit(isIn =>
        {
            var (fitted, _) = Fit(learner, examples, isIn, []);
            return i => Array.ConvertAll(LinearScores.Of(fitted, examples[i]), LinearScores.Sigmoid);
        });
        var (all, saidByTrainer) = Fit(learner, examples, _ => true, examples);
        return (new FlatModel(all, inputs, rows.Hashes), said, saidByTrainer);
    }

    /// <summary>Weighs features and encoder against each other, for the competencies that the encoder was taught.</summary>
    public (FlatModel Model, double[][] Mixed) TrainMix(double[][] said, int[] classes) => TrainForAll(
        MixedInputs.SharedShown + competencies.Length,
        (i, competency, inputs) =>
        {
            var odds = (float)Math.Log(said[i][competency] / (1 - said[i][competency]));
            MixedInputs.WriteShown(odds, classes[competency] < 0 ? odds : set.Samples[i].Encoded.Scores[classes[competency]], competency, inputs);
        });

    public (FlatModel Model, double[][] Fused) TrainFusion(double[][] said) => TrainForAll(
        FusionInputs.SharedShown + competencies.Length,
        (i, competency, inputs) => FusionInputs.WriteShown(
            said[i][competency] < SentenceClassifier.LeastShown ? 0 : said[i][competency], set.Samples[i].RuledShown[competency], competency, inputs));

    /// <summary>One yes-or-no model for all competencies together, on the sentences where somebody looked.</summary>
    private (FlatModel Model, double[][] Said) TrainForAll(int size, Action<int, int, float[]> write)
    {
        var learner = new Learner(size);
        var inputs = new float[size];
        Example Of(int i, int competency)
        {
            write(i, competency, inputs);
            return Rows.Dense(inputs, _gold[i][competency] ? 1 : 0, set.FusionWeight(i));
        }

        LinearWeights FitAll(Func<int, bool> isIn)
        {
            var examples = new List<Example>();
            foreach (var i in Enumerable.Range(0, set.Count).Where(isIn))
            {
                for (var competency = 0; competency < competencies.Length; competency++)
                {
                    if (set.Known[i][competency])
                    {
                        examples.Add(Of(i, competency));
                    }
                }
            }

            return learner.TrainYesNo(examples, settings.FusionRidge);
        }

        var said = set.CrossFit(isIn =>
        {
            var fitted = FitAll(isIn);
            return i => [.. competencies.Select((_, competency) => LinearScores.Sigmoid(LinearScores.Of(fitted, Of(i, competency))[0]))];
        });
        return (new FlatModel(FitAll(_ => true), size, []), said);
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

        var bins = new Evaluation.ReliabilityBins();
        for (var i = 0; i < set.Count; i++)
        {
            foreach (var competency in Enumerable.Range(0, competencies.Length).Where(each => set.Known[i][each] && said[i][each] >= best.From))
            {
                bins.Add(said[i][competency], _gold[i][competency]);
            }
        }

        return $"F1 {best.F1:0.000} from {best.From:0.000} on (precision {best.Precision:0.000}, recall {best.Recall:0.000}), "
            + $"calibration error there {bins.CalibrationError:0.000}";
    }

    private (LinearWeights Weights, float[][] Said) Fit(Learner learner, Example[] examples, Func<int, bool> isIn, Example[] others)
    {
        var fitted = competencies
            .Select((_, competency) => learner.TrainYesNo(
                [
                    .. examples
                        .Select((example, i) => (Example: example with { Label = _gold[i][competency] ? 1 : 0 }, Number: i))
                        .Where(each => isIn(each.Number) && set.Known[each.Number][competency])
                        .Select(each => each.Example),
                ],
                settings.ShownRidge,
                others))
            .ToArray();
        var weights = new LinearWeights([.. fitted.Select(each => each.Weights.Weights[0])], [.. fitted.Select(each => each.Weights.Biases[0])]);
        return (weights, [.. fitted.Select(each => each.Said)]);
    }

    /// <summary>The numbered inputs of a sentence, with what is said of its types.</summary>
    public float[] InputsOf(Sample sample, double[] types)
    {
        var inputs = new float[SentenceInputs.TopicsOf(competencies.Length)];
        SentenceInputs.WriteTopics(sample.Vectors, prototypes, Array.ConvertAll(types, each => (float)each), inputs);
        return inputs;
    }
}
