using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>
/// The overview as a page: whom to open first and why, clients × ECQs as a map of rungs, what the whole cohort misses, and what
/// could not be read. Without its script it is a page of tables; the script sorts and filters them.
/// </summary>
internal static class OverviewPage
{
    /// <summary>As many as a coach opens in one sitting.</summary>
    private const int MostFirst = 6;

    public static void Write(Overview overview, IReadOnlyDictionary<string, Framework> frameworks, Stream stream) =>
        HtmlPage.Write(stream, "Overview – EcqAnalyzer", Head(overview),
        [
            new("first", "Open first", First(overview)),
            new("clients", "Clients", ClientTables.Of(overview, frameworks)),
            new("gaps", "Gaps", CohortSection.Of(overview, frameworks)),
            new("not-read", "Not read", NotRead(overview)),
            new("about", "About", About(overview)),
        ], "overview.css", "overview.js");

    private static Markup Head(Overview overview)
    {
        var aside = overview.LeftAside.IsEmpty ? Markup.Empty : Markup.Of($"""
            <p class="quiet">Left aside, as no drafts by their names: {string.Join(", ", overview.LeftAside.Select(each => $"{each.Count} × {each.Name}"))}.</p>
            """);
        return Markup.Of($"""
            <header class="head">
            <p class="brand">EcqAnalyzer</p>
            <h1>Overview</h1>
            <p class="sizes">{Wording.Count(overview.Clients.Length, "client")} · {Wording.Count(overview.Drafts, "draft")} · {overview.NotRead.Length} not read</p>
            {aside}
            </header>
            """);
    }

    private static Markup First(Overview overview)
    {
        var first = overview.Clients.Where(client => !client.Reasons.IsEmpty).Take(MostFirst).ToList();
        return first.Count == 0 ? Markup.Empty : Markup.Of($"""
            <h2 id="first-title">Whom to open first</h2>
            <p class="lead">The points of every sign that holds are added up. Signs, points and the reasons for them stand in
            <code>rules/uses/screen.yaml</code> and under <a href="#about">About</a>.</p>
            <ol class="first">{first.Select(FirstItem)}</ol>
            """);
    }

    private static Markup FirstItem(ClientPicture client) => Markup.Of($"""
        <li><h3 dir="auto">{client.Client} <span class="points">{Wording.Count((int)client.Points, "point")}</span></h3>
        {ClientTables.Reasons(client)}{ClientTables.Drafts(client)}</li>
        """);

    private static Markup NotRead(Overview overview) => overview.NotRead.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="not-read-title">Files that could not be read</h2>
        <p class="lead">Each with what is wrong and what to do. The next run tries again what was given up for time or memory, and every
        file that has changed.</p>
        <div class="wide" tabindex="0" role="region" aria-label="Each file and what to do"><table class="plain">
        <thead><tr><th scope="col">File</th><th scope="col">Client</th><th scope="col">What is wrong, and what to do</th></tr></thead>
        <tbody>{overview.NotRead.Select(draft => Markup.Of($"""
        <tr><th scope="row" dir="auto">{draft.Path}</th><td dir="auto">{draft.Client}</td><td>{draft.Fault!.Message} <span class="id">{draft.Fault.Code}</span></td></tr>
        """))}</tbody></table></div>
        """);

    private static Markup About(Overview overview) => Markup.Of($"""
        <h2 id="about-title">How to read this</h2>
        <p>{OverviewWords.EcqRung} Below it stands how many of them a deed or a result shows. Rungs: 0 nothing found, 1 claimed, 2 duty, 3 action,
        4 result that it led to, 5 measured result at the scope of programs or the organization.</p>
        <p>A client's drafts are put in the order of their names, numbers as numbers, and the latest counts. The trend sets those side by
        side that are under the same framework and address the same ECQs; what an earlier run saw of a file that has changed since comes before it.</p>
        <h3>The order</h3>
        <div class="wide" tabindex="0" role="region" aria-label="Signs and their points"><table class="plain">
        <thead><tr><th scope="col">Sign</th><th scope="col">Points for each</th><th scope="col">At most</th><th scope="col">Why so many</th></tr></thead>
        <tbody>{overview.Signs.Select(sign => Markup.Of($"""
        <tr><th scope="row">{sign.Id}</th><td>{sign.Points}</td><td>{Wording.Count(sign.Most, "time")}</td><td>{sign.Reason}</td></tr>
        """))}</tbody></table></div>
        <p class="quiet">EcqAnalyzer {overview.Engine}. Rules, models and options: <code>{overview.Rules}</code></p>
        """);
}
