using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Scoring;

public sealed class RungJudgeTests
{
    private static readonly Sketch Deed = new("led", StatementType.Action, 0.9, 0.85, Person.I, Measured: false, Level.Programs);
    private static readonly Sketch Outcome = new("fell", StatementType.Result, 0.9, 0.85, Person.None, Measured: true, null);

    [Fact]
    public void Nothing_is_absent() => Assert.Equal(Rung.Absent, Judging.Score([]).Rung);

    [Fact]
    public void A_deed_alone_stands_on_the_third_rung() => Assert.Equal(Rung.Action, Judging.Score([Deed]).Rung);

    [Fact]
    public void A_deed_with_a_result_in_its_story_stands_on_the_fourth() =>
        Assert.Equal(Rung.Result, Judging.Score([Deed, Outcome with { Measured = false }]).Rung);

    [Fact]
    public void A_measured_result_at_the_scope_of_programs_by_the_writer_is_executive() =>
        Assert.Equal(Rung.ExecutiveResult, Judging.Score([Deed, Outcome]).Rung);

    [Fact]
    public void A_group_s_deed_is_not_executive() =>
        Assert.Equal(Rung.Result, Judging.Score([Deed with { Person = Person.We }, Outcome]).Rung);

    [Fact]
    public void A_small_reach_is_not_executive() =>
        Assert.Equal(Rung.Result, Judging.Score([Deed with { Level = Level.People }, Outcome]).Rung);

    [Fact]
    public void The_setting_of_a_story_tells_its_reach_and_a_duty_beside_it_does_not()
    {
        var small = Deed with { Level = null };
        var setting = Outcome with { Type = StatementType.Context, Level = Level.Organization };

        Assert.Equal(Rung.ExecutiveResult, Judging.Score([setting, small, Outcome]).Rung);
        Assert.Equal(Rung.Result, Judging.Score([setting with { Type = StatementType.Duty }, small, Outcome]).Rung);
    }

    [Fact]
    public void A_result_of_another_story_does_not_count() =>
        Assert.Equal(
            Rung.Action,
            Judging.Score(
                [Deed, Outcome with { Type = StatementType.Context }],
                statements => [.. statements.Select(each => new Story(each.Sentence.Span, [each.Sentence.Index]))]).Rung);

    [Fact]
    public void A_result_told_before_the_deed_is_not_its_result() =>
        Assert.Equal(Rung.Action, Judging.Score([Outcome, Deed]).Rung);
}
