using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Hyphens at the ends of lines.</summary>
public sealed class HyphensOfPdfTests
{
    [Fact]
    public void A_word_broken_by_the_line_is_whole_again_and_the_map_points_at_both_halves()
    {
        var draft = Read("We all worked for better coordi-", "nation of the seven agencies.");
        Assert.Equal("We all worked for better coordination of the seven agencies.", draft.Text);
        var start = draft.Text.IndexOf("coordination", StringComparison.Ordinal);
        var places = draft.Source.Over(new TextSpan(start, start + 12)).Select(run => (PageAnchor)run.Anchor).ToArray();
        Assert.Equal(2, places.Length);
        Assert.True(places[1].Top > places[0].Top && places[1].Left < places[0].Left);
    }

    [Theory]
    [InlineData("The board for decision-", "making met.", "Each decision is one; the making of rules is not.", "decision-making")]
    [InlineData("A self-directed, or self-", "directed, team.", "No more.", "self-directed, team")]
    [InlineData("A grade of GS-", "15 was mine.", "No more.", "GS-15")]
    [InlineData("Our Trace-", "Monkey runs.", "The TraceMonkey project is ours.", "TraceMonkey")]
    public void The_rest_of_the_draft_tells_what_a_hyphen_is(string first, string second, string other, string expected) =>
        Assert.Contains(expected, Read(first, second, other).Text);

    [Fact]
    public void A_dash_at_the_end_of_a_line_is_a_dash() =>
        Assert.Contains("the harbor - which we", Read("We rebuilt the whole of the harbor -", "which we owned.").Text);

    private static Draft Read(string first, string second, string other = "") =>
        new TestPdf().Page(Lines(72, 700, first, second) + Text(72, 600, other)).Read();
}
