using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("Flexibility is one of my greatest assets.", "flexibility")]
    [InlineData("I possess a high degree of political savvy.", "political-savvy")]
    [InlineData("The experience made a resilient leader of me.", "resilience")]
    [InlineData("Visionary executive with a name for problem-solving.", "problem-solving", "vision")]
    [InlineData("Vision, Flexibility, Partnering", "flexibility", "partnering", "vision")]
    public void A_name_where_nothing_is_told_is_a_claim(string line, params string[] claimed) => Assert.Equal(claimed, ClaimedIn("opm-2006", line));

    [Theory]
    [InlineData("I formed partnerships with nine counties and opened eleven clinics in two years.")]
    [InlineData("Oversees negotiation of leases for the region.")]
    [InlineData("Deputy Director, Center for Payment Integrity, 2019 to 2022")]
    [InlineData("Director, Office of Diversity, 2016 to 2018")]
    public void A_name_in_a_deed_or_a_duty_or_a_longer_name_is_none(string line) => Assert.Empty(ClaimedIn("opm-2006", line));

    [Fact]
    public void Each_framework_has_words_of_its_own() =>
        Assert.Equal(["agility-and-resilience", "executive-judgment"], ClaimedIn("opm-2025", "I am adaptable and have sound judgment."));

    [Theory]
    [InlineData("I have an operational mindset and a record of strategic thinking.", "operational-mindset", "strategic-thinking")]
    [InlineData("I always act with civic-mindedness.", "civic-mindedness")]
    [InlineData("I believe in accountability.", "accountability")]
    [InlineData("I have accountability for a budget of $40 million.")]
    public void What_the_writer_is_or_holds_is_claimed_and_what_the_post_holds_is_a_duty(string line, params string[] claimed) =>
        Assert.Equal(claimed, ClaimedIn("opm-2025", line));

    [Fact]
    public void A_name_by_itself_is_told_once_why()
    {
        var evidence = AnalyzeNamed("opm-2006", "Vision, Flexibility, Partnering").Evidence.Where(each => each is { Sentence: 0, Label: ClaimLabel });

        Assert.Equal(["name.bare", "name.bare", "name.bare"], evidence.Select(each => each.Origin.Id));
    }

    [Fact]
    public void Names_alone_do_not_make_a_text_about_gardens_one_about_work() =>
        Assert.Equal(
            GradableStatus.OffTopic,
            TestEngine.AnalyzeGiven(new AnalysisOptions("opm-2006"), [.. Enumerable.Range(1, 8).Select(bed => $"The roses in bed {bed} have the resilience of weeds.")])
                .Gradable.Status);

    private static IEnumerable<string> ClaimedIn(string framework, string line) =>
        AnalyzeNamed(framework, line).Statements[0].Claimed.Select(claimed => claimed.Name);

    private static Analysis AnalyzeNamed(string framework, string line) =>
        TestEngine.AnalyzeGiven(new AnalysisOptions(framework), line, "I rebuilt the permit register of two offices within a year.");
}
