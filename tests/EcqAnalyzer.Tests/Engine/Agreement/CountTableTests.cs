using CsCheck;
using EcqAnalyzer.Engine.Agreement;

namespace EcqAnalyzer.Tests.Engine.Agreement;

/// <summary>Statistics against worked examples that were published, or done by hand.</summary>
public sealed class CountTableTests
{
    /// <summary>Two hundred persons by two judges: the example of Cohen (1960) and, weighted, of Cohen (1968).</summary>
    private static readonly int[,] Cohen = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };

    private static readonly double[,] CohensWeights = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };

    [Fact]
    public void Kappa_is_that_of_Cohen_1960() => Assert.Equal(0.492, CountTable.Kappa(Cohen)!.Value, 0.0005);

    [Fact]
    public void Weighted_kappa_is_that_of_Cohen_1968() =>
        Assert.Equal(0.348, CountTable.Kappa(Cohen, (row, column) => CohensWeights[row, column])!.Value, 0.0005);

    /// <summary>By hand: seen (14 + 10 + 10 + 6 + 4 x 20) / 200 = 0.6; by chance 0.3 x 0.6 + 0.5 x 0.3 + 0.3 x 0.2 + 0.1 x 0.3
    /// = 0.42 one step off and 4 x (0.6 x 0.2 + 0.1 x 0.5) = 0.68 two; 1 - 0.6 / 1.1.</summary>
    [Fact]
    public void Quadratic_kappa_counts_two_steps_four_times() => Assert.Equal(1 - 0.6 / 1.1, CountTable.QuadraticKappa(Cohen)!.Value, 1e-12);

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

        Assert.Equal(0.616, CountTable.Spearman(table)!.Value, 0.0015);
    }

    [Fact]
    public void Spearman_says_nothing_where_one_judge_gives_one_rung() => Assert.Null(CountTable.Spearman(new[,] { { 3, 2 }, { 0, 0 } }));

    [Fact]
    public void F1_is_the_harmonic_mean_of_precision_and_recall()
    {
        var (precision, recall) = (CountTable.Precision(Cohen, 1)!.Value, CountTable.Recall(Cohen, 1)!.Value);

        Assert.Equal((40 / 60.0, 40 / 60.0), (precision, recall));
        Assert.Equal(2 * precision * recall / (precision + recall), CountTable.F1(Cohen, 1)!.Value, 1e-12);
    }

    /// <summary>The third label was given by nobody, so it is no part of the mean; it still costs precision.</summary>
    [Fact]
    public void Macro_F1_is_over_the_labels_that_were_given() =>
        Assert.Equal((2 * 3 / 7.0 + 2 * 2 / 5.0) / 2, CountTable.MacroF1(new[,] { { 3, 0, 1 }, { 0, 2, 1 }, { 0, 0, 0 } })!.Value, 1e-12);

    [Fact]
    public void Nothing_labelled_gives_no_figure() =>
        Assert.Equal([null, null, null, null], new[] { CountTable.Kappa(new int[2, 2]), CountTable.MacroF1(new int[2, 2]), CountTable.Accuracy(new int[2, 2]), CountTable.Spearman(new int[2, 2]) });

    [Fact]
    public void Kappa_does_not_care_which_judge_comes_first() => Gen.Int[0, 9].Array[9].Sample(cells =>
    {
        var (table, turned) = (new int[3, 3], new int[3, 3]);
        for (var i = 0; i < cells.Length; i++)
        {
            (table[i / 3, i % 3], turned[i % 3, i / 3]) = (cells[i], cells[i]);
        }

        Assert.Equal(CountTable.QuadraticKappa(table) ?? 0, CountTable.QuadraticKappa(turned) ?? 0, 1e-9);
    });

    /// <summary>Ninety-one couples' answers on four levels (Agresti 1990, from Hout and others 1987): the table that the R
    /// package vcd calls SexualFun, for which it prints an unweighted kappa of 0.129.</summary>
    [Fact]
    public void Kappa_of_four_levels_is_that_of_Agresti_1990() => Assert.Equal(
        0.129, CountTable.Kappa(new[,] { { 7, 7, 2, 3 }, { 2, 8, 3, 7 }, { 1, 5, 4, 9 }, { 2, 8, 9, 14 } })!.Value, 0.0005);

    [Fact]
    public void Pairs_are_counted_by_how_far_they_lie_apart()
    {
        var table = CountTable.Of([(0, 0), (1, 2), (4, 2)], 5);

        Assert.Equal([1 / 3.0, 2 / 3.0, 1.0], new[] { CountTable.Within(table, 0), CountTable.Within(table, 1), CountTable.Within(table, 2) }.OfType<double>());
    }
}
