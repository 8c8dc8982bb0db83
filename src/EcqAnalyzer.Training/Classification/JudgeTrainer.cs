using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>
/// START HERE: learns to judge from labelled drafts. Five steps, each on what the one before says of drafts that it did not
/// learn from (cross-fitting by draft), so that no step trusts the one before more than it deserves: types and competencies by the
/// features of the sentence alone; how far these and the encoder are each to be trusted; how far rules and classifier are; types in
/// their surroundings. The encoder's part of this is in <see cref="CrossedReadings"/>. Same drafts, same bytes.
/// </summary>
public sealed class JudgeTrainer(ImmutableArray<CompetencyId> competencies, EncoderModel encoder, TrainingSettings settings, TextWriter progress)
{
    private const double MostDifference = 1e-5;

    public byte[] Train(ImmutableArray<SampleDocument> documents, float[] prototypes)
    {
        var set = new TrainingSet(documents, competencies, settings);
        progress.WriteLine($"  {documents.Length} drafts, {set.Count} sentences: figures are on drafts not learned from");
        var types = new TypeTrainer(set, settings);
        var (typeModel, said, saidByTrainer) = types.Train();
        progress.WriteLine($"  types: {typeModel.Hashes.Length} features; alone {set.Describe(said)}");
        var (typeMix, mixed) = types.TrainMix(said);
        progress.WriteLine($"  types with the encoder: {set.Describe(mixed)}");
        var (fusion, alone) = types.TrainFusion(mixed);
        progress.WriteLine($"  types with rules: {set.Describe(alone)}");
        var (surroundings, around) = types.TrainSurroundings(alone);
        progress.WriteLine($"  types in their surroundings: {set.Describe(around)}");
        var shown = new ShownTrainer(set, competencies, prototypes, settings);
        var (shownModel, shownSaid, shownByTrainer) = shown.Train(said);
        progress.WriteLine($"  competencies: {shownModel.Hashes.Length} features; {shown.Describe(shownSaid)}");
        var (shownMix, shownMixed) = shown.TrainMix(shownSaid, MixedInputs.ClassesOf(competencies, encoder));
        progress.WriteLine($"  competencies with the encoder: {shown.Describe(shownMixed)}");
        var (shownFusion, fused) = shown.TrainFusion(shownMixed);
        progress.WriteLine($"  competencies with rules: {shown.Describe(fused)}");
        var model = JudgeModelWriter.Write(competencies, prototypes, typeModel, shownModel, typeMix, shownMix, fusion, shownFusion, surroundings);
        progress.WriteLine($"  the program's own scoring is that of ML.NET to {CheckScoring(model, set, saidByTrainer):0.0e0} for types and "
            + $"{CheckScoring(model, set, shown, said, shownByTrainer):0.0e0} for competencies, on every sentence");
        return model;
    }

    /// <summary>How far our own scoring is at most from ML.NET's, over all sentences. Throws where it is more than
    /// <see cref="MostDifference"/>: such a model is not written.</summary>
    private static double CheckScoring(byte[] model, TrainingSet set, float[][] saidByTrainer)
    {
        var types = JudgeModel.Load(model).Types;
        var features = new FeatureList();
        var most = 0.0;
        Span<float> ours = stackalloc float[6];
        for (var i = 0; i < set.Count; i++)
        {
            set.Samples[i].Form.CopyTo(features);
            types.Score(set.Samples[i].Vectors, features, ours);
            LinearModel.SoftMax(ours);
            for (var type = 0; type < ours.Length; type++)
            {
                most = Math.Max(most, Math.Abs(ours[type] - saidByTrainer[i][type]));
            }
        }

        return Checked(most);
    }

    /// <summary>The same of competencies.</summary>
    private static double CheckScoring(byte[] model, TrainingSet set, ShownTrainer trainer, double[][] types, float[][] saidByTrainer)
    {
        var shown = JudgeModel.Load(model).Shown;
        var features = new FeatureList();
        var most = 0.0;
        var ours = new float[saidByTrainer.Length];
        for (var i = 0; i < set.Count; i++)
        {
            set.Samples[i].Topic.CopyTo(features);
            shown.Score(trainer.InputsOf(set.Samples[i], types[i]), features, ours);
            for (var competency = 0; competency < ours.Length; competency++)
            {
                most = Math.Max(most, Math.Abs(LinearModel.Sigmoid(ours[competency]) - LinearModel.Sigmoid(saidByTrainer[competency][i])));
            }
        }

        return Checked(most);
    }

