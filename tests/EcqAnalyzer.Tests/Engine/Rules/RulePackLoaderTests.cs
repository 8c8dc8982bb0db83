using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

public sealed class RulePackLoaderTests
{
    private const string Path = "demo/leading/team-building.yaml";

    private const string Pack = """
        competency: demo/team-building
        also: [demo/vision]
        lists:
          team: [team, staff]
        rules:
          - id: leading.team.led
            title: Led a team
            status: stable
            weight: moderate
            formerly: [leading.team.headed]
            when:
              - lead/VBD ..4 $team
            unless:
              - lead to
            why: The writer led a team.
            hits:
              - I <<led a team>>.
            misses:
              - It led to cuts.
          - id: leading.team.said
            title: Says so
            status: stable
            weight: weak
            shows: claim
            when: [team player]
            why: It is only said.
        """;

    [Fact]
    public void A_pack_has_what_its_file_says()
    {
        var set = RulesWritten.Load((Path, Pack));
        var rule = set.Rules[0];

        Assert.Equal(
            ("leading.team.led", "Led a team", RuleStatus.Stable, RuleWeight.Moderate, 0.6),
            (rule.Id, rule.Title, rule.Status, rule.Weight, rule.Strength));
        Assert.Equal(
            [new CompetencyLabel(new CompetencyId("demo", "team-building")), new CompetencyLabel(new CompetencyId("demo", "vision"))],
            rule.Labels);
        Assert.Single(rule.Hits);
        Assert.Same(rule, set.Find("leading.team.headed"));
        Assert.Equal(6, rule.Place.Line);
    }

    [Fact]
    public void What_a_rule_itself_says_under_also_takes_the_place_of_what_its_pack_says()
    {
        var pack = Pack.Replace("title: Led a team", "title: Led a team\n    also: []", StringComparison.Ordinal);
        var rules = RulesWritten.Load((Path, pack)).Rules;

        Assert.Equal([new CompetencyLabel(new CompetencyId("demo", "team-building"))], rules[0].Labels);
        Assert.Equal(2, rules[1].Labels.Length);
    }

    [Fact]
    public void A_rule_says_who_read_its_firings()
    {
        var pack = Pack.Replace("title: Led a team", "title: Led a team\n    reviewed: 3 firings read, 3 right", StringComparison.Ordinal);

        Assert.Equal("3 firings read, 3 right", RulesWritten.Load((Path, pack)).Rules[0].Reviewed);
        Assert.Null(RulesWritten.Load((Path, Pack)).Rules[0].Reviewed);
    }

    [Fact]
    public void A_rule_that_shows_a_claim_speaks_for_the_claim()
    {
        var rule = RulesWritten.Load((Path, Pack)).Rules[1];

        Assert.Equal(
            [new ClaimLabel(new CompetencyId("demo", "team-building")), new ClaimLabel(new CompetencyId("demo", "vision"))], rule.Labels);
    }

    [Theory]
    [InlineData("competency: demo/team-building", "competency: demo/team-bulding", "(1,13): error ECQ117: there is no competency 'demo/team-bulding'; did you mean 'demo/team-building'?")]
    [InlineData("competency: demo/team-building", "competency: demi/team-building", "ECQ117: there is no competency")]
    [InlineData("competency: demo/team-building", "competency: demo/vision", "ECQ118: this pack belongs in demo/leading/vision.yaml")]
    [InlineData("competency: demo/team-building", "type: duty", "ECQ118: this pack belongs in types/")]
    [InlineData("competency: demo/team-building", "type: duties", "ECQ117: 'duties' is none of: challenge, context")]
    [InlineData("competency: demo/team-building", "level: people", "'also' names further competencies")]
    [InlineData("competency: demo/team-building", "mark: Measured", "'Measured' is not a mark's name")]
    [InlineData("competency: demo/team-building", "lvel: people", "ECQ116: a pack says exactly one of: competency, type, level, mark")]
    [InlineData("competency: demo/team-building", "competency: demo/team-building\ntype: duty", "ECQ116")]
    [InlineData("title: Led a team", "title: Led a team\n    also: [demo/visoin]", "there is no competency 'demo/visoin'; did you mean 'demo/vision'?")]
    [InlineData("id: leading.team.led", "id: Led", "(6,9): error ECQ119: 'Led' is not a rule's id")]
    [InlineData("id: leading.team.said", "id: leading.team.led", "ECQ120: the id 'leading.team.led' is taken")]
    [InlineData("id: leading.team.said", "id: leading.team.headed", "ECQ120: the id 'leading.team.headed' is taken")]
    [InlineData("status: stable", "status: stabel", "did you mean 'stable'?")]
    [InlineData("weight: weak", "weight: feeble", "'weight' cannot be 'feeble'; it is one of: weak, moderate, strong")]
    [InlineData("when: [team player]", "whne: [team player]", "ECQ121: 'when' is missing here")]
    [InlineData("shows: claim", "shows: clame", "'shows' cannot be 'clame'; it is one of: claim")]
    [InlineData("why: It is only said.", "", "'why' is missing here")]
    public void A_fault_is_named_with_its_place(string written, string instead, string expected)
    {
        RulesWritten.Load(out var faults, (Path, Pack.Replace(written, instead, StringComparison.Ordinal)));

        Assert.Contains(expected, string.Join('\n', faults.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_rule_of_a_competency_shows_a_claim()
    {
        var pack = RulesWritten.Pack(["team"], [], "").Replace("why:", "shows: claim\n    why:", StringComparison.Ordinal);
        RulesWritten.Load(out var faults, ("types/duty.yaml", pack));

        Assert.Contains("only a rule of a competency shows a claim", string.Join('\n', faults.Found), StringComparison.Ordinal);
    }
}
