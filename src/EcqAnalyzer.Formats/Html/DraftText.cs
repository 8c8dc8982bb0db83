using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The text of a draft as HTML, block by block, with its sentences as links. Headers, footers and page numbers that
/// repeat are left out, as they are from the sentences.</summary>
internal sealed class DraftText(ReportView view)
{
    private readonly Document _document = view.Analysis.Document;
    private readonly ILookup<int, int> _storyStarts = view.Analysis.Stories
        .Select((story, index) => (First: story.Statements.FirstOrDefault(), Number: index + 1))
        .ToLookup(start => start.First, start => start.Number);

    private int _next;

    public Markup Blocks()
    {
        _next = 0;
        var pieces = new List<Markup>();
        BlockKind? before = null;
        foreach (var block in _document.Draft.Blocks)
        {
            if (block.Kind == BlockKind.PageFurniture)
            {
                continue;
            }

            if ((block.Kind == BlockKind.ListItem) != (before == BlockKind.ListItem))
            {
                pieces.Add(block.Kind == BlockKind.ListItem ? Markup.Of($"<ul>") : Markup.Of($"</ul>"));
            }

            pieces.Add(Wrap(block, Inside(block.Span)));
            before = block.Kind;
        }

        if (before == BlockKind.ListItem)
        {
            pieces.Add(Markup.Of($"</ul>"));
        }

        return Markup.Join(pieces);
    }

    /// <summary>A heading of the draft is no heading of the report, whose parts are found by them.</summary>
    private static Markup Wrap(Block block, Markup inside) => block.Kind switch
    {
        BlockKind.Heading => Markup.Of($"""<p class="title" dir="auto">{inside}</p>"""),
        BlockKind.ListItem => Markup.Of($"""<li dir="auto">{inside}</li>"""),
        BlockKind.TableCell => Markup.Of($"""<p class="cell" dir="auto">{inside}</p>"""),
        BlockKind.Box or BlockKind.Note => Markup.Of($"""<p class="aside" dir="auto">{inside}</p>"""),
        _ => Markup.Of($"""<p dir="auto">{inside}</p>"""),
    };

    /// <summary>The sentences of a stretch, with what stands between them. One that runs on into the next block is continued
    /// there.</summary>
    private Markup Inside(TextSpan block)
    {
        var pieces = new List<Markup>();
        var at = block.Start;
        for (var i = _next; i < _document.Sentences.Length && _document.Sentences[i].Span.Start < block.End; i++)
        {
            var span = _document.Sentences[i].Span;
            _next = span.End > block.End ? i : i + 1;
            if (span.End <= at)
            {
                continue;
            }

            var start = Math.Max(span.Start, at);
            pieces.Add(Markup.Of($"{view.Text.AsSpan(at, start - at)}"));
            at = Math.Min(span.End, block.End);
            pieces.Add(Sentence(view.Analysis.Statements[i], new TextSpan(start, at)));
        }

        pieces.Add(Markup.Of($"{view.Text.AsSpan(at, block.End - at)}"));
        return Markup.Join(pieces);
    }

    private Markup Sentence(Statement statement, TextSpan piece)
    {
        var index = statement.Sentence.Index;
        var isFirst = piece.Start == statement.Sentence.Span.Start;
        if (statement.IsHeading)
        {
            return isFirst
                ? Markup.Of($"""<span id="s{index}">{piece.Of(view.Text)}</span>""")
                : Markup.Of($"{piece.Of(view.Text)}");
        }

        var type = Wording.Id(statement.Type);
        return isFirst
            ? Markup.Of($"""{_storyStarts[index].Select(Story)}<a class="s {type}" id="s{index}" href="#why-{index}">{Label(statement.Type)}{piece.Of(view.Text)}</a>""")
            : Markup.Of($"""<a class="s {type}" href="#why-{index}">{piece.Of(view.Text)}</a>""");
    }

    private static Markup Label(StatementType type) => type == StatementType.Other
        ? Markup.Empty
        : Markup.Of($"""<span class="type">{Wording.Id(type)}</span> """);

    private static Markup Story(int number) =>
        Markup.Of($"""<a class="story-mark" href="#story-{number}">Story {number}</a> """);
}
