using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats.Screening;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>Writes what a screening gives: <c>results.jsonl</c>, <c>overview.html</c>, <c>overview.xlsx</c>, each whole or not at
/// all. Results come from the store one by one; they do not depend on the order in which they got there.</summary>
internal sealed class ScreenOutputs(ScreenerParts parts, ScreeningPolicy policy, ImmutableArray<Framework> frameworks, ClientNames clients)
{
    public const string Page = "overview.html";
    private const string Workbook = "overview.xlsx";
    private const string Results = "results.jsonl";

    /// <summary>What a run that was killed may have left.</summary>
    public static void Sweep(string folder)
    {
        foreach (var name in (string[])[Page, Workbook, Results])
        {
            OutputFile.Sweep(folder, name, SearchOption.TopDirectoryOnly);
        }

        OutputFile.Sweep(Path.Combine(folder, ReportPlaces.Folder), "", SearchOption.AllDirectories);
    }

    /// <summary><paramref name="outcomes"/>: of every draft of the listing, by path.</summary>
    public void Write(FolderListing listing, IReadOnlyDictionary<string, ScreenOutcome> outcomes, string rules)
    {
        var drafts = listing.Drafts.Select(draft => outcomes[draft.Path])
            .Concat(listing.Faults.Select(fault => new ScreenOutcome(fault.File, null, fault, IsKnown: false)))
            .OrderBy(outcome => outcome.Path, StringComparer.Ordinal)
            .ToList();
        Write(Results, stream =>
        {
            foreach (var outcome in drafts)
            {
                ResultLines.Write(stream, Load(outcome));
            }
        });

        var builder = new ScreeningBuilder(policy, frameworks);
        foreach (var client in drafts.GroupBy(outcome => clients.Of(outcome.Path), StringComparer.Ordinal))
        {
            builder.Add(client.Key, [.. client.Select(Load)]);
        }

        var overview = builder.Build(Ecq.Version, rules) with { LeftAside = listing.LeftAside };
        Write(Workbook, stream => OverviewReports.WriteWorkbook(overview, frameworks, stream));
        Write(Page, stream => OverviewReports.WritePage(overview, frameworks, stream));
    }

    private void Write(string name, Action<Stream> write) => OutputFile.WriteThrough(Path.Combine(parts.Output, name), write);

    private ScreenedDraft Load(ScreenOutcome outcome)
    {
        var client = clients.Of(outcome.Path);
        if (outcome.Key is not { } key)
        {
            return new ScreenedDraft(outcome.Path, client, null, outcome.Fault);
        }

        var digest = FindDigest(key) ?? throw new InvalidOperationException($"No result is stored of {outcome.Path}.");
        return new ScreenedDraft(outcome.Path, client, digest, null)
        {
            Earlier =
            [
                .. parts.Store.FindVersions(outcome.Path).Where(version => version.Key != key).Select(version => FindDigest(version.Key)).OfType<Digest>(),
            ],
            Reports = [.. ReportPlaces.Of(outcome.Path, parts.Reports).Where(report => File.Exists(Path.Combine(parts.Output, report.Path)))],
        };
    }

    /// <summary>Null also for what an older version of the program stored in another form.</summary>
    private Digest? FindDigest(string key)
    {
        try
        {
            return parts.Store.Find(key) is { } result ? DigestJson.Read(result) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
