using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;


namespace EcqAnalyzer.Tests.Engine.Agreement;

/// <summary>What is said of agreement, by the numbers of rules/uses/agreement.yaml.</summary>
public sealed class AgreementFinderTests
{
    private static readonly AgreementPolicy Policy = Load();

    [Fact]
    public void Few_grades_are_too_few_to_say_anything()
    {
        var study = Study([[3, 3], [2, 2], [4, 3]]);

        Assert.Equal("Too few to say: 3 grades by both, and it takes 20.", study.Pairs[0].Says);
        Assert.All(study.Habits, habit => Assert.StartsWith("Too few to say", habit.Says, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_who_give_the_same_agree_closely()
    {
        var study = Study([.. Enumerable.Range(0, 30).Select(i => new[] { i % 5, i % 5 })]);

        Assert.StartsWith("A and B: close agreement (quadratic weighted kappa 1.00", study.Pairs[0].Says, StringComparison.Ordinal);
        Assert.Equal(1, FigureOf(study.Pairs[0], "percent").Value);
        Assert.Equal("A is neither milder nor stricter than B, from the first row to the last.", study.Habits[0].Says);
    }

    [Fact]
    public void A_strict_marker_is_told_apart()
    {
        var study = Study([.. Enumerable.Range(0, 40).Select(i => new[] { 1 + i % 4, i % 4 })]);

        Assert.Contains("B gives 1.0 levels less than A", study.Habits[1].Says, StringComparison.Ordinal);
        Assert.Equal(1, study.Pairs[0].Differences!.Bias.Value);
        Assert.Equal(1, FigureOf(study.Pairs[0], "within-one").Value);
        Assert.Equal(0, FigureOf(study.Pairs[0], "percent").Value);
    }

    [Fact]
    public void Who_grows_stricter_is_told_so()
    {
        var study = Study([.. Enumerable.Range(0, 40).Select(i => new[] { i < 20 ? 3 : 1, 2 })]);

        Assert.Contains("grew stricter", study.Habits[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Chance_is_called_poor()
    {
        var study = Study([.. Enumerable.Range(0, 50).Select(i => new[] { i % 5, i / 5 % 5 })]);

        Assert.Contains("poor agreement", study.Pairs[0].Says, StringComparison.Ordinal);
        Assert.Contains("settle with three drafts", study.Pairs[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_are_the_same_on_every_run_and_hold_the_figure()
    {
        var (first, again) = (Study(Units()), Study(Units()));

        Assert.Equal(first.Figures, again.Figures);
        Assert.All(first.Figures, figure => Assert.True(figure.Low <= figure.Value && figure.Value <= figure.High, figure.Id));

        static int[][] Units() => [.. Enumerable.Range(0, 30).Select(i => new[] { i % 5, Math.Min(4, (i + (i % 3 == 0 ? 1 : 0)) % 5) })];
    }

    private static AgreementStudy Study(int[][] units) =>
        new AgreementFinder(Policy).Study("all", KrippendorffAlphaTests.OfUnits(units), 4);

    private static Figure FigureOf(PairAgreement pair, string id) => pair.Figures.Single(figure => figure.Id == id);

    private static AgreementPolicy Load()
    {
        var faults = new Faults();
        var policy = AgreementPolicy.Load(new Workbench().Rulebook.Files, faults);
        faults.ThrowIfAny();
        return policy;
    }
}
