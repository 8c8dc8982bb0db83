using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>How much it counts to disagree.</summary>
public enum Metric
{
    /// <summary>Different is different.</summary>
    Nominal,

    /// <summary>By how many of the given values lie between.</summary>
    Ordinal,

    /// <summary>By the square of the distance.</summary>
    Interval,
}

/// <summary>Krippendorff's alpha for any number of markers, of whom each may have left units out: 1 is full agreement, 0 what
/// chance gives. By coincidences, as in K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).</summary>
public static class KrippendorffAlpha
{
    /// <summary>Null where no unit was marked twice. 1 where all values are one: nobody disagrees, and chance could not
    /// either.</summary>
    public static double? Of(Ratings ratings, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var values = ratings.Units.SelectMany(unit => unit).OfType<double>().Distinct().Order().ToArray();
        var coincidences = Coincide(ratings, values);
        var (margins, total) = Margins(coincidences);
        if (total == 0)
        {
            return null;
        }

        var (seen, byChance) = (0.0, 0.0);
        for (var one = 0; one < values.Length; one++)
        {
            for (var other = 0; other < values.Length; other++)
            {
                var apart = Apart(metric, values, margins, one, other);
                seen += coincidences[one, other] * apart;
                byChance += margins[one] * margins[other] * apart;
            }
        }

        return byChance > 0 ? 1 - (total - 1) * seen / byChance : 1;
    }

    /// <summary>How often two values met in one unit, each unit with the weight of its markers.</summary>
    private static double[,] Coincide(Ratings ratings, double[] values)
    {
        var coincidences = new double[values.Length, values.Length];
        foreach (var unit in ratings.Units)
        {
            var given = unit.OfType<double>().Select(value => Array.BinarySearch(values, value)).ToArray();
            for (var one = 0; one < given.Length; one++)
            {
                for (var other = 0; other < given.Length; other++)
                {
                    if (one != other)
                    {
                        coincidences[given[one], given[other]] += 1.0 / (given.Length - 1);
                    }
                }
            }
        }

        return coincidences;
    }

    private static (double[] Margins, double Total) Margins(double[,] coincidences)
    {
        var margins = new double[coincidences.GetLength(0)];
        for (var one = 0; one < margins.Length; one++)
        {
            for (var other = 0; other < margins.Length; other++)
            {
                margins[one] += coincidences[one, other];
            }
        }

        return (margins, margins.Sum());
    }

    private static double Apart(Metric metric, double[] values, double[] margins, int one, int other)
    {
        if (one == other)
        {
            return 0;
        }

        if (metric == Metric.Nominal)
        {
            return 1;
        }

        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var distance = metric == Metric.Interval
            ? values[high] - values[low]
            : margins[low..(high + 1)].Sum() - (margins[low] + margins[high]) / 2;
        return distance * distance;
    }
}
