using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Agreement;

/// <summary>Limits of agreement against their authors' example; severity and drift by hand.</summary>
public sealed class DifferencesTests
{
    /// <summary>Peak expiratory flow of seventeen persons in l/min, first reading with the large and with the mini Wright
    /// meter: Bland and Altman, Lancet 1986, i: 307-310, table 1.</summary>
    private static readonly RatedTwice[] PeakFlow =
    [
        new(494, 512), new(395, 430), new(516, 520), new(434, 428), new(476, 500), new(557, 600), new(413, 364), new(442, 380),
        new(650, 658), new(433, 445), new(417, 432), new(656, 626), new(267, 260), new(478, 477), new(178, 259), new(423, 350),
        new(427, 451),
    ];

    /// <summary>There: mean -2.1, standard deviation 38.8, interval of the mean -22.0 to 17.8; the lower limit, -79.7 at two
    /// deviations, from -114.3 to -45.1.</summary>
    [Fact]
    public void Limits_are_those_of_Bland_and_Altman_1986()
    {
        var limits = Differences.LimitsOf([.. PeakFlow])!;

        Assert.Equal([-2.1, -22.0, 17.8, 38.8], new[] { limits.Bias.Value!.Value, limits.Bias.Low!.Value, limits.Bias.High!.Value, limits.Deviation }.Select(value => Math.Round(value, 1)));
        Assert.Equal(-79.7, limits.Bias.Value.Value - 2 * limits.Deviation, 0.06);
        Assert.Equal((-45.1 + 114.3) / 2, limits.Low.High!.Value - limits.Low.Value!.Value, 0.1);
        Assert.Equal(limits.Bias.Value.Value, (limits.Low.Value.Value + limits.High.Value!.Value) / 2, 1e-9);
    }

    [Fact]
    public void Two_units_have_no_limits() => Assert.Null(Differences.LimitsOf([new(1, 2), new(2, 2)]));

    [Fact]
    public void A_marker_is_held_against_the_mean_of_the_others_on_the_same_units() => Assert.Equal(
        [2, -0.5],
        Differences.FromOthers(KrippendorffAlphaTests.Marked([4, 1, 3, null], [2, 2, null, 1], [2, 1, null, 1]), 0));

    [Fact]
    public void Drift_is_the_change_from_the_first_unit_to_the_last()
    {
        var drift = Differences.DriftOf([0, 0.5, 1, 1.5, 2]);

        Assert.Equal(2, drift.Value!.Value, 1e-9);
        Assert.True(drift.Low > 0);
    }

    [Fact]
    public void A_constant_severity_is_no_drift()
    {
        Assert.Equal(1, Differences.SeverityOf([1, 1, 1, 1]).Value);
        Assert.Equal(0, Differences.DriftOf([1, 1, 1, 1]).Value!.Value, 1e-12);
    }

    /// <summary>By hand: the line through 0, 1, 0 at 0, 1, 2 is flat at 1/3; the rest is 6/9, its error the root of 1/3;
    /// Student's t with one degree is 12.706; the way is 2.</summary>
    [Fact]
    public void The_interval_of_a_drift_is_that_of_the_slope()
    {
        var drift = Differences.DriftOf([0, 1, 0]);

        Assert.Equal(0, drift.Value!.Value, 1e-12);
        Assert.Equal(12.706 * Math.Sqrt(2 / 3.0 / 2) * 2, drift.High!.Value, 0.001);
    }
}
