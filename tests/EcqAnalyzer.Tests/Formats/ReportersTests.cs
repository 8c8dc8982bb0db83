using EcqAnalyzer.Formats;

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

    [Fact]
    public void Every_ending_asks_for_one_format()
    {
        var endings = Reporters.All.SelectMany(format => format.Extensions).ToList();

        Assert.Equal(endings.Distinct(), endings);
        Assert.All(endings, ending => Assert.StartsWith(".", ending));
    }
}
