using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Every story: where it stands, its parts, its measured results, what it shows, and its words.</summary>
internal static class StoryListMarkup
{
    public static Markup Of(StoriesView view) => view.Book.Stories.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="stories-title">Each story by itself</h2>
        <p class="lead">A story holds when its challenge, context, action and result are all told, and the result is measured. {view.Ages}</p>
        <ol class="stories">{view.Book.Stories.Select((story, i) => Story(view, story, i))}</ol>
        """);

    private static Markup Story(StoriesView view, ToldStory story, int number) => Markup.Of($"""
        <li id="story-{number + 1}" class="story"><h3>Story {view.Label(number)}</h3>
        <p class="place"><span dir="auto">{view.DraftOf(story).File.Name}</span>, {view.PlaceOf(story.Draft, story.Story.Span)}; {string.Join("; ", view.Traits(story))}</p>
        <ul class="told">{story.Parts.Select(part => Part(part.Sentences.Length, Wording.Id(part.Type), $"no {Wording.Id(part.Type)}"))}{Part(story.Measured.Length, "measured", "not measured")}</ul>
        {(view.Numbers(story) is { Count: > 0 } numbers ? Markup.Of($"""<p dir="auto"><b>Measured:</b> {string.Join(", ", numbers)}</p>""") : Markup.Empty)}
        {(story.Shows.IsEmpty
            ? Markup.Of($"""<p class="quiet">No competency of this framework was recognized.</p>""")
            : Markup.Of($"<p><b>Shows</b> {string.Join(", ", story.Shows.OrderByDescending(shown => shown.Strength).Select(shown => $"{view.Name(shown.Competency)} {Wording.Whole(shown.Strength)} (rung {(int)shown.Rung})"))}.</p>"))}
        <details class="more"><summary>Its words<span class="unseen"> (story {view.Label(number)})</span></summary><p dir="auto" class="words">{story.Story.Span.Of(view.DraftOf(story).Text)}</p></details>
        </li>
        """);

    private static Markup Part(int count, string told, string missing) => count == 0
        ? Markup.Of($"""<li class="missing"><span aria-hidden="true">–</span> {missing}</li>""")
        : Markup.Of($"""<li><span aria-hidden="true">✓</span> {told}{(count > 1 ? $" in {count} sentences" : "")}</li>""");
}
