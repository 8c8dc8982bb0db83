using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>What holds of every format in the list.</summary>
public sealed class ReportersTests
{
    public static TheoryData<string> Formats => [.. Reporters.All.Select(format => format.Id)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_analysis_gives_the_same_bytes(string format)
    {
        foreach (var analysis in Rendering.Samples())
        {
            var bytes = Rendering.Bytes(format, analysis);

            Assert.NotEmpty(bytes);
            Assert.Equal(bytes, Rendering.Bytes(format, analysis));
        }
    }

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    public void What_was_kept_silent_and_what_was_laid_over_the_rules_is_told(string format)
    {
        var analysis = SampleAnalysis.Create();
        var report = Rendering.Text(format, analysis with
        {
            Findings = [],
            Suppressed = [new Suppressed(new Suppression("voice.belief", "our board likes beliefs", "coach"), 3)],
            Provenance = analysis.Provenance with { Packs = [new PackUse("vacancy", new string('b', 64), [])] },
        });

        Assert.Contains("our board likes beliefs", report);
        Assert.Contains("vacancy lies over", report);
    }

    [Fact]
    public void Every_ending_asks_for_one_format()
    {
        var endings = Reporters.All.SelectMany(format => format.Extensions).ToList();

        Assert.Equal(endings.Distinct(), endings);
        Assert.All(endings, ending => Assert.StartsWith(".", ending));
    }
}
