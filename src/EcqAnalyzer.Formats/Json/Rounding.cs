using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>
/// Numbers as they are printed: no more digits than mean something, and sums that still hold. They are decimals, so that
/// 71.2 is written as 71.2 on every platform.
/// </summary>
public static class Rounding
{
    private const double MostValue = 1e24;

    /// <summary>Strengths and shares come in quarters of a point, so two decimals are exact and shares add up.</summary>
    public static decimal Strength(double strength) => Trim(Math.Round((decimal)strength, 2, MidpointRounding.AwayFromZero));

    /// <summary>A number of the draft: 1200000, 0.333. Figures beyond what a decimal holds do not come from drafts.</summary>
    public static decimal Value(double value) =>
        Trim(Math.Round((decimal)Math.Clamp(value, -MostValue, MostValue), 3, MidpointRounding.AwayFromZero));

    public static decimal Probability(double probability) =>
        Trim(Math.Round((decimal)probability, 3, MidpointRounding.AwayFromZero));

    /// <summary>The six probabilities in thousandths that add up to exactly 1: what rounding leaves goes to those that lost
    /// most, of equals to the first.</summary>
    public static decimal[] Types(StatementTypes types)
    {
        double[] exact = [types.Challenge, types.Context, types.Action, types.Result, types.Duty, types.Other];
        var thousandths = Array.ConvertAll(exact, probability => (int)Math.Floor(probability * 1000));
        var missing = 1000 - thousandths.Sum();
        var byLoss = Enumerable.Range(0, exact.Length)
            .OrderByDescending(i => exact[i] * 1000 - thousandths[i])
            .ToArray();
        for (var i = 0; i < missing; i++)
        {
            thousandths[byLoss[i % byLoss.Length]]++;
        }

        return Array.ConvertAll(thousandths, part => Trim(part / 1000m));
    }

    /// <summary>58 and not 58.00.</summary>
    private static decimal Trim(decimal number) => number / 1.000000000000000000000000000000000m;
}
