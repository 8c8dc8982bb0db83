using System.Text;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The stories for a terminal: what was read, which story should serve which ECQ and what that loses, deeds told twice,
/// the matrix, every story, and what to keep on so many pages.</summary>
internal static class StoriesText
{
    public static void Write(StoryBook book, ReportStyle style, Stream stream)
    {
        var page = new Page(style);
        var view = new StoriesView(book);
        WriteHead(page, view);
        new ServingText(page, view).Write();
        MatrixText.Write(page, view);
        StoryListText.Write(page, view);
        FitText.Write(page, view);
        page.Blank();
        page.Wrapped(0, "", new Ink(Summary.WhatItIsNot, Tint.Faint));
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void WriteHead(Page page, StoriesView view)
    {
        var book = view.Book;
        page.Title("The stories");
        for (var draft = 0; draft < book.Drafts.Length; draft++)
        {
            var label = book.Drafts.Length == 1 ? "  " : $"  {StoriesView.Letter(draft)}";
            var isScored = book.Drafts[draft].Gradable.Status == GradableStatus.Ok;
            page.Wrapped(
                book.Drafts.Length == 1 ? 2 : 5, new Ink(label, Tint.Strong), new Ink(page.Printed(book.Drafts[draft].Document.Draft.File.Name), Tint.Strong), $"{page.Dash}",
                new Ink(page.Printed(view.Told(draft)), isScored ? Tint.Plain : Tint.Trouble));
        }

        var framework = book.Framework;
        page.Wrapped(2, "  ", page.Printed($"Judged by {framework.Value.Name} ({framework.Value.Id}). {framework.Reason}"));
        if (book.Stories.IsEmpty)
        {
            page.Wrapped(2, "  ", new Ink($"No story was found. {view.WhyNone}", Tint.Trouble));
        }
    }
}
