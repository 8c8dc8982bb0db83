using System.Collections.Immutable;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The stories as tables: story by competency, in strengths and in rungs, the stories, the plan with what it leaves out, deeds
/// told twice, and the lines of drafts that are to fit on so many pages.</summary>
internal sealed class StoryTables(StoryBook book)
{
    private static readonly ImmutableArray<Column> Before = [new("Draft", 24), new("Story", 8), new("Place", 20), new("First words", 44)];

    private readonly StoriesView _view = new(book);

    public static void WriteWorkbook(StoryBook book, Stream stream)
    {
        var tables = new StoryTables(book);
        Table[] all =
        [
            tables.Matrix("Strengths", shown => shown.Strength), tables.Matrix("Rungs", shown => (int)shown.Rung),
            tables.Stories(), tables.Plan(), tables.Same(), tables.Lines(), tables.About(),
        ];
        XlsxWriter.Write(stream, [.. all.Where(table => table.Rows.Length > 0)]);
    }

    /// <summary>The strengths, a row for each story.</summary>
    public static void WriteMatrix(StoryBook book, Stream stream) =>
        CsvWriter.Write(stream, new StoryTables(book).Matrix("Strengths", shown => shown.Strength));

    private Table Matrix(string name, Func<ShownByStory, Cell> cell)
    {
        var competencies = book.Competencies.ToList();
        return new Table(
            name,
            [.. Before, .. competencies.Select(each => new Column(each.Name, 16))],
            [.. book.Stories.Select((story, i) => Row(i, competencies.Select(each => story.Find(each.Id) is { } shown ? cell(shown) : "")))]);
    }

    private ImmutableArray<Cell> Row(int story, IEnumerable<Cell> cells)
    {
        var told = book.Stories[story];
        return
        [
            _view.DraftOf(told).File.Name, _view.Label(story), _view.PlaceOf(told.Draft, told.Story.Span), _view.FirstWords(told), .. cells,
        ];
    }

    private Table Stories() => new(
        "Stories",
        [
            .. Before, new("Under", 26), new("Words", 9), new("Reach", 14), new("Year", 8), new("Years back", 12), new("Challenge", 12), new("Context", 11),
            new("Action", 10), new("Result", 10), new("Measured", 12), new("Numbers", 44), new("Text", 90),
        ],
        [
            .. book.Stories.Select((story, i) => Row(i,
            [
                story.Under is { } under ? _view.EcqOf(under).Name : "", story.Words, story.Level is { } level ? Wording.Id(level) : "",
                Cell.Of(story.Year), Cell.Of(book.Today - story.Year), .. story.Parts.Select(part => (Cell)part.Sentences.Length),
                story.Measured.Length, string.Join("; ", _view.Numbers(story)), SafeText.Line(story.Story.Span.Of(_view.DraftOf(story).Text)),
            ])),
        ]);

    private Table Plan()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var ecq in book.Plan?.Ecqs ?? [])
        {
            rows.AddRange(ecq.Stories.Select(serving => Planned(_view.EcqOf(ecq.Ecq).Name, serving.Story, serving.Price, "without it")));
        }

        rows.AddRange((book.Plan?.LeftOut ?? []).Select(left => Planned(
            left.SameAs is { } same ? $"left out; tells the deed of {_view.Label(same)}" : "left out", left.Story, left.Price, "with it")));
        return new Table("Plan", [new("Serves", 32), .. Before, new("Points less", 13), new("ECQs less", 11), new("Best plan", 12), new("What moves", 70)], rows.ToImmutable());
    }

    private ImmutableArray<Cell> Planned(string serves, int story, PlanPrice? price, string plan) =>
    [
        serves, .. Row(story, []), price is null ? "" : price.Points, Cell.Of(price?.Ecqs), price is null ? "" : plan,
        price is null ? "nothing was recognized that an ECQ asks for" : string.Join("; ", price.Moves.Select(move => _view.Move(move, "→"))),
    ];

    private Table Same() => new(
        "Told twice",
        [.. Before, new("Again in", 12), new("Words shared", 15), new("Other numbers", 60)],
        [
            .. book.Same.Select(same => Row(same.First,
            [
                _view.Label(same.Second), Cell.Probability(same.Shared),
                string.Join("; ", _view.Numbers(same).Select(pair => $"{pair.First} / {pair.Second}")),
            ])),
        ]);

    private Table Lines() => new(
        "Lines",
        [new("Draft", 24), new("Pages", 9), new("Place", 20), new("Keep", 9), new("Points", 10), new("Rows", 9), new("What it carries", 60), new("Text", 90)],
        [
            .. book.Fits.SelectMany(fit => fit.Lines.Select(line => ImmutableArray.Create<Cell>(
                book.Drafts[fit.Draft].Document.Draft.File.Name, fit.Pages, _view.PlaceOf(fit.Draft, line.Span), line.IsKept ? "keep" : "drop", line.Points,
                Math.Round(fit.Room.RowsOf(line.Size), 1), _view.Worth(line, "→"), SafeText.Line(line.Span.Of(book.Drafts[fit.Draft].Document.Draft.Text))))),
        ]);

    private Table About() => new("About", [new("What", 26), new("Value", 100)], [.. AboutRows()]);

    private IEnumerable<ImmutableArray<Cell>> AboutRows()
    {
        for (var draft = 0; draft < book.Drafts.Length; draft++)
        {
            var file = book.Drafts[draft].Document.Draft.File;
            yield return [$"Draft {StoriesView.Letter(draft)}", $"{file.Name}: {_view.Told(draft)}"];
            yield return ["SHA-256", file.Hash.Hex];
        }

        yield return ["Framework", $"{_view.Framework.Id}: {_view.Framework.Name}. {book.Framework.Reason}"];
        yield return ["Strengths and rungs", StoriesView.HowRead];
        if (book.Plan is { } plan)
        {
            yield return ["Plan", $"{StoriesView.Rule(plan)} {StoriesView.Reached(plan)}"];
        }

        foreach (var fit in book.Fits)
        {
            yield return [$"{Wording.Count(fit.Pages, "page")} of draft {StoriesView.Letter(fit.Draft)}", $"{StoriesView.Pages(fit)} {_view.Verdict(fit)}"];
        }

        yield return ["Program", $"EcqAnalyzer {book.Drafts[0].Provenance.Engine}"];
        yield return ["What this is not", Summary.WhatItIsNot];
    }
}
