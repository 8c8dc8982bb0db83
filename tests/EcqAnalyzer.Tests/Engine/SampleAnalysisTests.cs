using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine;

/// <summary>What the drafts of corpus/samples show, through readers, annotator, rules and judging.</summary>
public sealed class SampleAnalysisTests
{
    [Theory]
    [InlineData("leading-people.docx")]
    [InlineData("strong-resume.docx")]
    [InlineData("mixed-building-coalitions.docx")]
    [InlineData("weak-results-driven.docx")]
    public void A_sample_shows_what_it_showed_before(string name) =>
        Snapshot.Match($"samples/{Path.GetFileNameWithoutExtension(name)}.txt", AnalysisText.Of(Analyze(name)));

    [Theory]
    [InlineData("leading-people.pdf")]
    [InlineData("leading-people.txt")]
    public void Another_format_of_the_same_draft_gives_the_same_strengths(string name)
    {
        var (word, other) = (Analyze("leading-people.docx"), Analyze(name));

        Assert.Equal(Sentences(word), Sentences(other));
        Assert.Equal(
            word.Competencies.Select(score => (score.Competency, score.Rung, score.Accomplishment, score.Duty)),
            other.Competencies.Select(score => (score.Competency, score.Rung, score.Accomplishment, score.Duty)));
    }

    [Fact]
    public void The_strong_draft_stands_above_the_mixed_and_the_mixed_above_the_weak()
    {
        // By the same framework: one with more competencies has more to show.
        int Shown(string name) => Analyze(name, new AnalysisOptions("opm-2006")).Competencies.Count(score => score.Rung >= Rung.Action);

        Assert.True(Shown("strong-resume.docx") > Shown("leading-people.docx"));
        Assert.True(Shown("leading-people.docx") > Shown("weak-results-driven.docx"));
    }

    private static IEnumerable<string> Sentences(Analysis analysis) =>
        analysis.Document.Sentences.Select(sentence => sentence.Span.Of(analysis.Document.Draft.Text).ToString().ReplaceLineEndings(" "));

    private static Analysis Analyze(string name, AnalysisOptions? options = null) => TestEngine.AnalyzeSample(name, options);
}
