using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Stories;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Stories;

public sealed class StoryPartsTests
{
    [Theory]
    [InlineData("When I took over the claims center in 2021, 41,000 claims were waiting and two teams no longer spoke to each other.", true)]
    [InlineData("41,000 claims were waiting and two teams no longer spoke to each other.", false)]
    public void Dated_trouble_sets_the_scene_as_well(string opening, bool isSetting)
    {
        var statement = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Story), opening, "I moved six examiners to intake.", "The backlog fell to 9,300 claims.").Statements[0];

        Assert.Equal(StatementType.Challenge, statement.Type);
        Assert.Equal(isSetting, StoryParts.Told(statement, StatementType.Context) > 0.5);
        Assert.Equal(statement.Types.Challenge, StoryParts.Told(statement, StatementType.Challenge));
    }
}
