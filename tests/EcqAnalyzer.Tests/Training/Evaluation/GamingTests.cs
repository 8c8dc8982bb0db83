using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

/// <summary>Words added to a draft to look better gain nothing, under the framework of today and the one before.</summary>
public sealed class GamingTests
{
    public static TheoryData<string, string> Tricks => new(
        from framework in new[] { "opm-2006", "opm-2025" }
        from trick in GamingTrick.All(FrameworkOf(framework))
        select (framework, trick.Id));

    [Theory]
    [MemberData(nameof(Tricks))]
    public void A_trick_raises_nothing(string framework, string trick)
    {
        var outcome = Gaming.Play(TestEngine.Pipeline, FrameworkOf(framework)).Single(outcome => outcome.Id == trick);

        Assert.True(outcome.IsPassed, outcome.Raised);
    }

    /// <summary>Else no trick could raise anything, and every test of them would pass.</summary>
    [Fact]
    public void A_true_deed_does_raise()
    {
        var options = new EcqAnalyzer.Engine.AnalysisOptions("opm-2006", DraftKind.Narrative);
        var before = TestEngine.Pipeline.Analyze(GamingTrick.DraftOf(GamingTrick.Draft), options).Competencies;
        var after = TestEngine.Pipeline.Analyze(
            GamingTrick.DraftOf([.. GamingTrick.Draft, (BlockKind.Paragraph, "I negotiated a memorandum of understanding with three counties, and they took over 40 percent of the cases.")]),
            options).Competencies;

        Assert.Contains(before.Zip(after), pair => pair.Second.Accomplishment > pair.First.Accomplishment);
    }

    [Fact]
    public void A_definition_that_is_recited_claims_its_competency()
    {
        var competency = FrameworkOf("opm-2006").FindCompetency("conflict-management")!;

        var statements = TestEngine.Analyze(new EcqAnalyzer.Engine.AnalysisOptions("opm-2006", DraftKind.Narrative), competency.Definition).Statements;

        Assert.Contains(competency.Id, statements.SelectMany(statement => statement.Claimed));
        Assert.Empty(statements.SelectMany(statement => statement.Shown));
    }

    private static Framework FrameworkOf(string id) => new EcqAnalyzer.Cli.Workbench().Frameworks.First(framework => framework.Id == id);
}
