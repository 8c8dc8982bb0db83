using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

public sealed class KeyCharacteristicTests
{
    private static readonly Rule[] Rules =
        [.. Rulebook.LoadYaml(Repository.Path("rules")).Rules.Rules.Where(rule => rule.Characteristic is not null)];

    [Fact]
    public void Every_key_characteristic_of_1997_has_a_rule()
    {
        var framework = Rulebook.LoadCompiled().Frameworks.Single(each => each.Id == "opm-1997");

        Assert.Equal(
            framework.Ecqs.SelectMany(ecq => ecq.KeyCharacteristics.Select(each => $"{ecq.Id.Name}/{each.Number}")).Order(),
            Rules.Select(rule => rule.Characteristic!).Order());
    }

    [Theory]
    [InlineData("opm-1997")]
    [InlineData("opm-2006")]
    public void A_draft_that_only_repeats_them_shows_duties_and_claims_and_never_an_accomplishment(string framework)
    {
        var repeated = Rules.SelectMany(rule => rule.Hits).Select(hit => $"- {hit.Text.Replace("<<", "").Replace(">>", "")}").ToArray();
        var scores = TestEngine.Analyze(new AnalysisOptions(framework, DraftKind.Narrative), repeated).Competencies;

        Assert.All(scores, score => Assert.True(score.Rung <= Rung.Duty, $"{score.Competency}: {score.Rung}"));
        Assert.True(scores.Count(score => score.Rung >= Rung.Claimed) > 15);
    }
}
