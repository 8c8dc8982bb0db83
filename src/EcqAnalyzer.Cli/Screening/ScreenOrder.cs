using System.Collections.Immutable;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>What a command line asks of a screening: the folder, where the results go, by what is judged, whose draft a file is,
/// the formats of the reports on each draft, and how many drafts are done at a time.</summary>
internal sealed record ScreenOrder(
    string Folder, string Output, WorkerOrder Worker, ClientNames Clients, ImmutableArray<string> Reports, int Jobs)
{
    public ProgressForm Progress { get; init; }

    /// <summary>Whether to go on looking for drafts that are saved.</summary>
    public bool IsWatching { get; init; }

    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The limits of one file; those of <c>rules/uses/screen.yaml</c> where null.</summary>
    public FileLimits? Limits { get; init; }

    public ChildProgram Program { get; init; } = ChildProgram.OfThisProgram(ScreenWorkerProgram.Argument);

    public CancellationToken Stop { get; init; }
}
