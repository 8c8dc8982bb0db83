using CsCheck;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats.Screening;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using static EcqAnalyzer.Tests.Support.Cohorts;

namespace EcqAnalyzer.Tests.Engine.Screening;

public sealed class ScreeningBuilderTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("5", 5)]
    [InlineData("50", 5)]
    [InlineData("500", 0)]
    [InlineData("5420", 4)]
    public void An_ecq_stands_on_the_rung_that_half_of_its_competencies_reach(string rungs, int rung) =>
        Assert.Equal((Rung)rung, Digester.RungOf(rungs.Select(each => (Rung)(each - '0'))));

    [Fact]
    public void Of_several_drafts_the_latest_by_its_name_counts()
    {
        var client = Single(Draft("anna/draft 10.docx", Digest("5544")), Draft("anna/draft 9.docx", Digest("0000")));

        Assert.Equal([Rung.ExecutiveResult, Rung.Result], client.Cells.Select(cell => cell.Rung!.Value));
        Assert.Equal(["anna/draft 9.docx", "anna/draft 10.docx"], client.Drafts.Select(draft => draft.Path));
    }

    [Fact]
    public void Each_ecq_comes_from_the_latest_draft_that_addresses_it()
    {
        var client = Single(
            Draft("anna/1 people.docx", Digest("5500", "leading-people")), Draft("anna/2 results.docx", Digest("0033", "results-driven")));

        Assert.Equal([(Rung.ExecutiveResult, "anna/1 people.docx"), (Rung.Action, "anna/2 results.docx")], client.Cells.Select(cell => (cell.Rung!.Value, cell.Draft)));
    }

    [Fact]
    public void An_ecq_that_no_draft_addresses_has_no_rung_and_counts_nowhere()
    {
        var overview = Build(Draft("anna/people.docx", Digest("5500", "leading-people")));

        Assert.Null(overview.Clients[0].Cells[1].Rung);
        Assert.DoesNotContain(overview.Clients[0].Reasons, reason => reason.Sign == SignIds.Nothing);
        Assert.Equal(["team-building", "developing-others"], overview.Cohorts[0].Competencies.Select(gap => gap.Competency));
    }

    [Fact]
    public void Drafts_that_can_be_compared_make_a_trend_and_a_fall_is_a_reason()
    {
        var client = Single(
            Draft("anna/draft 1.docx", Digest("0000")), Draft("anna/draft 2.docx", Digest("5555")), Draft("anna/draft 3.docx", Digest("5502")),
            Draft("anna/draft 2b.docx", Digest("5555", "leading-people")));

        Assert.Equal([0, 4, 2], client.Trend.Select(point => point.Shown));
        Assert.Equal("stands lower than in the draft before in Results Driven", client.Reasons.First(reason => reason.Sign == SignIds.Fell).Text);
    }

    [Fact]
    public void What_an_earlier_run_saw_of_a_file_comes_before_it_if_the_same_rules_judged_it()
    {
        var draft = Draft("anna/draft.docx", Digest("5555")) with { Earlier = [Digest("0000"), Digest("5000", rules: "other"), Digest("5500")] };

        Assert.Equal([0, 2, 4], Single(draft).Trend.Select(point => point.Shown));
    }

    [Fact]
    public void Points_are_the_sum_of_the_reasons_and_put_clients_in_order()
    {
        var overview = Build(
            Draft("a/strong.docx", Digest("5555")), Draft("b/duties.docx", Digest("3232")), Draft("c/nothing.docx", Digest("0000")),
            NotRead("d/zero.docx", "empty"), Draft("e/short.docx", WithoutScore("12 words")), Draft("f/claims.docx", Digest("5515")));

        Assert.Equal(["d", "e", "c", "b", "f", "a"], overview.Clients.Select(client => client.Client));
        Assert.All(overview.Clients, client => Assert.Equal(client.Points, client.Reasons.Sum(reason => reason.Points)));
        Assert.Equal(
            ["1 could not be read: zero.docx", "no score for short.docx (12 words)", "no deed shown for Leading People, Results Driven", "tells more duties than deeds in Leading People, Results Driven", "names without showing: Accountability", ""],
            overview.Clients.Select(client => string.Join("; ", client.Reasons.Select(reason => reason.Text))));
        Assert.Equal("d/zero.docx", Assert.Single(overview.NotRead).Path);
    }

    [Fact]
    public void The_cohort_counts_each_client_once_for_each_competency()
    {
        var cohort = Assert.Single(Build(
            Draft("a/1.docx", Digest("5210")), Draft("b/1.docx", Digest("0000")), Draft("b/2.docx", Digest("5300")), Draft("c/1.docx", WithoutScore("short"))).Cohorts);

        Assert.Equal(2, cohort.Clients);
        Assert.Equal([(2, 0, 0), (1, 1, 0), (0, 1, 1), (0, 0, 2)], cohort.Competencies.Select(gap => (gap.Shown, gap.Said, gap.Absent)));
    }

    [Fact]
    public void The_overview_does_not_depend_on_the_order_of_the_drafts()
    {
        var rungs = Gen.String[Gen.Char["01235"], 4, 4];
        Gen.Select(rungs.Array[1, 12], Gen.Int).Sample((all, seed) =>
        {
            var drafts = all.Select((each, place) => Draft($"client {place % 4}/draft {place}.docx", Digest(each))).ToList();
            var shuffled = drafts.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(PageOf(Build(drafts)), PageOf(Build(shuffled)));
        }, iter: 30);
    }

    private static string PageOf(Overview overview)
    {
        using var page = new MemoryStream();
        OverviewReports.WritePage(overview, [Cohorts.Framework], page);
        return System.Text.Encoding.UTF8.GetString(page.ToArray());
    }

    private static ClientPicture Single(params ScreenedDraft[] drafts) => Assert.Single(Build(drafts).Clients);
}
