using System.Diagnostics;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What the process that reads a PDF may take: on the processor for a page and for all, on the clock for all; and how
/// often is looked.</summary>
internal sealed record WorkerLimits(TimeSpan Page, TimeSpan All, TimeSpan Clock, TimeSpan BetweenLooks)
{
    public static WorkerLimits Usual { get; } = new(
        ReadingLimits.PdfPageTime, ReadingLimits.PdfProcessTime, ReadingLimits.PdfClockTime, TimeSpan.FromSeconds(0.5));
}

/// <summary>Ends a process that has worked longer than it may, on one page or in all. Work is time on the processor: on a busy machine
/// the best of drafts waits long for its turn. Most drafts are read before the first look.</summary>
internal sealed class WorkerWatch : IDisposable
{
    private readonly Process _process;
    private readonly WorkerLimits _limits;
    private readonly Timer _timer;
    private readonly Lock _state = new();
    private bool _isOnPage;
    private TimeSpan? _beforePage;

    public WorkerWatch(Process process, WorkerLimits limits)
    {
        (_process, _limits) = (process, limits);
        _timer = new Timer(_ => Look(), null, limits.BetweenLooks, limits.BetweenLooks);
    }

    /// <summary>It was ended here.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How long it had worked at the last look.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>The work on a page counts from the first look at it.</summary>
    public void BeginPage(bool isPage)
    {
        lock (_state)
        {
            (_isOnPage, _beforePage) = (isPage, null);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_state)
        {
            try
            {
                Worked = _process.TotalProcessorTime;
            }
            catch (Exception fault) when (ChildProgram.IsEnded(fault))
            {
                return;
            }

            _beforePage ??= Worked;
            IsOver |= Worked > _limits.All || (_isOnPage && Worked - _beforePage > _limits.Page);
            if (IsOver)
            {
                ChildProgram.Kill(_process);
            }
        }
    }
}
