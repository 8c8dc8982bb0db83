using CsCheck;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>Learning from a trainer's own grades.</summary>
public sealed class RubricLearnerTests
{
    private static readonly RubricLearner Learner = new(Exercises.Policy);

    [Fact]
    public void A_trainer_who_is_always_stricter_is_followed()
    {
        var graded = Exercises.Class(12, (proposal, _) => Math.Max(0, proposal.Level!.Value - 1));

        var sort = Learner.Learn(graded, "x").Sorts.Single(sort => sort.Sort == "evidence");

        Assert.True(sort.IsUsed, sort.Says);
        Assert.True(sort.DistanceAfter < sort.DistanceBefore);
        Assert.StartsWith("It helped.", sort.Says, StringComparison.Ordinal);
        var learned = new LearnedRubric("exercise", "x", [sort]);
        var proposal = Exercises.Propose("new", Exercises.Strong, learned).Proposals.Single(each => each.Criterion.Id == "evidence/team-building");
        Assert.Equal(proposal.ByRubric - 1, proposal.Level);
    }

    [Fact]
    public void Where_the_rubric_is_right_already_nothing_changes()
    {
        var sort = Learner.Learn(Exercises.Class(12, (proposal, _) => proposal.Level!.Value), "x").Sorts.Single(sort => sort.Sort == "evidence");

        Assert.False(sort.IsUsed);
        Assert.StartsWith("It did not help.", sort.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_grades_are_too_few_to_learn_from()
    {
        var sort = Learner.Learn(Exercises.Class(3, (proposal, _) => proposal.Level!.Value), "x").Sorts.Single(sort => sort.Sort == "story");

        Assert.False(sort.IsUsed);
        Assert.Equal("Too few grades to learn from: 3 on 3 drafts, and it takes 20 on 6.", sort.Says);
    }

    [Fact]
    public void More_evidence_never_lowers_what_was_learned() => Gen.Double[0, 1].Array[3].Array[30].Select(Gen.Int[0, 4].Array[30]).Sample((facts, levels) =>
    {
        var samples = facts.Zip(levels, (each, level) => new GradedSample("p", each, level, level)).ToList();
        var fit = ProportionalOdds.Fit(samples, 4, 0.05);

        Assert.All(fit.Weights, weight => Assert.True(weight >= 0));
        Assert.Equal(fit.Bounds.Order(), fit.Bounds);
        Assert.True(fit.LevelOf([1, 1, 1]) >= fit.LevelOf([0.5, 1, 0.5]));
        Assert.True(fit.LevelOf([0.5, 1, 0.5]) >= fit.LevelOf([0, 0, 0]));
    }, iter: 10);

    [Fact]
    public void What_was_learned_is_the_same_on_every_run_and_comes_back_from_its_file()
    {
        var graded = Exercises.Class(8, (proposal, i) => Math.Max(0, proposal.Level!.Value - i % 2));
        var text = Text(Learner.Learn(graded, "x"));

        Assert.Equal(text, Text(Learner.Learn(graded, "x")));
        Assert.Equal(text, Text(Read(text, out var faults)!));
        Assert.False(faults.Any);
    }

    [Theory]
    [InlineData("sort: \"evidence\"", "sort: \"evidense\"", "the rubric has no criterion 'evidense' any more")]
    [InlineData("fact: \"rung\"", "fact: \"rang\"", "there is no fact 'rang' here; did you mean 'rung'?")]
    [InlineData("most: 4, weight: ", "most: 4, weight: -", "'weight' is never negative")]
    public void A_file_that_somebody_changed_wrongly_is_told_so(string was, string now, string expected)
    {
        var text = Text(Learner.Learn(Exercises.Class(8, (proposal, i) => Math.Max(0, proposal.Level!.Value - i % 2)), "x"));

        Read(text.Replace(was, now, StringComparison.Ordinal), out var faults);

        Assert.Contains(faults.Found, fault => fault.Message.Contains(expected, StringComparison.Ordinal));
    }

    private static string Text(LearnedRubric learned)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        LearnedFile.Write(learned, writer);
        return writer.ToString();
    }

    private static LearnedRubric? Read(string text, out Faults faults)
    {
        faults = new Faults();
        var root = YamlReader.Read("exercise.learned.yaml", text, faults);
        return root is null ? null : LearnedFile.Load(root, "x", Exercises.Default, faults);
    }
}
