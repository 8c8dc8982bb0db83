using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EcqAnalyzer.Training.Classification;

/// <summary>One row to learn from: numbered values, what it is, and how much it counts.</summary>
public sealed record Example(int[] Indices, float[] Values, int Label, float Weight);

/// <summary>Weights and biases by class, as a trainer left them. A yes-or-no model has one class.</summary>
public sealed record LinearWeights(float[][] Weights, float[] Biases);

/// <summary>Linear models by ML.NET: maximum entropy for one of several classes, logistic regression for yes or no. On one
/// thread, so that the same rows give the same weights.</summary>
public sealed class Learner(int size)
{
    /// <summary>Further passes over the rows change little.</summary>
    private const int MostPasses = 80;

    private readonly MLContext _context = new(seed: 1);

    /// <param name="rows">Rows with labels from 0.</param>
    /// <param name="classes">How many labels there are.</param>
    /// <param name="ridge">How dearly weight is paid for (L2).</param>
    public LinearWeights TrainClasses(IReadOnlyList<Example> rows, int classes, float ridge) =>
        WeightsOf(MaximumEntropy(ridge).Fit(Load(rows, classes)).Model);

    /// <summary>As <see cref="TrainClasses"/>, with the probabilities that ML.NET itself then gives the rows.</summary>
    public (LinearWeights Weights, float[][] Said) TrainAndSay(IReadOnlyList<Example> rows, int classes, float ridge)
    {
        var data = Load(rows, classes);
        var fitted = MaximumEntropy(ridge).Fit(data);
        return (WeightsOf(fitted.Model), [.. fitted.Transform(data).GetColumn<float[]>("Score")]);
    }

    /// <summary>As <see cref="TrainClasses"/>, of yes (1) and no (0).</summary>
    public LinearWeights TrainYesNo(IReadOnlyList<Example> rows, float ridge) => TrainYesNo(rows, ridge, []).Weights;

    /// <summary>As <see cref="TrainClasses"/>, of yes (1) and no (0), with the log odds that ML.NET itself then gives other rows.</summary>
    public (LinearWeights Weights, float[] Said) TrainYesNo(IReadOnlyList<Example> rows, float ridge, IReadOnlyList<Example> others)
    {
        var data = Load(rows, 2);
        var trainer = _context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(Row.IsYes),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = ridge,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses / 2,
            OptimizationTolerance = 1e-5f,
        });
        var fitted = trainer.Fit(data);
        var model = (CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)fitted.Model;
        var said = others.Count == 0 ? [] : fitted.Transform(Load(others, 2)).GetColumn<float>("Score").ToArray();
        return (new LinearWeights([[.. model.SubModel.Weights]], [model.SubModel.Bias]), said);
    }

    private static LinearWeights WeightsOf(MaximumEntropyModelParameters model)
    {
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        return new LinearWeights([.. weights.Select(each => each.DenseValues().ToArray())], [.. model.GetBiases()]);
    }

    private LbfgsMaximumEntropyMulticlassTrainer MaximumEntropy(float ridge) =>
        _context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Class),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = ridge,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses,
            OptimizationTolerance = 1e-5f,
        });

    private IDataView Load(IReadOnlyList<Example> rows, int classes)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        schema[nameof(Row.Class)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        return _context.Data.LoadFromEnumerable(rows.Select(row => new Row
        {
            Features = new VBuffer<float>(size, row.Indices.Length, row.Values, row.Indices),
            Class = (uint)row.Label,
            IsYes = row.Label == 1,
            Weight = row.Weight,
        }), schema);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public uint Class { get; set; }

        public bool IsYes { get; set; }

        public float Weight { get; set; }
    }
}
