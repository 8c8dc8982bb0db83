using System.Text;
using System.Text.Json;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats.Screening;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Formats;

namespace EcqAnalyzer.Tests.Engine.Screening;

public sealed class DigesterTests
{
    [Fact]
    public void A_digest_says_of_scores_and_checks_what_the_analysis_says()
    {
        var analysis = SampleAnalysis.Create();

        var digest = Digester.Of(analysis, "r1");

        Assert.Equal(
            analysis.Competencies.Select(score => (score.Competency.Name, score.Rung, score.Accomplishment)),
            digest.Competencies.Select(each => (each.Competency, each.Rung, each.Accomplishment)));
        Assert.Equal(analysis.Ecqs.Select(ecq => (ecq.Ecq.Name, ecq.Shown)), digest.Ecqs.Select(ecq => (ecq.Ecq, ecq.Shown)));
        Assert.Equal(analysis.Findings.Length, digest.Checks.Sum(check => check.Count));
        Assert.Equal(digest.Checks.OrderByDescending(check => (int)check.Severity), digest.Checks);
        Assert.Equal(analysis.Suggestions.Max(suggestion => suggestion.Priority), analysis.Suggestions.First(suggestion => suggestion.Question == digest.Questions[0].Question).Priority);
    }

    [Fact]
    public void A_draft_with_the_heading_of_an_ecq_addresses_that_one_alone()
    {
        var analysis = SampleAnalysis.Create();
        var named = analysis.Document.Sections.Select(section => section.Ecq?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Equal(named, Digester.Of(analysis, "r1").Ecqs.Where(ecq => ecq.IsAddressed).Select(ecq => ecq.Ecq).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_digest_that_was_read_is_written_to_the_same_bytes()
    {
        foreach (var analysis in Rendering.Samples())
        {
            var bytes = DigestJson.Write(Digester.Of(analysis, "r1"));

            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(DigestJson.Write(DigestJson.Read(bytes))));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"rules\":1}")]
    [InlineData("nothing")]
    public void What_is_no_digest_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => DigestJson.Read(Encoding.UTF8.GetBytes(text)));
}
