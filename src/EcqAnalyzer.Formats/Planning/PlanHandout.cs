using System.Collections.Immutable;
using EcqAnalyzer.Formats.Word.Writing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>A plan as a Word document to work in: the journey as a table to look at, then for each gap a table of objectives with
/// columns to fill in.</summary>
internal sealed class PlanHandout
{
    /// <summary>How much wider a column is for each letter of its title.</summary>
    private const double NameWidth = 0.15;

    private readonly ImprovementPlan _plan;
    private readonly PlanWords _words;

    private PlanHandout(ImprovementPlan plan) => (_plan, _words) = (plan, new PlanWords(plan));

    public static void Write(ImprovementPlan plan, Stream stream)
    {
        var told = new PlanHandout(plan);
        var title = $"{PlanWords.Title}: {told._words.File}";
        HandoutWriter.Write(new Handout(title, [.. told.Blocks()]) { Footer = title }, stream);
    }

    private IEnumerable<HandoutBlock> Blocks() =>
    [
        new HandoutHeading(0, PlanWords.Title),
        new HandoutParagraph(HandoutRun.Bold(_words.File)),
        new HandoutParagraph(_words.Judged),
        .. _words.WhyNone is { } reason ? [new HandoutParagraph(reason)] : Journey().Concat(Gaps()),
        new HandoutParagraph(Summary.WhatItIsNot) { Look = HandoutLook.Note },
    ];

    private IEnumerable<HandoutBlock> Journey() =>
    [
        new HandoutHeading(1, PlanWords.JourneyTitle),
        new HandoutParagraph(PlanWords.JourneyLead),
        new HandoutTable(
            $"The level that the evidence of each competency reaches, and its level on the map. {string.Join(" ", _words.Stands)}",
            [new("Competency", 4), .. LevelWords.All.Select(level => new HandoutColumn(level.Name, 1 + NameWidth * level.Name.Length))],
            [.. _words.Places.Select(Row)]),
        .. _words.Stands.Select(stand => new HandoutBullet(stand)),
    ];

    private static ImmutableArray<HandoutCell> Row(JourneyPlace place) =>
        [place.Competency.Name, .. LevelWords.All.Select(level => Cell(place, level.Level))];

    /// <summary>Up to the level that is shown, the row is filled; marks tell it without the colour.</summary>
    private static HandoutCell Cell(JourneyPlace place, Level level)
    {
        var mark = (place.Shown == level, place.Map.Contains(level)) switch
        {
            (true, true) => "◉",
            (true, false) => "●",
            (false, true) => "○",
            _ => "",
        };
        return new HandoutCell(new HandoutParagraph(mark)) { IsCentred = true, Ground = place.Shown >= level ? HandoutTint.Accomplishment : HandoutTint.None };
    }

    private IEnumerable<HandoutBlock> Gaps() =>
    [
        new HandoutHeading(1, PlanWords.GapsTitle),
        new HandoutParagraph(_words.Count),
        .. _plan.Gaps.IsEmpty ? [] : Notes(),
        .. _words.Planned.SelectMany((gap, i) => Gap(gap, i + 1)),
        .. _words.Others.Count == 0 ? Array.Empty<HandoutBlock>() :
        [
            new HandoutHeading(1, PlanWords.RestTitle),
            new HandoutTable(
                "The gaps without objectives: weight, competency, and what is missing.",
                [new("Weight", 1), new("Competency", 3), new("What is missing", 6)],
                [.. _words.Others.Select(gap => ImmutableArray.Create<HandoutCell>(Wording.Number(gap.Weight), gap.Competency.Name, gap.Says))]),
        ],
    ];

    private IEnumerable<HandoutBlock> Notes()
    {
        yield return new HandoutParagraph(_plan.Formula) { Look = HandoutLook.Note };
        if (_words.CatalogUse is { } use)
        {
            yield return new HandoutParagraph(use) { Look = HandoutLook.Note };
        }
    }

    private IEnumerable<HandoutBlock> Gap(PlannedGap gap, int number) =>
    [
        new HandoutHeading(2, $"{number}. {gap.Competency.Name}"),
        new HandoutParagraph(HandoutRun.Bold($"{gap.Ecq.Name}. "), gap.Says, _words.Place(gap) is { } place ? $" ({place})" : ""),
        new HandoutParagraph($"Weight: {PlanWords.Weight(gap)}") { Look = HandoutLook.Note },
        new HandoutParagraph(HandoutRun.Bold($"{PlanWords.EvidenceTitle}: "), $"{gap.Evidence}."),
        new HandoutTable(
            $"Objectives for {gap.Competency.Name}, with room for what you will do and by when.",
            [new("Term", 2), new("Objective", 5), new("What I will do, with whom", 3), new("By", 1.2)],
            [.. gap.Objectives.Select(objective => ImmutableArray.Create<HandoutCell>(
                new(new HandoutParagraph(HandoutRun.Bold(_words.TermName(objective.Term)))), objective.Text, new(), new()))]),
        .. Courses(gap),
        .. Questions(gap),
    ];

    private IEnumerable<HandoutBlock> Courses(PlannedGap gap) => !_words.HasCatalog ? [] :
    [
        new HandoutHeading(3, PlanWords.CoursesTitle),
        .. gap.Courses.IsEmpty
            ? [new HandoutParagraph(PlanWords.NoCourses)]
            : gap.Courses.Select(HandoutBlock (course) => new HandoutBullet(HandoutRun.Bold($"{course.Title} "), PlanWords.About(course))),
    ];

    private static IEnumerable<HandoutBlock> Questions(PlannedGap gap) => gap.Questions.IsEmpty ? [] :
        [new HandoutHeading(3, PlanWords.QuestionsTitle), .. gap.Questions.Select(question => new HandoutBullet(question))];
}
