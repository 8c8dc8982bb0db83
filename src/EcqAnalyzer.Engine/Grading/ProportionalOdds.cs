using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>
/// Ordered levels from a weighted sum: the odds of reaching level k are exp(sum - bound k) (P. McCullagh, "Regression models for
/// ordinal data", 1980). Weights stay at 0 or above by projection, bounds rise. Fitted by plain gradient steps from a fixed start:
/// a few dozen grades, the same fit on every run.
/// </summary>
internal sealed record ProportionalOdds(ImmutableArray<double> Weights, ImmutableArray<double> Bounds)
{
    private const int Steps = 4000;
    private const double Rate = 0.5;

    /// <summary>Bounds lie at least so far apart.</summary>
    private const double Apart = 0.01;

    /// <summary>The bounds start here, one further on for each level.</summary>
    private const double FirstBound = 0.5;

    public static ProportionalOdds Fit(IReadOnlyList<GradedSample> samples, int highest, double shrink)
    {
        var weights = Enumerable.Repeat(1.0, samples[0].Facts.Length).ToArray();
        var bounds = Enumerable.Range(0, highest).Select(level => FirstBound + level).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            Step(samples, weights, bounds, shrink);
        }

        return new ProportionalOdds([.. weights], [.. bounds]);
    }

    public int LevelOf(double[] facts)
    {
        var sum = Sum([.. Weights], facts);
        return Bounds.Count(bound => sum >= bound);
    }

    /// <summary>One step down the surprise at the grades, each level taken as reached or not.</summary>
    private static void Step(IReadOnlyList<GradedSample> samples, double[] weights, double[] bounds, double shrink)
    {
        var (ofWeights, ofBounds) = (weights.Select(weight => 2 * shrink * weight).ToArray(), new double[bounds.Length]);
        foreach (var sample in samples)
        {
            var sum = Sum(weights, sample.Facts);
            for (var level = 0; level < bounds.Length; level++)
            {
                var surprise = (1 / (1 + Math.Exp(bounds[level] - sum)) - (sample.Level > level ? 1 : 0)) / samples.Count;
                ofBounds[level] -= surprise;
                for (var i = 0; i < weights.Length; i++)
                {
                    ofWeights[i] += surprise * sample.Facts[i];
                }
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Max(0, weights[i] - Rate * ofWeights[i]);
        }

        for (var level = 0; level < bounds.Length; level++)
        {
            var next = bounds[level] - Rate * ofBounds[level];
            bounds[level] = level == 0 ? next : Math.Max(next, bounds[level - 1] + Apart);
        }
    }

    private static double Sum(double[] weights, double[] facts)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * facts[i];
        }

        return sum;
    }
}
