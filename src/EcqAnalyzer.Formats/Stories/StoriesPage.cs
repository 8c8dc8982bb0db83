using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The stories as a page: the plan as a picture, what it loses, story by competency, deeds told twice, every story, and
/// what to keep on so many pages.</summary>
internal static class StoriesPage
{
    private const string Style = "stories.css";

    public static void Write(StoryBook book, Stream stream)
    {
        var view = new StoriesView(book);
        HtmlPage.Write(stream, "Stories – EcqAnalyzer", Head(view),
        [
            new("plan", "Which for which ECQ", ServingMarkup.Plan(view)),
            new("lost", "What is lost", ServingMarkup.Lost(view)),
            new("matrix", "By competency", MatrixMarkup.Of(view)),
            new("twice", "Told twice", ServingMarkup.Same(view)),
            new("stories", "Each story", StoryListMarkup.Of(view)),
            new("fit", "What to keep", FitMarkup.Of(view)),
            new("versions", "Versions", VersionsSection.Of(book.Drafts[0].Provenance, [.. book.Drafts.Select(draft => draft.Document.Draft.File)])),
        ], Style);
    }

    private static Markup Head(StoriesView view)
    {
        var book = view.Book;
        return Markup.Of($"""
            <header class="head">
            <p class="brand">EcqAnalyzer</p>
            <h1>{Wording.Count(book.Stories.Length, "story", "stories")} in {Wording.Count(book.Drafts.Length, "draft")}</h1>
            <dl class="chosen">
            {book.Drafts.Select((draft, i) => Markup.Of($"""<div><dt>Draft {StoriesView.Letter(i)}</dt><dd dir="auto"><strong>{draft.Document.Draft.File.Name}</strong>, {view.Told(i)}</dd></div>"""))}
            <div><dt>Framework</dt><dd><strong>{view.Framework.Id}</strong> {view.Framework.Name}. {book.Framework.Reason}</dd></div>
            </dl>
            {(book.Stories.IsEmpty ? Markup.Of($"""<p class="trouble"><strong>No story.</strong> {view.WhyNone}</p>""") : Markup.Empty)}
            </header>
            """);
    }
}
