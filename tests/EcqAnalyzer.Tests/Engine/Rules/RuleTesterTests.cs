using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

public sealed class RuleTesterTests
{
    private const string Pack = """
        type: action
        rules:
          - id: types.action.led
            title: Led a team
            status: stable
            weight: moderate
            when:
              - lead/VBD a team
            unless:
              - team meeting
            why: The writer led a team.
            hits:
              - I <<led a team>> of ten.
              - In May she <<led a team>>.
            misses:
              - I led a team meeting in May.
        """;

    [Fact]
    public void Good_examples_have_no_faults()
    {
        Assert.Empty(FaultsOf(Pack, out var count));
        Assert.Equal(new RuleTestCount(1, 3), count);
    }

    [Theory]
    [InlineData("      - In May she <<led a team>>.\n", "", "(3,9): error ECQ130: types.action.led needs at least two hits and one miss")]
    [InlineData("<<led a team>> of", "led <<a team>> of", "(13,9): error ECQ133: types.action.led: not the marked words; what matches is: I <<led a team>> of ten.")]
    [InlineData("<<led a team>> of", "led a team of", "ECQ133: types.action.led: a hit marks the words that match")]
    [InlineData("<<led a team>> of", "<<led two teams>> of", "nothing matches (read as: I/PRP led/VBD")]
    [InlineData("<<led a team>> of", "<<led a team of", "ECQ131: the marks << and >> do not pair")]
    [InlineData("of ten.", "of ten. It was large.", "ECQ132: an example is one sentence; this is read as 2: I led a team of ten. | It was large.")]
    [InlineData("I led a team meeting", "I led a team", "(16,9): error ECQ134: types.action.led: matches what it must not: I <<led a team>> in May.")]
    [InlineData("I led a team meeting in May.", "She wrote it in May.", "ECQ135: types.action.led: this miss has no word of the pattern in it")]
    [InlineData("I led a team meeting in May.", "Poor planning led to cuts.", "(10,9): error ECQ136: types.action.led: no miss needs 'unless: team meeting'")]
    public void A_fault_is_named_with_the_line_of_its_example(string written, string instead, string expected) =>
        Assert.Contains(
            expected, string.Join('\n', FaultsOf(Pack.Replace(written, instead, StringComparison.Ordinal), out _)), StringComparison.Ordinal);

    [Fact]
    public void A_retired_rule_is_not_tested()
    {
        Assert.Empty(FaultsOf(Pack.Replace("stable", "retired", StringComparison.Ordinal).Replace("<<", "", StringComparison.Ordinal), out var count));
        Assert.Equal(0, count.Rules);
    }

    /// <summary>The examples of every rule of the product.</summary>
    [Fact]
    public void Every_example_of_the_product_holds()
    {
        var rulebook = Rulebook.LoadYaml(Repository.Path("rules"));
        var faults = new Faults();
        new RuleTester(rulebook.Rules, new Workbench().Annotator, faults).Test(rulebook.Rules.Rules);
        RuleCoverage.Check(rulebook.Rules, rulebook.Frameworks, faults);

        Assert.Empty(faults.Found.Select(fault => fault.ToString()));
    }

    private static string[] FaultsOf(string pack, out RuleTestCount count)
    {
        var set = RulesWritten.Load(("types/action.yaml", pack));
        var faults = new Faults();
        count = new RuleTester(set, new Workbench().Annotator, faults).Test(set.Rules);
        return [.. faults.Found.Select(fault => fault.ToString())];
    }
}
