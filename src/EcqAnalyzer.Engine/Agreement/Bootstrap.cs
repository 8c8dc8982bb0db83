using EcqAnalyzer.Model;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>Intervals by drawing units again (Efron 1979): as many as there are, each as often as chance wants, a thousand
/// times; the interval holds the middle 95 % of what comes out. Seeded: the same units give the same intervals.</summary>
public static class Bootstrap
{
    public const int Rounds = 1000;
    public const int Seed = 20250529;

    private const double Tail = 0.025;

    /// <summary>A figure made of the numbers of <paramref name="units"/> units, which are drawn whole.</summary>
    public static Figure Of(string id, string name, int units, Func<int[], double?> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Make(id, name, figure([.. Enumerable.Range(0, units)]), units == 0 ? [] : Draws(units).Select(figure).OfType<double>());
    }

    /// <summary>The rounds, each a draw of <paramref name="units"/> numbers from 0.</summary>
    public static IEnumerable<int[]> Draws(int units)
    {
        var random = new MersenneTwister(Seed, threadSafe: false);
        for (var round = 0; round < Rounds; round++)
        {
            yield return [.. Enumerable.Range(0, units).Select(_ => random.Next(units))];
        }
    }

    /// <summary>The figure with the interval of what was drawn. Where most rounds could not make it, there is none.</summary>
    public static Figure Make(string id, string name, double? value, IEnumerable<double> drawn)
    {
        var values = drawn.ToArray();
        return value is null || values.Length < Rounds / 2
            ? new Figure(id, name, value, null, null)
            : new Figure(
                id, name, value, ArrayStatistics.QuantileInplace(values, Tail), ArrayStatistics.QuantileInplace(values, 1 - Tail));
    }
}
