using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class LabelledPartsTests
{
    private static readonly StatementTypes Even = new(0.2, 0.1, 0.3, 0.2, 0.1, 0.1);

    [Fact]
    public void A_label_holds_below_its_line_and_after_it_for_its_paragraph()
    {
        var document = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Story),
            "ACTION", "I counted the boats.", "I sold nine.", "RESULT", "Nine were sold.", "# The second year", "Action: I bought two.",
            "Result: They float. All are in use.", "I left in May.").Document;

        Assert.Equal(
            "Action Action Action Result Result - Action Result Result -",
            string.Join(' ', LabelledParts.Of(document).Select(part => part?.ToString() ?? "-")));
    }

    [Fact]
    public void A_lone_label_heads_a_list_and_says_nothing_of_its_lines() => Assert.All(
        LabelledParts.Of(TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Resume), "# Results", "Nine boats were sold.", "Two were bought.").Document),
        part => Assert.Null(part));

    [Theory]
    [InlineData(StoryLabel.Action, StatementType.Action)]
    [InlineData(StoryLabel.Result, StatementType.Result)]
    [InlineData(StoryLabel.Challenge, StatementType.Challenge)]
    public void What_the_label_says_grows_likelier_and_the_shares_still_add_up(StoryLabel label, StatementType type)
    {
        var leant = LabelledParts.Lean(Even, label, 3);

        Assert.True(leant[type] > Even[type]);
        Assert.Equal(3 * Even[type] / Even.Duty, leant[type] / leant.Duty, 9);
        Assert.Equal(1, leant.Challenge + leant.Context + leant.Action + leant.Result + leant.Duty + leant.Other, 9);
        Assert.Equal(Even[type], LabelledParts.Lean(leant, label, 1.0 / 3)[type], 9);
    }

    [Fact]
    public void A_sentence_under_a_label_is_read_as_the_label_says_more_likely_than_without()
    {
        const string Outcome = "Unmodified opinion in FY 2023, a year early against the revised plan.";
        StatementTypes TypesUnder(params string[] lines) =>
            TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Story), [.. lines, Outcome]).Statements[^1].Types;

        var labelled = TypesUnder("ACTION", "I counted all property and met the auditor every week.", "RESULT");
        Assert.True(labelled.Result > TypesUnder("I counted all property and met the auditor every week.").Result);
    }
}
