using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Runs the process that reads a PDF: hands it the bytes, takes its answer, and ends it at the limits. Where a page
/// ended it, another is started that leaves this page out.</summary>
internal sealed class WorkerRun(ChildProgram worker, WorkerLimits limits, CancellationToken cancellation)
{
    private const int BufferBytes = 1 << 16;

    private readonly List<int> _badPages = [];
    private TimeSpan _worked;

    public WorkerAnswer Ask(ReadOnlyMemory<byte> pdf)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Clock);
        var first = AskOnce(pdf, limit.Token);
        for (var answer = first; ; answer = AskOnce(pdf, limit.Token))
        {
            if (answer.Fault is null)
            {
                return answer;
            }

            if (answer.BadPage is not { } page || _badPages.Contains(page) || _badPages.Count == ReadingLimits.PdfBadPages
                || limit.IsCancellationRequested)
            {
                return first;
            }

            _badPages.Add(page);
        }
    }

    private WorkerAnswer AskOnce(ReadOnlyMemory<byte> pdf, CancellationToken limit)
    {
        using var process = new Process { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            return new WorkerAnswer([], PdfFault.NoWorker);
        }

        using var watch = new WorkerWatch(process, limits with { All = limits.All - _worked });
        using var end = limit.Register(() => ChildProgram.Kill(process));
        var complaints = new Thread(() => ChildProgram.Ignore(Plain(process.StandardError.BaseStream, FileAccess.Read)));
        complaints.Start();
        HandOver(pdf, process);
        var (answer, page) = TakeAnswer(process, watch);
        complaints.Join();
        process.WaitForExit();
        _worked += watch.Worked;

        cancellation.ThrowIfCancellationRequested();
        var fault = answer switch
        {
            null => PdfFault.Answer,
            _ when watch.IsOver => PdfFault.Time,
            _ when limit.IsCancellationRequested => PdfFault.Busy,
            _ when process.ExitCode == ChildProgram.OutOfMemory => PdfFault.Memory,
            _ when process.ExitCode != 0 => PdfFault.Died,
            _ => null,
        };
        return new WorkerAnswer(answer ?? [], fault) { BadPage = page > 0 ? page : null };
    }

    private ProcessStartInfo StartInfo()
    {
        var start = worker.StartInfo(ReadingLimits.PdfHeapBytes);
        foreach (var page in _badPages)
        {
            start.ArgumentList.Add($"{page}");
        }

        // A short life: no threads beside the one that works.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_LTTng"] = "0";

        // Where a file leaves out its fonts, the library fills 30 MB with the measures of the standard ones: small regions that
        // are used again spare the system from handing out fresh pages.
        start.Environment["DOTNET_GCRegionSize"] = "100000";
        start.Environment["DOTNET_GCgen0size"] = "100000";
        return start;
    }

    /// <summary>All of it before the answer is read: it answers when it has read all.</summary>
    private static void HandOver(ReadOnlyMemory<byte> pdf, Process process)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            Plain(input, FileAccess.Write).Write(pdf.Span);
        }
        catch (IOException)
        {
            // It died before it had read all; its exit code says so.
        }
    }

    /// <summary>The same pipe as a file: its own stream would start the library of sockets, with a thread, for every read and
    /// write. It stays the owner.</summary>
    private static Stream Plain(Stream pipe, FileAccess access) => pipe is AnonymousPipeClientStream own
        ? new FileStream(new SafeFileHandle(own.SafePipeHandle.DangerousGetHandle(), ownsHandle: false), access, bufferSize: 0)
        : pipe;

    /// <summary>The answer, null where it is longer than the limit, and the page that was begun last.</summary>
    private static (byte[]? Answer, int Page) TakeAnswer(Process process, WorkerWatch watch)
    {
        var answer = new MemoryStream();
        var page = PdfWorkerProgram.NoPage;
        var output = Plain(process.StandardOutput.BaseStream, FileAccess.Read);
        try
        {
            var mark = new byte[sizeof(int)];
            while (output.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length)
            {
                page = BitConverter.ToInt32(mark);
                watch.BeginPage(page != PdfWorkerProgram.NoPage);
                if (page == PdfWorkerProgram.NoPage)
                {
                    return (ReadWithinLimit(output, answer) ? answer.ToArray() : null, page);
                }
            }
        }
        catch (IOException)
        {
            // As above.
        }
        finally
        {
            if (answer.Length > ReadingLimits.PdfAnswerBytes)
            {
                ChildProgram.Kill(process);
            }
        }

        return ([], page);
    }

    private static bool ReadWithinLimit(Stream output, MemoryStream answer)
    {
        var buffer = new byte[BufferBytes];
        int count;
        while ((count = output.Read(buffer)) > 0)
        {
            answer.Write(buffer, 0, count);
            if (answer.Length > ReadingLimits.PdfAnswerBytes)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What the process gave: bytes for <see cref="DraftCodec"/>, or why there are none.</summary>
internal sealed record WorkerAnswer(byte[] Bytes, PdfFault? Fault)
{
    /// <summary>The page on which it ended.</summary>
    public int? BadPage { get; init; }
}
