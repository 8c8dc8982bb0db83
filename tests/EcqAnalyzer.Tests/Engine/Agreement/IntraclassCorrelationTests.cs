using CsCheck;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Agreement;

/// <summary>Intraclass correlations against published figures.</summary>
public sealed class IntraclassCorrelationTests
{
    /// <summary>Table 2 of Shrout and Fleiss (1979): six targets, four judges.</summary>
    private static readonly Ratings ShroutAndFleiss = KrippendorffAlphaTests.OfUnits(
        [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);

    /// <summary>Table 4 there: ICC(2,1) = .29, ICC(2,4) = .62.</summary>
    [Fact]
    public void Correlations_are_those_of_Shrout_and_Fleiss_1979()
    {
        var (single, average) = IntraclassCorrelation.Of(ShroutAndFleiss);

        Assert.Equal(0.29, single.Value!.Value, 0.005);
        Assert.Equal(0.62, average.Value!.Value, 0.005);
    }

    /// <summary>The intervals that W. Revelle's package psych for R prints for the same table (help page of ICC): 0.019 to
    /// 0.761 for one judge, 0.071 to 0.927 for the mean of four.</summary>
    [Fact]
    public void Intervals_are_those_that_psych_prints_for_the_same_table()
    {
        var (single, average) = IntraclassCorrelation.Of(ShroutAndFleiss);

        Assert.Equal([0.019, 0.761, 0.071, 0.927], new[] { single.Low, single.High, average.Low, average.High }.Select(value => Math.Round(value!.Value, 3)));
    }

    [Fact]
    public void A_unit_that_somebody_left_out_is_left_out()
    {
        var more = ShroutAndFleiss with { Units = [.. ShroutAndFleiss.Units, [1, null, 2, 3]] };

        Assert.Equal(IntraclassCorrelation.Of(ShroutAndFleiss), IntraclassCorrelation.Of(more));
    }

    [Fact]
    public void One_unit_or_grades_that_never_differ_give_nothing()
    {
        Assert.Null(IntraclassCorrelation.Of(KrippendorffAlphaTests.OfUnits([[1, 2]])).Single.Value);
        Assert.Null(IntraclassCorrelation.Of(KrippendorffAlphaTests.OfUnits([[2, 2], [2, 2]])).Single.Value);
    }

    [Fact]
    public void Markers_who_agree_fully_have_a_correlation_of_one() =>
        Assert.Equal(1, IntraclassCorrelation.Of(KrippendorffAlphaTests.OfUnits([[1, 1], [2, 2], [4, 4]])).Single.Value!.Value, 1e-12);

    [Fact]
    public void The_mean_of_markers_is_never_less_sure_than_one_where_they_agree_at_all() =>
        Gen.Int[0, 4].Array[3].Array[4, 15].Sample(units =>
        {
            var (single, average) = IntraclassCorrelation.Of(KrippendorffAlphaTests.OfUnits(units));
            Assert.True(single.Value is null or <= 0 || average.Value >= single.Value - 1e-12);
        });
}
