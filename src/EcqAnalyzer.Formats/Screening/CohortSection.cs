using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>What the cohort misses: what the fewest show comes first, as it is worth a session for all.</summary>
internal static class CohortSection
{
    public static Markup Of(Overview overview, IReadOnlyDictionary<string, Framework> frameworks) => overview.Cohorts.IsEmpty
        ? Markup.Empty
        : Markup.Of($"""
            <h2 id="gaps-title">What the cohort misses</h2>
            <p class="lead">For each competency how many clients <b class="did">show</b> it by a deed or a result and how many only name it or are
            <b class="duty">asked</b> for it, of those whose drafts address its ECQ. What the fewest show comes first.</p>
            {overview.Cohorts.Select(cohort => Gaps(cohort, frameworks[cohort.Framework]))}
            """);

    private static Markup Gaps(Cohort cohort, Framework framework) => Markup.Of($"""
        <h3 id="gaps-{cohort.Framework}">{framework.Name} <span class="quiet">{cohort.Framework}, {Wording.Count(cohort.Clients, "client")}</span></h3>
        <div class="wide" tabindex="0" role="region" aria-label="Gaps under {framework.Name}"><table class="plain gaps">
        <thead><tr><th scope="col">Competency</th><th scope="col">ECQ</th><th scope="col">Share</th><th scope="col">Show it</th>
        <th scope="col">Named or asked only</th><th scope="col">Not found</th></tr></thead>
        <tbody>{OverviewWords.GapsFirst(cohort).Select(gap => Gap(gap, framework))}</tbody></table></div>
        {Checks(cohort)}
        """);

    private static Markup Gap(CompetencyGap gap, Framework framework) => Markup.Of($"""
        <tr><th scope="row" data-by="{OverviewWords.Name(framework, gap.Competency)}">{OverviewWords.Name(framework, gap.Competency)}</th>
        <td data-by="{OverviewWords.EcqName(framework, gap.Ecq)}">{OverviewWords.EcqName(framework, gap.Ecq)}</td>
        <td data-by="{(gap.Of == 0 ? 0 : (double)gap.Shown / gap.Of)}">{HtmlCharts.Shares(gap.Shown, gap.Said, Math.Max(1, gap.Of))}</td>
        <td class="count" data-by="{gap.Shown}">{gap.Shown} of {gap.Of}</td><td class="count" data-by="{gap.Said}">{gap.Said}</td><td class="count" data-by="{gap.Absent}">{gap.Absent}</td></tr>
        """);

    private static Markup Checks(Cohort cohort) => cohort.Checks.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h4>What the checks find most</h4>
        <ul class="found">{cohort.Checks.Select(check => Markup.Of($"""
        <li class="check-{Wording.Id(check.Severity)}"><b>{check.Clients} of {cohort.Clients}</b> <span class="severity">{Wording.Id(check.Severity)}</span>
        <span>{check.Check} <span class="quiet" dir="auto">for instance: {check.Message}</span></span></li>
        """))}</ul>
        """);
}
