using EcqAnalyzer.Model;
using MathNet.Numerics.Distributions;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>
/// Intraclass correlation, two-way random, absolute agreement: ICC(2,1) is how far one marker can be trusted, ICC(2,k) how far
/// the mean of all k can. Shrout and Fleiss, "Intraclass Correlations: Uses in Assessing Rater Reliability", Psychological
/// Bulletin 86 (1979), with their F-based 95 % intervals. Units that a marker left out are left out: an analysis of variance
/// needs every cell.
/// </summary>
public static class IntraclassCorrelation
{
    private const double Upper = 0.975;

    /// <summary>ICC(2,1), then ICC(2,k). Without a value below two units or two markers, and where nothing differs.</summary>
    public static (Figure Single, Figure Average) Of(Ratings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var rows = ratings.Units.Where(unit => unit.All(value => value is not null))
            .Select(unit => unit.Select(value => value!.Value).ToArray()).ToArray();
        var k = ratings.Markers.Length;
        if (rows.Length < 2 || k < 2)
        {
            return (Single(null, null, null), Average(null, null, null));
        }

        var squares = MeanSquares.Of(rows);
        if (squares.Units + squares.Markers + squares.Rest == 0)
        {
            return (Single(null, null, null), Average(null, null, null));
        }

        var value = squares.Single;
        var (low, high) = squares.Interval(value);
        return (Single(value, low, high), Average(Stepped(value, k), Stepped(low, k), Stepped(high, k)));
    }

    private static Figure Single(double? value, double? low, double? high) => new("icc-2-1", "ICC(2,1), one marker", value, low, high);

    private static Figure Average(double? value, double? low, double? high) => new("icc-2-k", "ICC(2,k), mean of all markers", value, low, high);

    /// <summary>What one marker's reliability becomes for the mean of <paramref name="k"/> (Spearman and Brown), cut at -1: below
    /// zero the formula runs away, and all it says is that there is no reliability.</summary>
    private static double? Stepped(double? single, int k) =>
        single is { } value ? Math.Max(-1, value <= -1.0 / (k - 1) ? -1 : k * value / (1 + (k - 1) * value)) : null;

    /// <summary>The mean squares of the analysis of variance: between units, between markers, and what is left; of
    /// <paramref name="N"/> units and <paramref name="K"/> markers.</summary>
    private sealed record MeanSquares(int N, int K, double Units, double Markers, double Rest)
    {
        public static MeanSquares Of(double[][] rows)
        {
            var (n, k) = (rows.Length, rows[0].Length);
            var grand = rows.Average(row => row.Average());
            var units = k * rows.Sum(row => Square(row.Average() - grand));
            var markers = n * Enumerable.Range(0, k).Sum(marker => Square(rows.Average(row => row[marker]) - grand));
            var rest = Math.Max(0, rows.Sum(row => row.Sum(value => Square(value - grand))) - units - markers);
            return new MeanSquares(n, k, units / (n - 1), markers / (k - 1), rest / ((n - 1) * (k - 1)));
        }

        public double Single => (Units - Rest) / (Units + (K - 1) * Rest + (double)K * (Markers - Rest) / N);

        public (double? Low, double? High) Interval(double value)
        {
            if (Rest == 0)
            {
                return (null, null);
            }

            var ratio = Markers / Rest;
            var a = K * value * ratio;
            var b = N * (1 + (K - 1) * value) - K * value;
            var degrees = (K - 1.0) * (N - 1) * Square(a + b) / ((N - 1) * Square(a) + Square(b));
            var lower = Quantile(N - 1, degrees);
            var higher = Quantile(degrees, N - 1);
            var spread = K * Markers + ((double)K * N - K - N) * Rest;
            return (
                N * (Units - lower * Rest) / (lower * spread + N * Units),
                N * (higher * Units - Rest) / (spread + N * higher * Units));
        }

        /// <summary>The upper quantile of Fisher's F, by way of the beta distribution: with a fraction of a degree it lies
        /// beyond the bounds within which the library looks for it.</summary>
        private static double Quantile(double one, double other)
        {
            var share = Math.Min(Beta.InvCDF(one / 2, other / 2, Upper), 1 - 1e-12);
            return other / one * share / (1 - share);
        }

        private static double Square(double value) => value * value;
    }
}
