using CsCheck;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

/// <summary>Statistics against worked examples that were published, or done by hand.</summary>
public sealed class TableTests
{
    /// <summary>Two hundred persons by two judges: the example of Cohen (1960) and, weighted, of Cohen (1968).</summary>
    private static readonly int[,] Cohen = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };

    private static readonly double[,] CohensWeights = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };

    [Fact]
    public void Kappa_is_that_of_Cohen_1960() => Assert.Equal(0.492, Table.Kappa(Cohen)!.Value, 0.0005);

    [Fact]
    public void Weighted_kappa_is_that_of_Cohen_1968() =>
        Assert.Equal(0.348, Table.Kappa(Cohen, (row, column) => CohensWeights[row, column])!.Value, 0.0005);

    /// <summary>By hand: seen (14 + 10 + 10 + 6 + 4 x 20) / 200 = 0.6; by chance 0.3 x 0.6 + 0.5 x 0.3 + 0.3 x 0.2 + 0.1 x 0.3
    /// = 0.42 one step off and 4 x (0.6 x 0.2 + 0.1 x 0.5) = 0.68 two; 1 - 0.6 / 1.1.</summary>
    [Fact]
    public void Quadratic_kappa_counts_two_steps_four_times() => Assert.Equal(1 - 0.6 / 1.1, Table.QuadraticKappa(Cohen)!.Value, 1e-12);

    /// <summary>Twelve students, yielding and striving: Siegel (1956), with his ties; 0.616 after his rounding.</summary>
    [Fact]
    public void Spearman_with_ties_is_that_of_Siegel_1956()
    {
        int[] yielding = [0, 0, 1, 1, 3, 4, 5, 6, 7, 8, 8, 12];
        int[] striving = [3, 4, 2, 1, 8, 11, 10, 6, 7, 12, 5, 9];
        var table = new int[13, 13];
        foreach (var (left, right) in yielding.Zip(striving))
        {
            table[left, right]++;
        }

        Assert.Equal(0.616, Table.Spearman(table)!.Value, 0.0015);
    }

    [Fact]
    public void Spearman_says_nothing_where_one_judge_gives_one_rung() => Assert.Null(Table.Spearman(new[,] { { 3, 2 }, { 0, 0 } }));

    [Fact]
    public void F1_is_the_harmonic_mean_of_precision_and_recall()
    {
        var (precision, recall) = (Table.Precision(Cohen, 1)!.Value, Table.Recall(Cohen, 1)!.Value);

        Assert.Equal((40 / 60.0, 40 / 60.0), (precision, recall));
        Assert.Equal(2 * precision * recall / (precision + recall), Table.F1(Cohen, 1)!.Value, 1e-12);
    }

    /// <summary>The third label was given by nobody, so it is no part of the mean; it still costs precision.</summary>
    [Fact]
    public void Macro_F1_is_over_the_labels_that_were_given() =>
        Assert.Equal((2 * 3 / 7.0 + 2 * 2 / 5.0) / 2, Table.MacroF1(new[,] { { 3, 0, 1 }, { 0, 2, 1 }, { 0, 0, 0 } })!.Value, 1e-12);

    [Fact]
    public void Nothing_labelled_gives_no_figure() =>
        Assert.Equal([null, null, null, null], new[] { Table.Kappa(new int[2, 2]), Table.MacroF1(new int[2, 2]), Table.Accuracy(new int[2, 2]), Table.Spearman(new int[2, 2]) });

    [Fact]
    public void Kappa_does_not_care_which_judge_comes_first() => Gen.Int[0, 9].Array[9].Sample(cells =>
    {
        var (table, turned) = (new int[3, 3], new int[3, 3]);
        for (var i = 0; i < cells.Length; i++)
        {
            (table[i / 3, i % 3], turned[i % 3, i / 3]) = (cells[i], cells[i]);
        }

        Assert.Equal(Table.QuadraticKappa(table) ?? 0, Table.QuadraticKappa(turned) ?? 0, 1e-9);
    });

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
