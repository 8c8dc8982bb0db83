using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("I have an operational mindset and a record of strategic thinking.", "operational-mindset,strategic-thinking")]
    [InlineData("I always act with civic-mindedness.", "civic-mindedness")]
    [InlineData("I believe in accountability.", "accountability")]
    [InlineData("I have accountability for a budget of $40 million.", "")]
    [InlineData("I had an operational mindset.", "")]
    public void A_name_among_what_the_writer_is_or_holds_is_a_claim(string sentence, string claimed) => Assert.Equal(
        claimed,
        string.Join(',', TestEngine.AnalyzeGiven(new AnalysisOptions("opm-2025", DraftKind.Narrative), sentence).Statements[0].Claimed.Select(id => id.Name).Order()));
}
