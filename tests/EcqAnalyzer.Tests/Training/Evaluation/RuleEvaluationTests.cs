using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

public sealed class RuleEvaluationTests
{
    private const string Pack = """
        type: duty
        rules:
          - {id: types.duty.wide, title: A, status: stable, weight: strong, when: ['manage'], why: Because.}
          - {id: types.duty.narrow, title: B, status: trial, weight: strong, when: ['manage the office'], why: Because.}
          - {id: types.duty.unseen, title: C, status: stable, weight: strong, when: ['oversee'], why: Because.}

        """;

    private static readonly RuleSet Rules = RulesWritten.Load(("types/duty.yaml", Pack));

    [Fact]
    public void A_stable_rule_that_is_wrong_too_often_comes_first()
    {
        var report = Measure([.. Duties(5), Of("I manage/VBP the crisis", StatementType.Action)]);

        var first = report.Rules[0];
        Assert.Equal(("types.duty.wide", RuleStanding.StableWrong, 6, 5), (first.Rule.Id, first.Standing, first.Judged, first.Right));
        Assert.Equal(new RuleConflict(StatementType.Action, 1), first.Conflict);
        Assert.Equal(["types.duty.unseen", "types.duty.narrow"], report.Rules.Skip(1).Select(rule => rule.Rule.Id));
        Assert.Equal([RuleStanding.StableRare, RuleStanding.TrialRight], report.Rules.Skip(1).Select(rule => rule.Standing));
    }

    [Fact]
    public void A_stable_rule_that_somebody_read_by_hand_is_not_called_rare()
    {
        var rule = Rules.Rules[0] with { Reviewed = "2 firings read, 2 right" };

        RuleStanding StandingOf(Rule of, int judged, int right) => new RuleFigures(of, of.Labels[0], judged, judged, right, null, null).Standing;

        Assert.Equal(RuleStanding.StableReviewed, StandingOf(rule, 2, 2));
        Assert.Equal(RuleStanding.StableRight, StandingOf(rule, 5, 5));
        Assert.Equal(RuleStanding.StableWrong, StandingOf(rule, 5, 4));
        Assert.Equal(RuleStanding.StableRare, StandingOf(Rules.Rules[0], 2, 2));
    }

    [Fact]
    public void A_rule_that_always_fires_with_another_is_named_and_the_other_is_not()
    {
        var report = Measure([.. Duties(5), Of("I manage/VBP the crisis", StatementType.Action)]);

        Assert.Equal(new RuleOverlap("types.duty.wide", 1), report.Rules.Single(rule => rule.Rule.Id == "types.duty.narrow").Overlap);
        Assert.All(report.Rules.Where(rule => rule.Rule.Id != "types.duty.narrow"), rule => Assert.Null(rule.Overlap));
    }

    [Fact]
    public void A_stable_rule_is_not_called_superfluous_for_one_that_scores_nothing()
    {
        var rules = RulesWritten.Load(("types/duty.yaml", Pack
            .Replace("title: A, status: stable", "title: A, status: trial", StringComparison.Ordinal)
            .Replace("title: B, status: trial", "title: B, status: stable", StringComparison.Ordinal)));

        var narrow = Measure([.. Duties(5)], rules).Rules.Single(rule => rule.Rule.Id == "types.duty.narrow");

        Assert.Equal((5, null), (narrow.Firings, narrow.Overlap));
    }

    [Fact]
    public void Where_two_readers_differ_nothing_is_counted()
    {
        var disputed = Of("I manage/VBP the office", StatementType.Duty) with { Others = [new Reading(StatementType.Action, [], [])] };

        var wide = Measure([disputed]).Rules.Single(rule => rule.Rule.Id == "types.duty.wide");

        Assert.Equal((1, 0), (wide.Firings, wide.Judged));
    }

    /// <summary>Five right of five: the lower bound is the fortieth part's fifth root.</summary>
    [Fact]
    public void Five_right_of_five_are_no_proof_of_ninety_percent()
    {
        var figures = new RuleFigures(Rules.Rules[0], Rules.Rules[0].Labels[0], 5, 5, 5, null, null);

        Assert.Equal(Math.Pow(0.025, 1 / 5.0), figures.Low, 1e-6);
        Assert.Equal(1, figures.High);
    }

    private static RuleReport Measure(ImmutableArray<MeasuredSentence> sentences, RuleSet? rules = null)
    {
        var document = DocumentBuilder.From([.. sentences.Select(sentence => sentence.Text)]);
        return new RuleEvaluation(rules ?? Rules, [], _ => document)
            .Measure("test", "0", [new MeasuredText("t", "story", null, null, ["demo"], sentences, [])]);
    }

    private static IEnumerable<MeasuredSentence> Duties(int count) =>
        Enumerable.Repeat(Of("I manage/VBP the office", StatementType.Duty), count);

    private static MeasuredSentence Of(string text, StatementType type) => new(1, text, new Reading(type, [], []), []);
}
