using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>The three steps that learn types. Each gives its model, made of all sentences, and what models made of the other
/// folds say of each sentence; the first also what ML.NET itself says with the model made of all.</summary>
public sealed class TypeTrainer(TrainingSet set, TrainingSettings settings)
{
    public (FlatModel Model, double[][] Said, float[][] SaidByTrainer) Train()
    {
        var rows = new Rows(MeaningVectors.Length, set.Samples.Select(sample => sample.Form), settings.LeastMet);
        var weights = set.Weights(settings.TypeBalance);
        var examples = set.Samples.Select((sample, i) => rows.Of(sample.Vectors, sample.Form, sample.Type, weights[i])).ToArray();
        var learner = new Learner(rows.Size);
        var said = CrossFit(learner, examples, settings.TypeRidge);
        var (all, saidByTrainer) = learner.TrainAndSay(examples, 6, settings.TypeRidge);
        return (new FlatModel(all, MeaningVectors.Length, rows.Hashes), said, saidByTrainer);
    }

    /// <summary>Weighs features and encoder against each other.</summary>
    public (FlatModel Model, double[][] Mixed) TrainMix(double[][] said)
    {
        var weights = set.TrustWeights(settings.FusionBalance);
        var inputs = new float[MixedInputs.Types];
        var examples = new Example[set.Count];
        for (var i = 0; i < examples.Length; i++)
        {
            MixedInputs.WriteTypes(Array.ConvertAll(said[i], each => (float)each), set.Samples[i].Encoded, inputs);
            examples[i] = Rows.Dense(inputs, set.Samples[i].Type, weights[i]);
        }

        var (all, mixed) = Train(examples, MixedInputs.Types, settings.FusionRidge);
        return (new FlatModel(all, MixedInputs.Types, []), mixed);
    }

    public (FlatModel Model, double[][] Alone) TrainFusion(double[][] said)
    {
        var weights = set.Weights(settings.FusionBalance);
        var inputs = new float[FusionInputs.Types];
        var examples = new Example[set.Count];
        for (var i = 0; i < examples.Length; i++)
        {
            FusionInputs.WriteTypes(said[i], set.Samples[i].RuledTypes, set.Samples[i].Place, inputs);
            examples[i] = Rows.Dense(inputs, set.Samples[i].Type, weights[i] / set.Golds[i].Weight * set.FusionWeight(i));
        }

        var (all, alone) = Train(examples, FusionInputs.Types, settings.TypeFusionRidge);
        return (new FlatModel(all, FusionInputs.Types, []), alone);
    }

    public (FlatModel Model, double[][] Around) TrainSurroundings(double[][] alone)
    {
        var weights = set.TrustWeights(settings.FusionBalance);
        var inputs = new float[SurroundingInputs.Count];
        var examples = new Example[set.Count];
        var next = 0;
        foreach (var document in set.Documents)
        {
            var own = alone[next..(next + document.Samples.Length)].Select(ToTypes).ToArray();
            var surroundings = new SurroundingInputs(document.Places, own, document.Followed);
            for (var i = 0; i < own.Length; i++, next++)
            {
                surroundings.Write(i, inputs);
                examples[next] = Rows.Dense(inputs, set.Samples[next].Type, weights[next]);
            }
        }

        var (all, around) = Train(examples, SurroundingInputs.Count, settings.SurroundingRidge);
        return (new FlatModel(all, SurroundingInputs.Count, []), around);
    }

    private (LinearWeights All, double[][] Said) Train(Example[] examples, int size, float ridge)
    {
        var learner = new Learner(size);
        return (learner.TrainClasses(examples, 6, ridge), CrossFit(learner, examples, ridge));
    }

    private double[][] CrossFit(Learner learner, Example[] examples, float ridge) => set.CrossFit(isIn =>
    {
        var fitted = learner.TrainClasses([.. examples.Where((_, i) => isIn(i))], 6, ridge);
        return i => LinearScores.SoftMax(LinearScores.Of(fitted, examples[i]));
    });

    private static StatementTypes ToTypes(double[] said) => new(said[0], said[1], said[2], said[3], said[4], said[5]);
}
