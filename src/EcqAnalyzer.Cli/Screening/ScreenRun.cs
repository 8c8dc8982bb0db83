using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Screening;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>
/// START HERE: one screening. The folder is listed, every draft done that is not known (<see cref="Screener"/>), what is known kept
/// in a store (<see cref="ScreenStore"/>), and from that the overview written (<see cref="ScreenOutputs"/>). It can be stopped at any
/// moment, by whatever means: the next run goes on.
/// </summary>
internal sealed class ScreenRun(ScreenOrder order, Workbench workbench, Streams streams)
{
    private readonly Dictionary<string, ScreenOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>The exit code.</summary>
    public int Run()
    {
        var policy = workbench.Rulebook.Load(ScreeningPolicy.Load);
        OutputFile.CreateFolder(order.Output);
        using var store = ScreenStore.Open(order.Output);
        ScreenOutputs.Sweep(order.Output);
        var folder = new DraftFolder(order.Folder, order.Output, policy.Endings);
        var parts = new ScreenerParts(order.Program, order.Worker, order.Limits ?? policy.Limits, folder, order.Output, store, order.Reports, order.Jobs);
        using var screener = new Screener(parts);
        var outputs = new ScreenOutputs(parts, policy, workbench.Frameworks, order.Clients);
        var progress = new ScreenProgress(streams, order.Progress, TimeProvider.System);

        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(order.Stop);
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Interrupt(context, interrupted, progress));
        var listing = folder.List();
        foreach (var fault in listing.Faults)
        {
            progress.Say(fault.ToString());
        }

        var watch = new FolderWatch(listing);
        for (var (paths, isDue) = (listing.Drafts.Select(draft => draft.Path).ToList(), true); ; paths = Next(folder, watch, ref listing, out isDue))
        {
            if (isDue)
            {
                Do(paths, screener, progress, interrupted.Token);
                if (interrupted.IsCancellationRequested)
                {
                    break;
                }

                outputs.Write(listing, _outcomes, screener.Rules);
                progress.End(Path.Combine(order.Output, ScreenOutputs.Page));
            }

            if (!order.IsWatching || interrupted.Token.WaitHandle.WaitOne(order.BetweenLooks))
            {
                break;
            }
        }

        var present = listing.Drafts.Select(draft => _outcomes.GetValueOrDefault(draft.Path));
        return listing.Faults.IsEmpty && present.All(outcome => outcome?.Fault is null) ? ExitCode.Done : ExitCode.UnreadableInput;
    }

    private void Do(List<string> paths, Screener screener, ScreenProgress progress, CancellationToken stop)
    {
        progress.Begin(paths.Count);
        screener.Run(paths, outcome =>
        {
            _outcomes[outcome.Path] = outcome;
            progress.Tell(outcome);
        }, stop);
    }

    /// <summary>Looks at the folder again. A draft that is new and still being saved is not listed before it is done.</summary>
    private List<string> Next(DraftFolder folder, FolderWatch watch, ref FolderListing listing, out bool isDue)
    {
        var now = folder.List();
        var paths = watch.Take(now, out var isLess);
        listing = now with { Drafts = [.. now.Drafts.Where(draft => _outcomes.ContainsKey(draft.Path) || paths.Contains(draft.Path))] };
        isDue = paths.Count > 0 || isLess;
        return paths;
    }

    /// <summary>A watch ends so, when the drafts in hand are done; a run is stopped at once, as any other program.</summary>
    private void Interrupt(PosixSignalContext context, CancellationTokenSource interrupted, ScreenProgress progress)
    {
        progress.Say("stopped; the same command goes on from here");
        context.Cancel = order.IsWatching;
        if (order.IsWatching)
        {
            interrupted.Cancel();
        }
    }
}
