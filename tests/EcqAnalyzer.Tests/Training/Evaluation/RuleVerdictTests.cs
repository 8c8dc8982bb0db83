using System.Collections.Immutable;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

public sealed class RuleVerdictTests
{
    private static readonly CompetencyId Vision = new("opm-2006", "vision");

    [Fact]
    public void A_second_reader_who_gave_types_only_has_no_say_in_claims_and_marks()
    {
        var sentence = Of(StatementType.Action, new ReadMarks([Vision], Person.I, true, Level.Programs)) with
        {
            Others = [new Reading(StatementType.Action, [], [])],
        };

        Assert.True(Verdict(new ClaimLabel(Vision), sentence));
        Assert.True(Verdict(new MarkLabel(Marks.PersonI), sentence));
        Assert.True(Verdict(new MarkLabel(Marks.Measured), sentence));
        Assert.False(Verdict(new MarkLabel(Marks.PersonWe), sentence));
        Assert.True(Verdict(new LevelLabel(Level.Programs), sentence));
    }

    [Fact]
    public void Marks_given_with_another_type_than_was_settled_say_nothing()
    {
        var sentence = Of(StatementType.Action, new ReadMarks([], Person.None, false, null)) with
        {
            Others = [new Reading(StatementType.Context, [], []), new Reading(StatementType.Action, [], [])],
        };

        Assert.Null(Verdict(new MarkLabel(Marks.Measured), sentence));
        Assert.Null(Verdict(new LevelLabel(Level.People), sentence));
    }

    [Fact]
    public void A_rule_for_a_type_is_right_where_the_reader_would_accept_the_type_as_well()
    {
        var sentence = Of(StatementType.Action, null, StatementType.Result);

        Assert.True(Verdict(new TypeLabel(StatementType.Action), sentence));
        Assert.True(Verdict(new TypeLabel(StatementType.Result), sentence));
        Assert.False(Verdict(new TypeLabel(StatementType.Duty), sentence));
    }

    [Theory]
    [InlineData(StatementType.Action, true, true)]
    [InlineData(StatementType.Result, true, true)]
    [InlineData(StatementType.Duty, true, false)]
    [InlineData(StatementType.Context, false, false)]
    [InlineData(StatementType.Other, false, false)]
    public void Marks_are_judged_where_judging_asks_for_them(StatementType type, bool isPersonJudged, bool isMeasureJudged)
    {
        var sentence = Of(type, new ReadMarks([], Person.None, false, null));

        Assert.Equal(isPersonJudged, Verdict(new MarkLabel(Marks.PersonI), sentence) is not null);
        Assert.Equal(isPersonJudged, Verdict(new LevelLabel(Level.People), sentence) is not null);
        Assert.Equal(isMeasureJudged, Verdict(new MarkLabel(Marks.Measured), sentence) is not null);
    }

    [Fact]
    public void The_level_of_programs_is_right_beyond_it_too_and_that_of_the_organization_is_not_below_it()
    {
        Assert.True(Verdict(new LevelLabel(Level.Programs), ReachOf(Level.Organization)));
        Assert.False(Verdict(new LevelLabel(Level.Programs), ReachOf(Level.People)));
        Assert.False(Verdict(new LevelLabel(Level.Organization), ReachOf(Level.Programs)));
        Assert.False(Verdict(new LevelLabel(Level.People), ReachOf(Level.Organization)));
    }

    private static MeasuredSentence ReachOf(Level level) => Of(StatementType.Context, new ReadMarks([], Person.None, false, level));

    private static MeasuredSentence Of(StatementType type, ReadMarks? marks, params ImmutableArray<StatementType> also) =>
        new(1, "I led it.", new Reading(type, also, []) { Marks = marks }, []);

    private static bool? Verdict(Label label, MeasuredSentence sentence) =>
        RuleVerdict.Of(label, new MeasuredText("t", "story", null, null, ["opm-2006"], [sentence], []), sentence);
}
