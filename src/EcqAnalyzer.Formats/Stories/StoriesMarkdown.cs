using System.Text;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The stories as GitHub shows Markdown: the plan, what it loses, story by competency, and what to keep on so many
/// pages.</summary>
internal sealed class StoriesMarkdown(StoryBook book)
{
    private readonly StringBuilder _page = new();
    private readonly StoriesView _view = new(book);

    public static void Write(StoryBook book, Stream stream)
    {
        var markdown = new StoriesMarkdown(book);
        markdown.WriteHead();
        markdown.WritePlan();
        markdown.WriteSame();
        markdown.WriteMatrix();
        markdown.WriteFits();
        markdown._page.Append($"---\n\n{Summary.WhatItIsNot}\n");
        stream.Write(Encoding.UTF8.GetBytes(markdown._page.ToString()));
    }

    private void WriteHead()
    {
        _page.Append("# The stories\n\n");
        for (var draft = 0; draft < book.Drafts.Length; draft++)
        {
            _page.Append($"- {StoriesView.Letter(draft)}: **{Escape(book.Drafts[draft].Document.Draft.File.Name)}**, {Escape(_view.Told(draft))}\n");
        }

        _page.Append($"\nJudged by {Escape(_view.Framework.Name)} ({_view.Framework.Id}). {Escape(book.Framework.Reason)} EcqAnalyzer {book.Drafts[0].Provenance.Engine}.\n\n");
    }

    private void WritePlan()
    {
        if (book.Plan is not { } plan)
        {
            return;
        }

        _page.Append($"## Which story for which ECQ\n\n{StoriesView.Rule(plan)} {StoriesView.Reached(plan)}\n\n| ECQ | Story | First words | Without it, the best plan has |\n| --- | --- | --- | --- |\n");
        foreach (var ecq in plan.Ecqs)
        {
            _page.Append(ecq.Stories.IsEmpty ? $"| {Escape(_view.EcqOf(ecq.Ecq).Name)} | none | | |\n" : "");
            foreach (var serving in ecq.Stories)
            {
                _page.Append($"| {Escape(_view.EcqOf(ecq.Ecq).Name)} | {_view.Label(serving.Story)} | {Quote(serving.Story)} | {Escape(_view.Price(serving.Price, "→"))} |\n");
            }
        }

        _page.Append("\n## What is lost\n\n");
        WriteList("Recognized in no story", _view.ShownByNone());
        WriteList("Shown only by stories that serve another ECQ or none", _view.ShownElsewhere().Select(each => $"{_view.Name(each.Competency)} ({_view.Labels(each.ShownBy)})"));
        if (plan.LeftOut.Any(left => left.Price is not null))
        {
            _page.Append("| Left out | First words | The best plan with it has |\n| --- | --- | --- |\n");
            foreach (var left in plan.LeftOut.Where(left => left.Price is not null).OrderBy(left => left.Price!.Points))
            {
                _page.Append($"| {_view.Label(left.Story)} | {Quote(left.Story)} | {Escape(_view.Price(left.Price!, "→"))} |\n");
            }

            _page.Append('\n');
        }
    }

    private void WriteSame()
    {
        if (!book.Same.IsEmpty)
        {
            _page.Append("## Told twice\n\n");
            foreach (var same in book.Same)
            {
                _page.Append($"- {_view.Label(same.First)}, {Quote(same.First)}, again in {_view.Label(same.Second)}: {Wording.Whole(100 * same.Shared)} % of the shorter one's words\n");
                foreach (var (first, second) in _view.Numbers(same))
                {
                    _page.Append($"  - {_view.Label(same.First)} says {Escape(first)}, {_view.Label(same.Second)} says {Escape(second)}: is it the same count?\n");
                }
            }

            _page.Append('\n');
        }
    }

    private void WriteMatrix()
    {
        var competencies = book.Competencies.ToList();
        if (book.Stories.IsEmpty || competencies.Count == 0)
        {
            return;
        }

        _page.Append($"## Story by competency\n\n{StoriesView.HowRead}\n\n| Story | {string.Join(" | ", competencies.Select(each => Escape(each.Name)))} |\n| --- |{string.Concat(competencies.Select(_ => " :---: |"))}\n");
        for (var story = 0; story < book.Stories.Length; story++)
        {
            var told = book.Stories[story];
            var cells = competencies.Select(each => told.Find(each.Id) is { } shown ? $"{(int)shown.Rung}, {Wording.Whole(shown.Strength)}" : "");
            _page.Append($"| {_view.Label(story)} | {string.Join(" | ", cells)} |\n");
        }

        _page.Append('\n');
    }

    private void WriteFits()
    {
        foreach (var fit in book.Fits)
        {
            _page.Append($"## What to keep of {Escape(book.Drafts[fit.Draft].Document.Draft.File.Name)} on {Wording.Count(fit.Pages, "page")}\n\n{Escape(StoriesView.Pages(fit))} {Escape(_view.Verdict(fit))}\n\n");
            if (fit.FitsWhole || fit.IsHopeless)
            {
                continue;
            }

            _page.Append("| Keep | Points | Line | What it carries |\n| --- | ---: | --- | --- |\n");
            foreach (var line in fit.Lines)
            {
                _page.Append($"| {(line.IsKept ? "keep" : "drop")} | {Wording.Number(line.Points)} | {Escape(_view.FirstWords(fit.Draft, line.Span))} | {Escape(_view.Worth(line, "→"))} |\n");
            }

            _page.Append('\n');
        }
    }

    private void WriteList(string title, IEnumerable<string> names)
    {
        var all = names.Select(Escape).ToList();
        _page.Append(all.Count == 0 ? "" : $"{title}: {string.Join(", ", all)}.\n\n");
    }

    private string Quote(int story) => Escape(_view.FirstWords(book.Stories[story]));

    private static string Escape(string text) => MarkdownReporter.Escape(text);
}
