using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>What became of one draft: the key of its result, or a fault; both where it was judged and a report on it cannot be
/// written. <see cref="IsKnown"/> is set where an earlier run had it.</summary>
internal sealed record ScreenOutcome(string Path, string? Key, Diagnostic? Fault, bool IsKnown);

/// <summary>What a screening is made with.</summary>
internal sealed record ScreenerParts(
    ChildProgram Program, WorkerOrder Order, FileLimits Limits, DraftFolder Folder, string Output, ScreenStore Store, ImmutableArray<string> Reports, int Jobs);

/// <summary>
/// Judges drafts in parallel: each of a few threads has a worker process and hands it one draft after another. Long-lived processes
/// and not threads of this one, since a hostile file can overflow a stack or eat the memory, which nothing inside a process can
/// stop; and not a process for each draft, since a start costs as much as some drafts. All writing is done here.
/// </summary>
internal sealed class Screener(ScreenerParts parts) : IDisposable
{
    private const string NotWritten = "ECQ296";

    private readonly WorkerLink[] _links = [.. Enumerable.Range(0, parts.Jobs).Select(_ => new WorkerLink(parts.Program, parts.Order, parts.Limits))];

    /// <summary>The hash of rules, models and options by which is judged; starts a worker to ask it.</summary>
    public string Rules
    {
        get
        {
            _links[0].Start();
            return _links[0].Rules;
        }
    }

    /// <summary>Does every draft of the list, telling of each as it is done, by one thread at a time. Ends early, between drafts,
    /// where <paramref name="stop"/> asks for it.</summary>
    public void Run(IReadOnlyCollection<string> paths, Action<ScreenOutcome> done, CancellationToken stop)
    {
        var queue = new ConcurrentQueue<string>(paths);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ExceptionDispatchInfo? bug = null;
        var threads = _links.Take(Math.Max(1, Math.Min(_links.Length, paths.Count))).Select(link => new Thread(() =>
        {
            try
            {
                while (!broken.IsCancellationRequested && queue.TryDequeue(out var path))
                {
                    var outcome = Do(link, path);
                    lock (queue)
                    {
                        done(outcome);
                    }
                }
            }
            catch (Exception fault)
            {
                bug = ExceptionDispatchInfo.Capture(fault);
                broken.Cancel();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        bug?.Throw();
    }

    public void Dispose()
    {
        foreach (var link in _links)
        {
            link.Dispose();
        }
    }

    /// <summary>What took a worker down is tried once more with care. Then a PDF is read in a process apart, which can leave out the
    /// page that did it; and a worker that something else ended meanwhile is no fault of the file's.</summary>
    private ScreenOutcome Do(WorkerLink link, string path)
    {
        var outcome = Try(link, path, WorkerCare.Usual);
        return outcome.Fault is { } fault && (WorkerLink.IsDeath(fault) || (IsPdf(path) && WorkerLink.IsBeyondLimits(fault)))
            ? Try(link, path, WorkerCare.Great)
            : outcome;
    }

    private ScreenOutcome Try(WorkerLink link, string path, WorkerCare care)
    {
        var opened = link.Ask(WorkerRequest.Open(parts.Folder.FullPath(path), care), path, parts.Limits.Time);
        if (opened.Fault is not null)
        {
            return Failed(path, opened.Fault);
        }

        var key = opened.Key;
        var reports = ReportPlaces.Of(path, parts.Reports);
        if (parts.Store.Find(key) is { } stored)
        {
            var version = parts.Store.FindVersions(path).LastOrDefault();
            if (version?.Key == key && HasReports(version, reports))
            {
                return new ScreenOutcome(path, key, null, IsKnown: true);
            }

            if (reports.IsEmpty)
            {
                parts.Store.Save(path, key, stored, []);
                return new ScreenOutcome(path, key, null, IsKnown: true);
            }
        }

        var time = care == WorkerCare.Usual && IsPdf(path) ? parts.Limits.PdfTime : parts.Limits.Time;
        var judged = link.Ask(WorkerRequest.Judge(parts.Reports), path, time);
        if (judged.Digest.Length == 0)
        {
            return Failed(path, judged.Fault!);
        }

        var (written, fault) = WriteReports(path, reports, judged);
        parts.Store.Save(path, key, judged.Digest, written);
        return new ScreenOutcome(path, key, (judged.Fault ?? fault) is { } missing ? missing with { File = path } : null, IsKnown: false);
    }

    private bool HasReports(StoredVersion version, ImmutableArray<StoredPath> reports) => reports.All(
        report => version.Reports.Contains(report.Format) && File.Exists(Path.Combine(parts.Output, report.Path)));

    /// <summary>A report that cannot be written, for a path that is too long for instance, is the fault of its draft alone.</summary>
    private (List<string> Formats, Diagnostic? Fault) WriteReports(string path, ImmutableArray<StoredPath> reports, WorkerAnswer judged)
    {
        var written = new List<string>();
        Diagnostic? failed = null;
        for (var i = 0; i < reports.Length; i++)
        {
            if (judged.Reports[i] is not { Length: > 0 } bytes)
            {
                continue;
            }

            try
            {
                var target = Path.Combine(parts.Output, reports[i].Path);
                OutputFile.CreateFolder(Path.GetDirectoryName(target)!);
                OutputFile.WriteThrough(target, stream => stream.Write(bytes));
                written.Add(reports[i].Format);
            }
            catch (UsageException fault)
            {
                failed = new Diagnostic(NotWritten, path, null, null, $"the report on it is not written: {fault.Message}");
            }
        }

        return (written, failed);
    }

    private static bool IsPdf(string path) => path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    private static ScreenOutcome Failed(string path, Diagnostic fault) => new(path, null, fault with { File = path }, IsKnown: false);
}