    private static double Checked(double difference) => difference <= MostDifference
        ? difference
        : throw new InvalidOperationException($"our scoring is {difference} off that of ML.NET");
}

/// <summary>The sentences of all drafts in a row, with the fold of their draft and what each counts.</summary>
public sealed class TrainingSet
{
    private readonly TrainingSettings _settings;
    private readonly bool[] _isCrossed;

    public TrainingSet(ImmutableArray<SampleDocument> documents, ImmutableArray<CompetencyId> competencies, TrainingSettings settings)
    {
        _settings = settings;
        Documents = documents;
        Samples = [.. documents.SelectMany(document => document.Samples)];
        _isCrossed = [.. documents.SelectMany(document => document.Samples.Select(_ => document.IsCrossed))];
        Golds = [.. documents.SelectMany(document => document.Samples.Select(_ => document.Gold))];
        var folds = FoldsByHand(documents, settings.Folds);
        Folds = [.. documents.SelectMany(document => document.Samples.Select(_ => folds[HandOf(document.Gold.Id)]))];
        Known =
        [
            .. Samples.Select((sample, i) => competencies
                .Select(competency => Golds[i].Knows(competency.Framework) && !sample.Gold.IsDisputed(competency)).ToArray()),
        ];
    }

    public ImmutableArray<SampleDocument> Documents { get; }

    public Sample[] Samples { get; }

    public Corpus.GoldNarrative[] Golds { get; }

    public int[] Folds { get; }

    /// <summary>By sentence and competency: whether anybody looked, and two readers who did do not differ.</summary>
    public bool[][] Known { get; }

    public int Count => Samples.Length;

    /// <summary>What each sentence counts when rare types are weighed up to the given part.</summary>
    public double[] Weights(double balance)
    {
        var counts = new double[6];
        for (var i = 0; i < Count; i++)
        {
            counts[Samples[i].Type] += Golds[i].Weight;
        }

        var all = counts.Sum();
        return [.. Samples.Select((sample, i) => Golds[i].Weight * Math.Pow(all / 6 / counts[sample.Type], balance))];
    }

    /// <summary>The same in learning how far the encoder is to be trusted: one that was taught with half as much deserves less trust than
    /// the committed one.</summary>
    public double[] TrustWeights(double balance) => [.. Weights(balance).Select((weight, i) => weight * TrustOf(i))];

    /// <summary>What each sentence counts in learning how far rules are to be trusted.</summary>
    public double FusionWeight(int sentence) =>
        Golds[sentence].Weight * TrustOf(sentence) * (Golds[sentence].HasShapedRules ? _settings.ShapedRules : 1);

    private double TrustOf(int sentence) => _isCrossed[sentence] ? _settings.Crossed : 1;

    /// <summary>Runs a step once for each fold on the other folds, and gathers what it says of the one left out.</summary>
    public double[][] CrossFit(Func<Func<int, bool>, Func<int, double[]>> fit)
    {
        var said = new double[Count][];
        for (var fold = 0; fold < _settings.Folds; fold++)
        {
            var apart = fold;
            var predict = fit(i => Folds[i] != apart);
            for (var i = 0; i < Count; i++)
            {
                if (Folds[i] == apart)
                {
                    said[i] = predict(i);
                }
            }
        }

        return said;
    }

    /// <summary>The set to which an id belongs was written by one hand: what is learned must hold for hands not met.</summary>
    private static string HandOf(string id) => id.Split('-')[0];

    private static Dictionary<string, int> FoldsByHand(ImmutableArray<SampleDocument> documents, int folds)
    {
        var sizes = new int[folds];
        var foldOf = new Dictionary<string, int>();
        var hands = documents
            .GroupBy(document => HandOf(document.Gold.Id), document => document.Samples.Length)
            .OrderByDescending(hand => hand.Sum())
            .ThenBy(hand => hand.Key, StringComparer.Ordinal);
        foreach (var hand in hands)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            foldOf.Add(hand.Key, smallest);
            sizes[smallest] += hand.Sum();
        }

        return foldOf;
    }

    public string Describe(double[][] said) =>
        Figures.OfTypes([.. Samples.Select((sample, i) => new TypeAnswer(sample.Gold.Type, said[i]))]).ToString();
}
