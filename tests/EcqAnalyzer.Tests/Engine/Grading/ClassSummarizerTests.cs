using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>What a class shows as a whole.</summary>
public sealed class ClassSummarizerTests
{
    [Fact]
    public void Levels_parts_and_competencies_are_counted()
    {
        // Evident is level 3 of the policy.
        var graded = Exercises.Class(8, (proposal, draft) => proposal.Criterion.Competency?.Id.Name switch
        {
            null => proposal.Level!.Value,
            "conflict-management" => draft < 2 ? 3 : 2,
            _ => 4,
        });

        var story = graded.Summary.Criteria.Single(spread => spread.Criterion.Id == "story");
        Assert.Equal(8, story.Proposed.Sum());
        Assert.Equal(story.Proposed, story.Decided);
        Assert.Equal(4, graded.Summary.Parts.Single(part => part.Part == StatementType.Result).Told);
        Assert.Equal(2, graded.Summary.Competencies[0].Evident);
        Assert.Equal("conflict-management", graded.Summary.Next.Competencies[0].Id.Name);
        Assert.Equal(StatementType.Result, graded.Summary.Next.Part);
    }

    [Fact]
    public void Proposals_and_trainer_agree_where_the_trainer_takes_them()
    {
        var graded = Exercises.Class(8, (proposal, _) => proposal.Level!.Value);

        var all = graded.MachineWithTrainer[0];
        Assert.Equal((48, 1.0), (all.Units, all.Pairs[0].Figures.Single(figure => figure.Id == "percent").Value!.Value));
        Assert.Equal(7, graded.MachineWithTrainer.Length);
        Assert.Empty(graded.AmongMarkers);
    }

    [Fact]
    public void Markers_are_compared_on_what_both_graded()
    {
        var first = Exercises.Class(4, (proposal, _) => proposal.Level!.Value);
        var second = first.Drafts.Take(2).SelectMany(draft => draft.Proposals.Select(
            proposal => Exercises.Grade(draft.Participant, proposal.Criterion.Id, Math.Max(0, proposal.Level!.Value - 1), "Ann")));

        var graded = Exercises.Summarizer.Summarize(Exercises.Default, first.Drafts, [.. first.Book.All, .. second]);

        Assert.Equal([Markers.Trainer, "Ann"], graded.AmongMarkers[0].Markers);
        Assert.Equal(12, graded.AmongMarkers[0].Units);
        Assert.True(graded.AmongMarkers[0].Pairs[0].Differences!.Bias.Value > 0);
    }

    [Fact]
    public void The_trainers_grade_stands_and_others_only_where_they_agree()
    {
        var book = new GradeBook(
        [
            Exercises.Grade("a", "story", 2, "Ann"), Exercises.Grade("a", "story", 3), Exercises.Grade("b", "story", 2, "Ann"),
            Exercises.Grade("b", "story", 2, "Ben"), Exercises.Grade("c", "story", 1, "Ann"), Exercises.Grade("c", "story", 4, "Ben"),
        ]);

        Assert.Equal([3, 2, null, null], new[] { "a", "b", "c", "d" }.Select(each => book.FindStanding(each, "story")?.Level));
    }

    [Fact]
    public void A_grade_that_moves_a_proposal_owes_its_reason()
    {
        var draft = Exercises.Propose("a", Exercises.Strong);
        var proposal = draft.Proposals.Single(each => each.Criterion.Id == "story");

        Assert.NotNull(new GradeBook([Exercises.Grade("a", "story", 1)]).FindWithoutReason(draft, proposal));
        Assert.Null(new GradeBook([Exercises.Grade("a", "story", 1, reason: "thin")]).FindWithoutReason(draft, proposal));
        Assert.Null(new GradeBook([Exercises.Grade("a", "story", proposal.Level!.Value)]).FindWithoutReason(draft, proposal));
    }

    [Fact]
    public void A_total_weighs_each_criterion_and_waits_for_all()
    {
        var draft = Exercises.Propose("a", Exercises.Strong);
        var grades = draft.Proposals.Select(proposal => Exercises.Grade("a", proposal.Criterion.Id, proposal.Criterion.Id == "story" ? 4 : 1)).ToList();

        // Four competencies and the form weigh 1 each, the story 2.
        Assert.Equal((5 * 1 + 2 * 4) / 7.0, new GradeBook([.. grades]).TotalOf(draft)!.Value, 1e-12);
        Assert.Null(new GradeBook([.. grades.Skip(1)]).TotalOf(draft));
    }

    [Fact]
    public void A_copy_with_changes_is_pointed_out_and_another_story_is_not()
    {
        string[] copy = [.. Exercises.Strong.Select(line => line.Replace("I formed", "I then formed", StringComparison.Ordinal))];
        string[] other =
        [
            "In 2022 the hospital's emergency department was losing nurses, and overtime had reached $1.8 million a year.",
            "I interviewed 40 nurses who had left and found that schedules were changed without notice.",
            "I rewrote the scheduling policy with the nurses and gave each shift the right to swap hours.",
            "Overtime fell to $700,000 within ten months, and 17 nurses came back.",
        ];
        var drafts = new[] { ("a", Exercises.Strong), ("b", copy), ("c", other) }.Select(each => Exercises.Propose(each.Item1, each.Item2));

        var graded = Exercises.Summarizer.Summarize(Exercises.Default, [.. drafts], []);

        var pair = Assert.Single(graded.NearIdentical);
        Assert.Equal(("a", "b", 7, 7), (pair.One, pair.Other, pair.SameSentences, pair.Sentences));
    }

    [Fact]
    public void A_class_that_copied_one_draft_is_found_though_all_its_words_are_common()
    {
        var drafts = Enumerable.Range(0, 6).Select(i => Exercises.Propose($"p{i}", Exercises.Strong));

        Assert.Equal(15, Exercises.Summarizer.Summarize(Exercises.Default, [.. drafts], []).NearIdentical.Length);
    }

    [Fact]
    public void Examples_come_without_names_and_from_different_drafts()
    {
        string[] named = [.. Exercises.Strong[..5], "With Secretary Vilsack and Jane Roe, I cut the backlog of the Omaha office from 41,000 claims to 9,300 within one year."];
        var graded = Exercises.Summarizer.Summarize(Exercises.Default, [Exercises.Propose("a", named), Exercises.Propose("b", Exercises.Duties)], []);

        Assert.True(graded.Summary.Examples.Length >= 2);
        Assert.All(graded.Summary.Examples, example => Assert.DoesNotMatch("Vilsack|Roe|Omaha|Jane", example.Words));
        Assert.Contains(graded.Summary.Examples, example => example.Words.Contains("41,000 claims", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_are_the_same_in_every_run_and_no_two_are_alike()
    {
        var names = Enumerable.Range(0, 2000).Select(i => $"participant {i}").ToList();
        var codes = Blinding.CodesOf("exercise", names);

        Assert.Equal(2000, codes.Values.Distinct().Count());
        Assert.Equal(codes["participant 7"], Blinding.CodesOf("exercise", ["participant 7"])["participant 7"]);
        Assert.NotEqual(codes["participant 7"], Blinding.CodesOf("another", ["participant 7"])["participant 7"]);
        Assert.All(codes.Values.Take(20), code => Assert.Matches("^P-[2-9A-Z]{4,}$", code));
    }
}
