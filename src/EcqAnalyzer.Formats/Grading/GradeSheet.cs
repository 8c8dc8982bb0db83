using System.Collections.Immutable;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>
/// The grade sheet: a row for each criterion of each draft, with what is proposed and why, and columns in which the trainer
/// decides. Whoever grades beside the trainer has a column of his own. <see cref="GradeSheetReader"/> reads it back by the titles
/// of its columns, so that they may be moved, and new ones added.
/// </summary>
public static class GradeSheet
{
    internal const string Participant = "Participant", Criterion = "Criterion", Proposed = "Proposed", Grade = "Grade",
        Reason = "Reason", Id = "Id";

    private const string Name = "Grades";

    /// <summary>The table that a workbook opens with, and that is the CSV sheet.</summary>
    public static Table Of(GradedClass graded)
    {
        ArgumentNullException.ThrowIfNull(graded);
        var markers = MarkersOf(graded);
        ImmutableArray<string> choices = [.. Enumerable.Range(0, graded.Exercise.Rubric.Highest + 1).Select(level => $"{level}")];
        ImmutableArray<Column> columns =
        [
            new(Participant, 18),
            new(Criterion, 24),
            new(Proposed, 12),
            new(Grade, 8) { IsForInput = true, Choices = choices },
            new(Reason, 28) { IsForInput = true },
            .. markers.SelectMany<string, Column>(marker =>
                [new($"{Grade}: {marker}", 10) { IsForInput = true, Choices = choices }, new($"{Reason}: {marker}", 24) { IsForInput = true }]),
            new("Why this is proposed", 60),
            new("What would raise it", 44),
            new("To do", 28),
            new(Id, 22),
        ];
        return new Table(Name, columns, [.. Rows(graded, markers)]);
    }

    /// <summary>Sheets of the workbook behind the grades: the rubric, and a line on how the sheet is used.</summary>
    public static ImmutableArray<Table> WorkbookOf(GradedClass graded)
    {
        ArgumentNullException.ThrowIfNull(graded);
        var rubric = graded.Exercise.Rubric;
        return
        [
            Of(graded),
            TotalsOf(graded),
            new Table("Rubric", [new("Criterion", 28), new("Weight", 8), new("Level", 8), new("Name", 16), new("What a reader must find", 80)],
            [
                .. rubric.Criteria.SelectMany(criterion => criterion.Levels.Select((level, number) =>
                    ImmutableArray.Create<Cell>(criterion.Name, criterion.Weight, number, level.Name, level.Means))),
            ]),
            new Table("How to", [new("How this sheet is used", 100)],
            [
                .. GradingWords.HowTo.Select(line => ImmutableArray.Create<Cell>(line)),
            ]),
        ];
    }

    /// <summary>A sheet for a marker of his own: no proposals and no grades of others, so that he judges by the draft alone.</summary>
    public static ImmutableArray<Table> WorkbookOfMarker(GradedClass graded)
    {
        ArgumentNullException.ThrowIfNull(graded);
        var columns = Of(graded with { Exercise = graded.Exercise with { Markers = [] }, Book = new GradeBook([]) }).Columns
            .Where(column => column.Title is Participant or Criterion or Grade or Reason or Id);
        return
        [
            new Table(Name, [.. columns],
            [
                .. graded.Drafts.SelectMany(draft => draft.Proposals.Select(proposal =>
                    ImmutableArray.Create<Cell>(graded.Show(draft.Participant), proposal.Criterion.Name, "", "", proposal.Criterion.Id))),
            ]),
            .. WorkbookOf(graded)[^2..],
        ];
    }

    private static Table TotalsOf(GradedClass graded) => new(
        "Totals",
        [new(Participant, 18), new("Proposed, weighted mean", 14), new("Graded, weighted mean", 14), new("Lowest", 40)],
        [
            .. graded.Drafts.Select(draft => ImmutableArray.Create<Cell>(
                graded.Show(draft.Participant),
                Number(GradeBook.WeightedMean(draft, proposal => proposal.Level)),
                Number(graded.Book.TotalOf(draft)),
                GradingWords.Lowest(graded.Book, draft))),
        ]);

    private static Cell Number(double? number) => number is { } known ? Math.Round(known, 2) : "";

    private static ImmutableArray<string> MarkersOf(GradedClass graded) =>
    [
        .. graded.Exercise.Markers.Concat(graded.Book.All.Where(grade => grade.IsInMainSheet).Select(grade => grade.Marker))
            .Where(marker => marker != Markers.Trainer).Distinct(),
    ];

    private static IEnumerable<ImmutableArray<Cell>> Rows(GradedClass graded, ImmutableArray<string> markers)
    {
        var given = graded.Book.All.ToLookup(grade => (grade.Participant, grade.Criterion));
        foreach (var draft in graded.Drafts)
        {
            foreach (var proposal in draft.Proposals)
            {
                var grades = given[(draft.Participant, proposal.Criterion.Id)].ToList();
                yield return
                [
                    graded.Show(draft.Participant), proposal.Criterion.Name, Cell.Of(proposal.Level), .. Decided(grades, markers),
                    proposal.Because, string.Join(" ", proposal.Raise), GradingWords.ToDo(graded.Book, draft, proposal), proposal.Criterion.Id,
                ];
            }
        }

        // What was decided about a draft, or a criterion, that is gone stays.
        var present = graded.Drafts.SelectMany(draft => draft.Proposals.Select(proposal => (draft.Participant, proposal.Criterion.Id))).ToHashSet();
        foreach (var gone in given.Where(group => !present.Contains(group.Key) && group.Any(grade => grade.IsInMainSheet)))
        {
            var name = graded.Exercise.Rubric.Criteria.FirstOrDefault(each => each.Id == gone.Key.Criterion)?.Name ?? gone.Key.Criterion;
            yield return [graded.Show(gone.Key.Participant), name, "", .. Decided([.. gone], markers), GradingWords.IsGone, "", "", gone.Key.Criterion];
        }
    }

    /// <summary>The trainer's two cells, then two for each other marker.</summary>
    private static IEnumerable<Cell> Decided(List<Grade> grades, ImmutableArray<string> markers)
    {
        foreach (var marker in markers.Prepend(Markers.Trainer))
        {
            var grade = grades.Find(each => each.Marker == marker && each.IsInMainSheet);
            yield return Cell.Of(grade?.Level);
            yield return grade?.Reason ?? "";
        }
    }
}
