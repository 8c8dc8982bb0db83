using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>What to keep on so many pages, for each draft: what has to go and what stays, with what each line carries, and what
/// becomes of the competencies.</summary>
internal static class FitMarkup
{
    private const string Arrow = "→";

    public static Markup Of(StoriesView view) => view.Book.Fits.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="fit-title">What to keep on {Wording.Count(view.Book.Fits[0].Pages, "page")}</h2>
        <p class="lead">Headings, employers, dates, skills and education stay; the choice is among lines that tell something. Nothing is
        rewritten: a dropped line has its price.</p>
        {view.Book.Fits.Select(fit => Fit(view, fit))}
        """);

    private static Markup Fit(StoriesView view, PageFit fit)
    {
        var hasChoice = !fit.FitsWhole && !fit.IsHopeless;
        return Markup.Of($"""
            <h3 dir="auto">{view.Book.Drafts[fit.Draft].Document.Draft.File.Name}</h3>
            <p>{StoriesView.Pages(fit)}</p>
            <p><strong>{view.Verdict(fit)}</strong></p>
            {Note(view.LimitOf(fit))}
            {(hasChoice ? Note(view.Care(fit)) : Markup.Empty)}
            {(hasChoice ? Lines(view, fit, "Drop, the cheapest first", fit.Lines.Where(line => !line.IsKept).OrderBy(line => line.Points)) : Markup.Empty)}
            {(hasChoice ? Lines(view, fit, "Keep, the dearest first", fit.Lines.Where(line => line.IsKept).OrderByDescending(line => line.Points)) : Markup.Empty)}
            {(hasChoice ? Competencies(view, fit) : Markup.Empty)}
            """);
    }

    private static Markup Note(string? words) => words is null ? Markup.Empty : Markup.Of($"""<p class="none">{words}</p>""");

    private static Markup Lines(StoriesView view, PageFit fit, string title, IEnumerable<DraftLine> lines) => Markup.Of($"""
        <div class="scroll" role="region" aria-label="{title}, draft {StoriesView.Letter(fit.Draft)}" tabindex="0"><table class="rows">
        <caption>{title}</caption>
        <thead><tr><th scope="col" class="number">Points</th><th scope="col">Line</th><th scope="col">Place</th><th scope="col">What it carries</th></tr></thead>
        <tbody>{lines.Select(line => Markup.Of($"""
            <tr><td class="number">{Wording.Number(line.Points)}</td><th scope="row" dir="auto">{view.FirstWords(fit.Draft, line.Span)}</th>
            <td>{view.PlaceOf(fit.Draft, line.Span)}</td><td>{(StoriesView.IsWorthSomething(line) ? view.Worth(line, Arrow) : "nothing that was recognized")}</td></tr>
            """))}</tbody></table></div>
        """);

    private static Markup Competencies(StoriesView view, PageFit fit)
    {
        var moved = fit.Competencies.Where(each => each.WholeStrength != each.KeptStrength || each.WholeRung != each.KeptRung).ToList();
        return moved.Count == 0 ? Markup.Empty : Markup.Of($"""
            <div class="scroll" role="region" aria-label="Competencies, draft {StoriesView.Letter(fit.Draft)}" tabindex="0"><table class="rows">
            <caption>What becomes of the competencies</caption>
            <thead><tr><th scope="col">Competency</th><th scope="col">All lines</th><th scope="col">Those kept</th></tr></thead>
            <tbody>{moved.Select(each => Markup.Of($"""
                <tr><th scope="row">{view.Name(each.Competency)}</th><td>{Wording.Whole(each.WholeStrength)}, rung {(int)each.WholeRung}</td>
                <td>{Wording.Whole(each.KeptStrength)}, rung {(int)each.KeptRung}{(each.IsLost ? ": lost" : "")}</td></tr>
                """))}</tbody></table></div>
            """);
    }
}
