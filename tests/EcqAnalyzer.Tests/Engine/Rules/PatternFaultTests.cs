using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>A fault in a pattern is named at the sign it stands at.</summary>
public sealed class PatternFaultTests
{
    [Theory]
    [InlineData("lead (a | the", "(7,14): error ECQ110: this '(' has no ')'")]
    [InlineData("lead a) team", "(7,15): error ECQ110: ')' without its '('")]
    [InlineData("lead | direct", "(7,14): error ECQ110: '|' cannot stand here")]
    [InlineData("lead (a | ) team", "ECQ114: a word is missing here")]
    [InlineData("lead ..x team", "(7,14): error ECQ110: a gap is written ..4")]
    [InlineData("lead ..99 team", "a gap is written ..4")]
    [InlineData("lead ..4", "a gap at the edge of a pattern")]
    [InlineData("..4 lead", "a gap at the edge of a pattern")]
    [InlineData("lead/VBDD team", "(7,14): error ECQ111: there is no tag 'VBDD'; did you mean VBD?")]
    [InlineData("lead OPM", "(7,14): error ECQ111: there is no tag 'OPM'")]
    [InlineData("lead $teem", "(7,14): error ECQ112: there is no list 'teem'; did you mean 'team'?")]
    [InlineData("lead ^ team", "'^' stands only at the very beginning")]
    [InlineData("lead ! team", "'!' stands directly before a word")]
    [InlineData("lead !(a b) team", "'!' means one word that is not this")]
    [InlineData("lead cross-functional/JJ", "a tag belongs to one token")]
    [InlineData("the? team?", "ECQ114: this pattern would match nothing at all")]
    [InlineData("lead(ing)", "a space is missing here")]
    [InlineData("lead ? team", "belongs directly after what it repeats")]
    [InlineData("lead ..4? team", "a gap is not repeated")]
    [InlineData("(a/DT | the)/DT", "a tag fits here only where")]
    public void The_place_and_the_way_out_are_named(string pattern, string expected)
    {
        var yaml = $"""
            type: duty
            lists: {"{team: [team]}"}
            rules:
              - id: types.duty.test
                title: A rule
                when:
                  - {pattern}
                status: stable
                weight: strong
                why: Because.
            """;
        RulesWritten.Load(out var faults, ("types/duty.yaml", yaml));

        Assert.Contains(expected, Assert.Single(faults.Found).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{a: [$b], b: [$a]}", "names itself")]
    [InlineData("{a: []}", "the list 'a' is empty")]
    [InlineData("{a: ['the?']}", "this entry would match nothing at all")]
    [InlineData("{a: [lead (]}", "a word is missing here")]
    [InlineData("{A: [lead]}", "'A' is not a list's name")]
    public void A_list_has_faults_of_its_own(string lists, string expected)
    {
        RulesWritten.Load(out var faults, ("types/duty.yaml", RulesWritten.Pack(["team"], [], lists)));

        Assert.Contains(expected, string.Join('\n', faults.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_list_serves_every_pack_and_keeps_its_name()
    {
        var pack = RulesWritten.Pack(["lead $unit"], [], "");
        var set = RulesWritten.Load(("lists.yaml", "lists: {unit: [team, staff]}\n"), ("types/duty.yaml", pack));

        Assert.Equal(["led staff"], RulesWritten.MatchesIn(set, "I/PRP led/VBD staff/NN"));

        RulesWritten.Load(
            out var faults,
            ("lists.yaml", "lists: {unit: [team]}\n"),
            ("types/duty.yaml", RulesWritten.Pack(["lead $unit"], [], "{unit: [crew]}")));
        Assert.Contains("'unit' is a list of lists.yaml already", string.Join('\n', faults.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_grows_without_measure_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("(a b | ", 8)) + "c" + new string(')', 8);
        RulesWritten.Load(out var deep, ("types/duty.yaml", RulesWritten.Pack([$"(x | {nested})"], [], "")));
        Assert.Contains("nested more than", string.Join('\n', deep.Found), StringComparison.Ordinal);

        var wide = string.Join(' ', Enumerable.Repeat("..20 a", 20));
        RulesWritten.Load(out var large, ("types/duty.yaml", RulesWritten.Pack([$"a {wide}"], [], "")));
        Assert.Contains("ECQ115", string.Join('\n', large.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_all_patterns_come_in_one_run()
    {
        RulesWritten.Load(out var faults, ("types/duty.yaml", RulesWritten.Pack(["lead (", "$nobody", "fine"], ["XYZ"], "")));

        Assert.Equal(3, faults.Found.Count);
    }
}
