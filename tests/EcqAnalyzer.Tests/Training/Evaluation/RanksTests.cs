using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

/// <summary>Calibration and rank correlation, by hand and by their textbook formulas.</summary>
public sealed class RanksTests
{
    /// <summary>Three bins by hand: two at 0.95 of which one is right, one right at 0.55, one wrong at 0.2:
    /// (|1.9 - 1| + |0.55 - 1| + |0.2 - 0|) / 4.</summary>
    [Fact]
    public void Calibration_error_weighs_bins_by_what_fell_into_them()
    {
        var bins = new ReliabilityBins();
        bins.Add(0.95, isRight: true);
        bins.Add(0.95, isRight: false);
        bins.Add(0.55, isRight: true);
        bins.Add(0.2, isRight: false);

        Assert.Equal((0.9 + 0.45 + 0.2) / 4, bins.CalibrationError!.Value, 1e-12);
    }

    [Fact]
    public void Certainty_falls_into_the_last_bin()
    {
        var bins = new ReliabilityBins();
        bins.Add(1, isRight: true);

        Assert.Equal((1, 0.0), (bins.Count(9), bins.CalibrationError!.Value));
    }

    /// <summary>With one control: (r12 - r13 r23) / sqrt((1 - r13²)(1 - r23²)), here r12 = r13 = 0.9 and r23 = 0.8, by the ranks
    /// of five.</summary>
    [Fact]
    public void Partial_correlation_follows_its_textbook_formula()
    {
        double[] left = [1, 2, 3, 4, 5];
        double[] right = [1, 2, 3, 5, 4];
        double[] given = [2, 1, 3, 4, 5];
        const double LeftRight = 0.9;
        const double LeftGiven = 0.9;
        const double RightGiven = 0.8;
        var expected = (LeftRight - LeftGiven * RightGiven) / Math.Sqrt((1 - LeftGiven * LeftGiven) * (1 - RightGiven * RightGiven));

        Assert.Equal(expected, Ranks.PartialCorrelation(left, right, given)!.Value, 1e-9);
    }

    [Fact]
    public void Partial_correlation_says_nothing_where_evidence_explains_all() =>
        Assert.Null(Ranks.PartialCorrelation([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5], [1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]));
}
