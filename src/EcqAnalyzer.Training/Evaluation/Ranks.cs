using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Correlation by rank.</summary>
public static class Ranks
{
    /// <summary>The partial rank correlation of <paramref name="left"/> and <paramref name="right"/>: of what is left of their
    /// ranks when all that goes in a line with the ranks of <paramref name="given"/> is taken out. By rank, since one very
    /// long text would else decide it. Null where nothing is left, or there are too few.</summary>
    public static double? PartialCorrelation(double[] left, double[] right, params double[][] given)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(given);
        if (left.Length < given.Length + 3)
        {
            return null;
        }

        // By the normal equations' pseudo-inverse: two controls that go in a line must not break it.
        var ones = Enumerable.Repeat(1.0, left.Length).ToArray();
        var controls = Matrix<double>.Build.DenseOfColumnArrays([ones, .. given.Select(Of)]);
        var solve = controls.TransposeThisAndMultiply(controls).PseudoInverse().Multiply(controls.Transpose());
        return Defined(Correlation.Pearson(Rest(left), Rest(right)));

        double[] Rest(double[] values)
        {
            var ranks = Vector<double>.Build.DenseOfArray(Of(values));
            var rest = ranks - controls * (solve * ranks);
            return rest.L2Norm() < 1e-9 * ranks.L2Norm() ? new double[values.Length] : rest.ToArray();
        }
    }

    internal static double? Defined(double value) => double.IsFinite(value) ? value : null;

    private static double[] Of(double[] values) => ArrayStatistics.RanksInplace((double[])values.Clone(), RankDefinition.Average);
}
