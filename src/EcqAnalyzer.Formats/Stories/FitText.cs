using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Which lines to keep on so many pages: what has to go, the cheapest first, and what stays, the dearest first.</summary>
internal static class FitText
{
    private const int Indent = 9;

    public static void Write(Page page, StoriesView view)
    {
        foreach (var fit in view.Book.Fits)
        {
            page.Title($"What to keep on {Wording.Count(fit.Pages, "page")}");
            page.Wrapped(2, "  ", new Ink(page.Printed(view.Book.Drafts[fit.Draft].Document.Draft.File.Name), Tint.Strong));
            page.Wrapped(2, "  ", StoriesView.Pages(fit));
            page.Wrapped(2, "  ", new Ink(view.Verdict(fit), fit.IsHopeless ? Tint.Trouble : Tint.Plain));
            if (view.LimitOf(fit) is { } limit)
            {
                page.Wrapped(2, "  ", new Ink(limit, Tint.Trouble));
            }

            if (!fit.FitsWhole && !fit.IsHopeless)
            {
                WriteChoice(page, view, fit);
            }
        }
    }

    private static void WriteChoice(Page page, StoriesView view, PageFit fit)
    {
        if (view.Care(fit) is { } care)
        {
            page.Wrapped(2, "  ", new Ink(care, Tint.Duty));
        }

        WriteLines(page, view, fit, "Drop, the cheapest first; beside each line what goes with it:", fit.Lines.Where(line => !line.IsKept).OrderBy(line => line.Points));
        var kept = fit.Lines.Where(line => line.IsKept).ToLookup(StoriesView.IsWorthSomething);
        WriteLines(page, view, fit, "Keep, the dearest first; beside each line what dropping it loses:", kept[true].OrderByDescending(line => line.Points));
        if (kept[false].Any())
        {
            page.Wrapped(Indent, "", $"and {Wording.Count(kept[false].Count(), "line")} that {(kept[false].Count() == 1 ? "adds" : "add")} nothing that was recognized, for which there is room.");
        }
    }

    private static void WriteLines(Page page, StoriesView view, PageFit fit, string title, IEnumerable<DraftLine> lines)
    {
        page.Blank();
        page.Wrapped(2, "", new Ink(title, Tint.Strong));
        foreach (var line in lines)
        {
            var draft = view.Book.Drafts[fit.Draft].Document.Draft;
            page.Wrapped(
                Indent,
                new Ink($"{Wording.Number(line.Points),7}", line.IsKept ? Tint.Accomplishment : Tint.Duty),
                page.Quote(Quoting.FirstWords(page, draft, line.Span)),
                new Ink($"{view.PlaceOf(fit.Draft, line.Span)}{(StoriesView.IsWorthSomething(line) ? ":" : "")} {view.Worth(line, page.HasUnicode ? "→" : "->")}", Tint.Faint));
        }
    }
}
