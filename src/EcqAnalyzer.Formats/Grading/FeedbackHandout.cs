using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Formats.Word.Writing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>Feedback for one participant as a Word document, from the grades that were decided: the level of each criterion and
/// what it means, the trainer's reason, the participant's own sentences, and the questions whose answers would bring the next
/// level.</summary>
public static class FeedbackHandout
{
    public static void Write(GradedClass graded, GradedDraft draft, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graded);
        ArgumentNullException.ThrowIfNull(draft);
        var exercise = graded.Exercise;
        HandoutWriter.Write(
            new Handout($"{exercise.Title}: {graded.Show(draft.Participant)}", [.. Blocks(graded, draft)]) { Footer = exercise.Title }, stream);
    }

    private static IEnumerable<HandoutBlock> Blocks(GradedClass graded, GradedDraft draft) =>
    [
        new HandoutHeading(0, "Feedback on your draft"),
        new HandoutParagraph(HandoutRun.Bold(graded.Show(draft.Participant)), $" · {graded.Exercise.Title} · {graded.Exercise.Framework.Name}"),
        new HandoutParagraph("Your trainer decided these levels. Under each you find your own sentences that speak for it, and questions: whatever you can answer with what really happened belongs into the draft.") { Look = HandoutLook.Note },
        new HandoutHeading(1, "At a glance"),
        Overview(graded, draft),
        new HandoutParagraph(
            HandoutRun.Bold(string.Create(CultureInfo.InvariantCulture, $"{graded.Book.TotalOf(draft):0.0} of {graded.Exercise.Rubric.Highest}")),
            $" by the weights of the exercise. Lowest: {GradingWords.Lowest(graded.Book, draft)}."),
        .. draft.Proposals.SelectMany(proposal => Criterion(proposal, graded.Book.FindStanding(draft.Participant, proposal.Criterion.Id)!)),
        new HandoutParagraph(Summary.WhatItIsNot) { Look = HandoutLook.Note },
    ];

    private static HandoutTable Overview(GradedClass graded, GradedDraft draft) => new(
        "Each criterion with the level that was decided.",
        [new("Criterion", 4), new("Level", 3), new("What it means", 7)],
        [.. draft.Proposals.Select(proposal => Row(proposal.Criterion, graded.Book.FindStanding(draft.Participant, proposal.Criterion.Id)!))]);

    private static ImmutableArray<HandoutCell> Row(Criterion criterion, Grade grade)
    {
        var highest = criterion.Levels.Length - 1;
        return
        [
            new(new HandoutParagraph(HandoutRun.Bold(criterion.Name))),
            new(new HandoutParagraph(string.Create(CultureInfo.InvariantCulture, $"{grade.Level} of {highest}, {criterion.Levels[grade.Level!.Value].Name}")))
            {
                Bar = new HandoutBar((double)grade.Level.Value / highest, HandoutTint.Accomplishment),
            },
            criterion.Levels[grade.Level.Value].Means,
        ];
    }

    private static IEnumerable<HandoutBlock> Criterion(Proposal proposal, Grade grade)
    {
        var (criterion, level) = (proposal.Criterion, grade.Level!.Value);
        yield return new HandoutHeading(1, $"{criterion.Name}: {GradingWords.Level(criterion, level)}");
        if (grade.Reason.Length > 0)
        {
            yield return new HandoutParagraph(HandoutRun.Bold("Your trainer: "), grade.Reason);
        }

        foreach (var quotation in proposal.Support)
        {
            yield return new HandoutParagraph(SafeText.Line(quotation.Words)) { Look = HandoutLook.Quote };
        }

        if (criterion.FindGoal(level) is not { } goal)
        {
            yield break;
        }

        yield return new HandoutParagraph(HandoutRun.Bold("To aim for: "), criterion.Levels[goal].Means);
        foreach (var question in proposal.RaiseFrom.IsEmpty ? [] : proposal.RaiseFrom[level])
        {
            yield return new HandoutBullet(question);
        }
    }
}
