using System.Diagnostics;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Reads page after page and keeps what was learnt: pages laid out, pages that failed, pages not reached in the time
/// and number that <see cref="ReadingLimits"/> give.</summary>
internal sealed class PageReading(PdfFile file, PdfProgress progress, CancellationToken cancellation)
{
    private int _length;

    public List<PageLayout> Layouts { get; } = [];

    public List<int> Failed { get; } = [];

    public List<int> NotReached { get; } = [];

    public PageReading ReadAll()
    {
        // Time on the processor: on a busy machine a draft of many pages takes longer, and is no less worth reading.
        var start = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        for (var number = 1; number <= file.Pages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number > ReadingLimits.PdfPages || clock.Elapsed > ReadingLimits.PdfWaitingTime
                || Environment.CpuUsage.TotalTime - start > ReadingLimits.PdfReadingTime || _length > ReadingLimits.TextLength)
            {
                NotReached.Add(number);
                if (NotReached.Count > ReadingLimits.PdfPages)
                {
                    break;
                }
            }
            else
            {
                Read(number);
            }
        }

        return this;
    }

    private void Read(int number)
    {
        if (progress.BadPages.Contains(number))
        {
            Failed.Add(number);
            return;
        }

        progress.Begin(number);
        if (file.FindPage(number) is { } content)
        {
            _length += content.Glyphs.Count;
            Layouts.Add(PageLayout.Of(content));
        }
        else
        {
            Failed.Add(number);
        }
    }

    public void ThrowIfNothingRead()
    {
        if (Layouts.Exists(page => page.Lines.Count > 0))
        {
            return;
        }

        throw new PdfFaultException(
            Layouts.Exists(page => page.Content.Images > 0) ? PdfFault.NoText
            : Layouts.Count > 0 ? PdfFault.Empty
            : PdfFault.NoPages);
    }
}

/// <summary>Who is told before each page, and which pages are known to end whoever reads them.</summary>
internal sealed record PdfProgress(Action<int> Begin, IReadOnlyCollection<int> BadPages)
{
    /// <summary>Begun in place of a page when the last page is done.</summary>
    public const int AllRead = -1;

    public static PdfProgress Unwatched { get; } = new(_ => { }, []);
}
