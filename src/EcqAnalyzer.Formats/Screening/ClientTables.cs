using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>Clients × ECQs as a map of rungs, a table for each framework; and those without a score.</summary>
internal static class ClientTables
{
    public static Markup Of(Overview overview, IReadOnlyDictionary<string, Framework> frameworks)
    {
        var places = overview.Clients.Select((client, index) => (client, place: index + 1)).ToLookup(each => each.client.Framework ?? "");
        var signs = overview.Signs.Where(sign => overview.Clients.Any(client => client.Reasons.Any(reason => reason.Sign == sign.Id)));
        return overview.Clients.IsEmpty ? Markup.Empty : Markup.Of($"""
            <h2 id="clients-title">Clients and their ECQs</h2>
            <p class="lead">The number is the rung, from 0 to 5, that half of the competencies of the ECQ reach; below it stands how many of
            them a deed or a result shows. So a 0 with 1 of 3 is no blank: one is shown and two are missing. A dash stands where no draft
            addresses it.</p>
            <div class="tools" hidden>
            <label>Find <input id="find" type="search" autocomplete="off" placeholder="client or file"></label>
            <label>Sign <select id="sign"><option value="">any</option>{signs.Select(sign => Markup.Of($"<option>{sign.Id}</option>"))}</select></label>
            <output id="found" for="find sign"></output>
            </div>
            {overview.Cohorts.Select(cohort => Table(frameworks[cohort.Framework], [.. places[cohort.Framework]]))}
            {WithoutScore([.. places[""]])}
            """);
    }

    public static Markup Reasons(ClientPicture client) => client.Reasons.IsEmpty ? Markup.Empty : Markup.Of($"""
        <ul class="reasons">{client.Reasons.Select(reason => Markup.Of($"""
        <li dir="auto">{reason.Text} <span class="quiet">+{Wording.Number(reason.Points)}</span></li>
        """))}</ul>
        """);

    public static Markup Drafts(ClientPicture client) => Markup.Of($"""
        <ul class="drafts">{client.Drafts.Select(draft => Markup.Of($"""
        <li><span class="path" dir="auto">{draft.Path}</span> <span class="quiet">{Told(draft)}</span>{draft.Reports.Select(Link)}</li>
        """))}</ul>
        """);

    private static Markup Table(Framework framework, List<(ClientPicture Client, int Place)> rows)
    {
        var ecqs = rows[0].Client.Cells.Select(cell => OverviewWords.EcqName(framework, cell.Ecq));
        return Markup.Of($"""
            <h3 id="map-{framework.Id}">{framework.Name} <span class="quiet">{framework.Id}, {Wording.Count(rows.Count, "client")}</span></h3>
            <div class="wide" tabindex="0" role="region" aria-labelledby="map-{framework.Id}"><table class="map">
            <thead><tr><th scope="col" class="place" aria-sort="ascending">Place</th><th scope="col">Client</th>
            {ecqs.Select(name => Markup.Of($"""<th scope="col" class="ecq-name">{name}</th>"""))}
            <th scope="col">Shown</th><th scope="col">Trend</th></tr></thead>
            <tbody>{rows.Select(row => Row(framework, row.Client, row.Place))}</tbody>
            </table></div>
            """);
    }

    private static Markup Row(Framework framework, ClientPicture client, int place)
    {
        var (shown, of) = (client.Cells.Sum(cell => cell.Shown), client.Cells.Where(cell => cell.Rung is not null).Sum(cell => cell.Of));
        return Markup.Of($"""
            <tr data-signs="{string.Join(' ', client.Reasons.Select(reason => reason.Sign))}"><td class="place" data-by="{place}">{place}</td>
            <th scope="row" data-by="{client.Client}">{Details(client)}</th>
            {client.Cells.Select(cell => CellOf(framework, cell))}
            <td class="shown" data-by="{(of == 0 ? 0 : (double)shown / of)}">{shown} of {of}</td>{Trend(client)}</tr>
            """);
    }

    private static Markup CellOf(Framework framework, EcqCell cell) => cell.Rung is not { } rung
        ? Markup.Of($"""<td class="rung-cell" data-by="-1"><span aria-hidden="true">–</span><span class="unseen">not addressed</span></td>""")
        : Markup.Of($"""
            <td class="rung-cell rung-{(int)rung}" data-by="{(int)rung + (cell.Of == 0 ? 0 : 0.99 * cell.Shown / cell.Of)}" title="{OverviewWords.EcqName(framework, cell.Ecq)}: {Wording.Name(rung)}, in {cell.Draft}"><b>{(int)rung}</b><small>{cell.Shown} of {cell.Of}</small></td>
            """);

    private static Markup Trend(ClientPicture client)
    {
        if (client.Trend.IsEmpty)
        {
            return Markup.Of($"""<td class="trend" data-by="0"></td>""");
        }

        var (first, last) = (client.Trend[0], client.Trend[^1]);
        return Markup.Of($"""
            <td class="trend" data-by="{last.Shown - first.Shown}">{HtmlCharts.Line([.. client.Trend.Select(point => (double)point.Shown)], last.Of)}
            <span>{first.Shown} → {last.Shown}</span></td>
            """);
    }

    private static Markup Details(ClientPicture client) => Markup.Of($"""
        <details><summary dir="auto">{client.Client}</summary>{Reasons(client)}{Drafts(client)}</details>
        """);

    private static Markup WithoutScore(List<(ClientPicture Client, int Place)> rows) => rows.Count == 0 ? Markup.Empty : Markup.Of($"""
        <h3 id="map-none">Without a score <span class="quiet">{Wording.Count(rows.Count, "client")}</span></h3>
        <div class="wide" tabindex="0" role="region" aria-labelledby="map-none"><table class="map">
        <thead><tr><th scope="col" class="place" aria-sort="ascending">Place</th><th scope="col">Client</th><th scope="col">Why</th></tr></thead>
        <tbody>{rows.Select(row => Markup.Of($"""
        <tr data-signs="{string.Join(' ', row.Client.Reasons.Select(reason => reason.Sign))}"><td class="place" data-by="{row.Place}">{row.Place}</td><th scope="row" data-by="{row.Client.Client}">{Details(row.Client)}</th><td class="why" dir="auto" data-by="{row.Client.Points}">{string.Join("; ", row.Client.Reasons.Select(reason => reason.Text))}</td></tr>
        """))}</tbody></table></div>
        """);

    private static string Told(ClientDraft draft) => draft.Status switch
    {
        null => "not read",
        GradableStatus.Ok => $"{draft.Framework}, {Wording.Count(draft.Words, "word")}",
        { } status => $"no score: {Wording.Id(status)}",
    };

    private static Markup Link(StoredPath report) =>
        Markup.Of($""" <a href="{string.Join('/', report.Path.Split('/').Select(Uri.EscapeDataString))}">{report.Format}</a>""");
}
