using System.Collections.Immutable;
using EcqAnalyzer.Model;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>How far markers lie apart, in levels, where the coefficients only say how surely they order alike.</summary>
public static class Differences
{
    /// <summary>Below this many there is no spread to speak of.</summary>
    public const int Least = 3;

    private const double Upper = 0.975;
    private const double Normal = 1.96;

    /// <summary>Bias and 95 % limits of agreement: Bland and Altman, "Statistical methods for assessing agreement between two
    /// methods of clinical measurement", Lancet 1986, i: 307-310, with their intervals (standard error of a limit: the root of
    /// three variances over n). Null below three units.</summary>
    public static LimitsOfAgreement? LimitsOf(ImmutableArray<RatedTwice> pairs)
    {
        if (pairs.Length < Least)
        {
            return null;
        }

        var differences = pairs.Select(pair => pair.Difference).ToArray();
        var (bias, deviation) = (differences.Mean(), differences.StandardDeviation());
        var margin = StudentT.InvCDF(0, 1, pairs.Length - 1, Upper) * deviation / Math.Sqrt(pairs.Length);
        return new LimitsOfAgreement(
            pairs.Length,
            Around("bias", "mean difference", bias, margin),
            deviation,
            Around("limit-low", "lower limit of agreement", bias - Normal * deviation, margin * Math.Sqrt(3)),
            Around("limit-high", "upper limit of agreement", bias + Normal * deviation, margin * Math.Sqrt(3)));
    }

    /// <summary>How much higher than the others a marker lies on the same units, by drawing units again.</summary>
    public static Figure SeverityOf(double[] fromOthers) => Bootstrap.Of(
        "severity", "above the others", fromOthers.Length, drawn => drawn.Length == 0 ? null : drawn.Average(unit => fromOthers[unit]));

    /// <summary>How much that changed from the first unit to the last: the slope of a straight line by least squares times the
    /// way, with its interval by Student's t. Without a value below three units.</summary>
    public static Figure DriftOf(double[] fromOthers)
    {
        ArgumentNullException.ThrowIfNull(fromOthers);
        const string Id = "drift", Name = "change from first to last";
        if (fromOthers.Length < Least)
        {
            return new Figure(Id, Name, null, null, null);
        }

        var order = Enumerable.Range(0, fromOthers.Length).Select(unit => (double)unit).ToArray();
        var (start, slope) = MathNet.Numerics.Fit.Line(order, fromOthers);
        var rest = order.Zip(fromOthers).Sum(pair => Math.Pow(pair.Second - start - slope * pair.First, 2));
        var way = fromOthers.Length - 1;
        var error = Math.Sqrt(rest / (fromOthers.Length - 2) / (order.Variance() * way));
        return Around(Id, Name, slope * way, StudentT.InvCDF(0, 1, fromOthers.Length - 2, Upper) * error * way);
    }

    /// <summary>By how much a marker lies above the mean of the others, for each unit that both marked, in order.</summary>
    public static double[] FromOthers(Ratings ratings, int marker)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var found = new List<double>();
        foreach (var unit in ratings.Units)
        {
            var others = unit.Where((value, i) => i != marker && value is not null).ToArray();
            if (unit[marker] is { } own && others.Length > 0)
            {
                found.Add(own - others.Average()!.Value);
            }
        }

        return [.. found];
    }

    private static Figure Around(string id, string name, double value, double margin) => new(id, name, value, value - margin, value + margin);
}
