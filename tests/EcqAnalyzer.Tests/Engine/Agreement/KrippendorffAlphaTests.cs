using System.Collections.Immutable;
using CsCheck;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Agreement;

/// <summary>Alpha against its author's own examples.</summary>
public sealed class KrippendorffAlphaTests
{
    /// <summary>Example C of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011):
    /// twelve units, four observers, values missing.</summary>
    internal static Ratings Example { get; } = Marked(
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]);

    [Theory]
    [InlineData(Metric.Nominal, 0.743)]
    [InlineData(Metric.Ordinal, 0.815)]
    [InlineData(Metric.Interval, 0.849)]
    public void Alpha_is_that_of_Krippendorff_2011_with_values_missing(Metric metric, double expected) =>
        Assert.Equal(expected, KrippendorffAlpha.Of(Example, metric)!.Value, 0.0006);

    /// <summary>Example A there: ten units, two observers, two values; 0.095.</summary>
    [Fact]
    public void Alpha_of_two_observers_and_two_values_is_that_of_Krippendorff_2011() => Assert.Equal(
        0.095, KrippendorffAlpha.Of(Marked([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]), Metric.Nominal)!.Value, 0.0006);

    [Fact]
    public void Nothing_marked_twice_gives_no_alpha() => Assert.Null(KrippendorffAlpha.Of(Marked([1, null], [null, 2]), Metric.Ordinal));

    [Fact]
    public void Markers_who_agree_on_one_value_agree_fully() => Assert.Equal(1, KrippendorffAlpha.Of(Marked([3, 3], [3, 3]), Metric.Ordinal));

    [Fact]
    public void Who_is_named_first_does_not_matter() => Gen.Int[0, 4].Array[3].Array[2, 12].Sample(units =>
    {
        var ratings = OfUnits(units);
        var turned = OfUnits([.. units.Select(unit => unit.Reverse().ToArray())]);
        Assert.Equal(
            KrippendorffAlpha.Of(ratings, Metric.Ordinal)!.Value, KrippendorffAlpha.Of(turned, Metric.Ordinal)!.Value, 1e-9);
    });

    /// <summary>One row of values a marker.</summary>
    internal static Ratings Marked(params double?[][] markers) => new(
        [.. markers.Select((_, i) => ((char)('A' + i)).ToString())],
        [.. Enumerable.Range(0, markers[0].Length).Select(unit => markers.Select(marker => marker[unit]).ToImmutableArray())]);

    internal static Ratings OfUnits(int[][] units) => new(
        [.. units[0].Select((_, i) => ((char)('A' + i)).ToString())],
        [.. units.Select(unit => unit.Select(value => (double?)value).ToImmutableArray())]);
}
