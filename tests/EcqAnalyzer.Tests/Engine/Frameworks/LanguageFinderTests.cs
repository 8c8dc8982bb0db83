using EcqAnalyzer.Engine;
using EcqAnalyzer.Tests.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Frameworks;

public sealed class LanguageFinderTests
{
    private static readonly string[] OfGoals =
    [
        "I set a goal for each of the nine regions and met every deadline that the board had given us that year.",
        "We delivered the ledger ahead of schedule, and the result was better than the target that I had promised.",
        "Each chief was accountable for one objective, and I asked for the outcome in writing at the end of the month.",
    ];

    [Fact]
    public void The_language_spoken_most_is_named_with_its_places_and_nothing_is_scored()
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("action-logics"), OfGoals);

        var spoken = Assert.Single(analysis.Languages);
        Assert.Equal("achiever", spoken.Of.Name);
        Assert.True(spoken.Places.Length >= 5);
        Assert.Empty(analysis.Competencies);
        Assert.Empty(analysis.Suggestions);
    }

    [Fact]
    public void A_few_words_name_no_language()
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("action-logics"), OfGoals[0]);

        Assert.Empty(analysis.Languages);
    }

    [Fact]
    public void Other_frameworks_know_no_languages()
    {
        Assert.Empty(TestEngine.Analyze(new AnalysisOptions("opm-2006"), OfGoals).Languages);
    }

    [Fact]
    public void The_report_says_that_it_is_about_the_text_and_not_about_the_person()
    {
        var run = EcqRun.WithInput(string.Join('\n', OfGoals), "check", "-", "--framework", "action-logics");

        Assert.Contains("Achiever", run.Out, StringComparison.Ordinal);
        Assert.Contains("nothing about", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("rung", run.Out, StringComparison.Ordinal);
    }
}
