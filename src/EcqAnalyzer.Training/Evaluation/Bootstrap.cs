using System.Collections.Immutable;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Intervals by drawing texts again: as many as there are, each as often as chance wants, a thousand times. Whole
/// texts are drawn, since sentences of one text are alike. Seeded: the same texts give the same intervals.</summary>
public static class Bootstrap
{
    public const int Rounds = 1000;
    public const int Seed = 20250529;

    private const double Tail = 0.025;

    /// <summary>The figures of <paramref name="tallies"/>, one tally a text, with their intervals.</summary>
    public static ImmutableArray<Figure> Of(IReadOnlyList<Tally> tallies, IReadOnlyList<FigureKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        ArgumentNullException.ThrowIfNull(kinds);
        if (tallies.Count == 0)
        {
            return [];
        }

        var drawn = kinds.Select(_ => new List<double>(Rounds)).ToArray();
        foreach (var round in Draws(tallies.Count))
        {
            var sum = Sum(round.Select(text => tallies[text]));
            for (var i = 0; i < kinds.Count; i++)
            {
                if (kinds[i].Of(sum) is { } value)
                {
                    drawn[i].Add(value);
                }
            }
        }

        var whole = Sum(tallies);
        return [.. kinds.Select((kind, i) => Make(kind.Id, kind.Name, kind.Of(whole), drawn[i]))];
    }

    /// <summary>A figure that is made of the numbers of texts.</summary>
    public static Figure Of(string id, string name, int texts, Func<int[], double?> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var drawn = Draws(texts).Select(figure).OfType<double>().ToList();
        return Make(id, name, figure([.. Enumerable.Range(0, texts)]), drawn);
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        Tally? sum = null;
        foreach (var tally in tallies)
        {
            sum = (sum ?? new Tally(tally.Competencies)).Add(tally);
        }

        return sum ?? throw new ArgumentException("There is nothing to add up.", nameof(tallies));
    }

    private static IEnumerable<int[]> Draws(int texts)
    {
        var random = new MersenneTwister(Seed, threadSafe: false);
        for (var round = 0; round < Rounds; round++)
        {
            yield return [.. Enumerable.Range(0, texts).Select(_ => random.Next(texts))];
        }
    }

    /// <summary>Where most rounds could not make the figure, there is no interval.</summary>
    private static Figure Make(string id, string name, double? value, List<double> drawn)
    {
        if (value is null || drawn.Count < Rounds / 2)
        {
            return new Figure(id, name, value, null, null);
        }

        var values = drawn.ToArray();
        return new Figure(
            id, name, value, ArrayStatistics.QuantileInplace(values, Tail), ArrayStatistics.QuantileInplace(values, 1 - Tail));
    }
}
