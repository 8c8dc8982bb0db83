using System.Collections.Immutable;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>The overview as tables: a row for each client in the order in which to open them, each draft, each competency of a
/// cohort, each check, and each file that was not read.</summary>
internal sealed class OverviewTables(Overview overview, IReadOnlyDictionary<string, Framework> frameworks)
{
    /// <summary>What a sheet's name may have.</summary>
    private const int LongestName = 31;

    public ImmutableArray<Table> All => [OpenFirst(), .. overview.Cohorts.Select((cohort, place) => Rungs(cohort, place + 1)), Drafts(), Gaps(), Checks(), NotRead(), About()];

    private Table OpenFirst() => new("Open first", [
        new("Place", 8), new("Client", 28), new("Points", 9), new("Why", 90), new("Framework", 13), new("Drafts", 9),
    ], [
        .. overview.Clients.Select((client, index) => (ImmutableArray<Cell>)[
            index + 1, client.Client, client.Points, OverviewWords.Why(client), client.Framework ?? "", client.Drafts.Length,
        ]),
    ]);

    /// <summary>Clients × ECQs under one framework; empty where no draft addresses the ECQ.</summary>
    private Table Rungs(Cohort cohort, int place)
    {
        var name = $"Rungs {cohort.Framework}";
        var framework = frameworks[cohort.Framework];
        var clients = overview.Clients.Where(client => client.Framework == cohort.Framework).ToList();
        var ecqs = clients[0].Cells.Select(cell => cell.Ecq).ToList();
        return new Table(name.Length <= LongestName ? name : $"Rungs {place}", [
            new("Client", 28), .. ecqs.Select(ecq => new Column(OverviewWords.EcqName(framework, ecq), 18)), new("Shown", 9), new("Of", 7), new("Trend", 40),
        ], [
            .. clients.Select(client => (ImmutableArray<Cell>)[
                client.Client,
                .. client.Cells.Select(cell => Cell.Of(cell.Rung)),
                client.Cells.Sum(cell => cell.Shown),
                client.Cells.Where(cell => cell.Rung is not null).Sum(cell => cell.Of),
                OverviewWords.Trend(client),
            ]),
        ]);
    }

    private Table Drafts() => new("Drafts", [
        new("Client", 28), new("Draft", 44), new("Score", 12), new("Framework", 13), new("Words", 9), new("Reports", 50),
    ], [
        .. from client in overview.Clients
           from draft in client.Drafts
           select (ImmutableArray<Cell>)[
               client.Client, draft.Path, OverviewWords.Status(draft.Status), draft.Framework ?? "", draft.Words,
               string.Join("; ", draft.Reports.Select(report => report.Path)),
           ],
    ]);

    private Table Gaps() => new("Gaps", [
        new("Framework", 13), new("ECQ", 28), new("Competency", 34), new("Clients who show it", 14), new("Named or asked only", 14),
        new("Not found", 12), new("Of", 7),
    ], [
        .. from cohort in overview.Cohorts
           from gap in OverviewWords.GapsFirst(cohort)
           let framework = frameworks[cohort.Framework]
           select (ImmutableArray<Cell>)[
               cohort.Framework, OverviewWords.EcqName(framework, gap.Ecq), OverviewWords.Name(framework, gap.Competency),
               gap.Shown, gap.Said, gap.Absent, gap.Of,
           ],
    ]);

    private Table Checks() => new("Checks", [
        new("Framework", 13), new("Check", 30), new("Severity", 12), new("Clients", 10), new("Of", 7), new("For instance", 90),
    ], [
        .. from cohort in overview.Cohorts
           from check in cohort.Checks
           select (ImmutableArray<Cell>)[
               cohort.Framework, check.Check, Wording.Id(check.Severity), check.Clients, cohort.Clients, check.Message,
           ],
    ]);

    private Table NotRead() => new("Not read", [
        new("Client", 28), new("File", 44), new("Code", 10), new("What is wrong, and what to do", 100),
    ], [
        .. overview.NotRead.Select(draft => (ImmutableArray<Cell>)[draft.Client, draft.Path, draft.Fault!.Code, draft.Fault.Message]),
    ]);

    private Table About() => new("About", [new("What", 30), new("Value", 110)], [
        ["Drafts", overview.Drafts],
        ["Clients", overview.Clients.Length],
        .. overview.LeftAside.Select(aside => (ImmutableArray<Cell>)[$"Left aside: {aside.Name}", aside.Count]),
        .. overview.Signs.Select(sign => (ImmutableArray<Cell>)[
            $"Sign: {sign.Id}", FormattableString.Invariant($"{sign.Points} points for each, at most {sign.Most} times. {sign.Reason}"),
        ]),
        ["Rung of an ECQ", OverviewWords.EcqRung],
        ["Program", $"EcqAnalyzer {overview.Engine}"],
        ["Hash of rules, models and options", overview.Rules],
        ["What this is not", Summary.WhatItIsNot],
    ]);
}
