using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Every story: where it stands, its parts, its measured results, what it shows.</summary>
internal static class StoryListText
{
    private const int Indent = 7;

    public static void Write(Page page, StoriesView view)
    {
        if (view.Book.Stories.IsEmpty)
        {
            return;
        }

        page.Title("Each story by itself");
        page.Wrapped(2, "  ", new Ink($"{StoriesView.HowRead} {view.Ages}", Tint.Faint));
        for (var story = 0; story < view.Book.Stories.Length; story++)
        {
            Write(page, view, story);
        }
    }

    private static void Write(Page page, StoriesView view, int number)
    {
        var story = view.Book.Stories[number];
        page.Wrapped(
            Indent,
            new Ink($"  {view.Label(number)}", Tint.Strong),
            page.Quote(Quoting.FirstWords(page, view.DraftOf(story), story.Story.Span)));
        page.Wrapped(Indent, "", new Ink(page.Printed($"{view.PlaceOf(story.Draft, story.Story.Span)}; {string.Join("; ", view.Traits(story))}"), Tint.Faint));
        page.Wrapped(Indent, "", [StoriesView.Told(story) + ";", .. Missing(story), .. Measured(page, view, story)]);
        page.Wrapped(Indent, "", story.Shows.IsEmpty
            ? new Ink("no competency of this framework was recognized", Tint.Duty)
            : new Ink("shows " + string.Join(", ", story.Shows
                .OrderByDescending(shown => shown.Strength)
                .Select(shown => $"{view.Name(shown.Competency)} {Wording.Whole(shown.Strength)} (rung {(int)shown.Rung})")), Tint.Accomplishment));
    }

    private static Ink[] Missing(ToldStory story) =>
        StoriesView.Missing(story) is { Length: > 0 } missing ? [new Ink($"no {missing};", Tint.Duty)] : [];

    private static Ink[] Measured(Page page, StoriesView view, ToldStory story) => story.Measured.IsEmpty
        ? [new Ink("not measured", Tint.Trouble)]
        : [$"measured{(view.Numbers(story) is { Count: > 0 } numbers ? $": {page.Printed(string.Join(", ", numbers))}" : "")}"];
}
