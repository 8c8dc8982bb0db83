using System.ComponentModel;
using System.Diagnostics;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Runs the process that reads a PDF, once: hands it the bytes, takes its answer, and ends it at the limits.</summary>
internal sealed class WorkerRun(PdfWorker worker, CancellationToken cancellation)
{
    private const int BufferBytes = 1 << 16;

    public WorkerAnswer Ask(ReadOnlyMemory<byte> pdf)
    {
        using var process = new Process { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            return new WorkerAnswer([], PdfFault.NoWorker);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ReadingLimits.PdfProcessTime);
        using var end = limit.Token.Register(() => Kill(process));

        // Its complaints (the trace of a stack overflow) are for nobody; unread they would block it.
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var asked = HandOver(pdf, process);
        var answer = TakeAnswer(process);
        Task.WaitAll([asked, complaints], CancellationToken.None);
        process.WaitForExit();

        cancellation.ThrowIfCancellationRequested();
        return answer switch
        {
            null => new WorkerAnswer([], PdfFault.Answer),
            _ when limit.IsCancellationRequested => new WorkerAnswer([], PdfFault.Time),
            _ when process.ExitCode == PdfWorkerProgram.OutOfMemory => new WorkerAnswer([], PdfFault.Memory),
            _ when process.ExitCode != 0 => new WorkerAnswer([], PdfFault.Died),
            _ => new WorkerAnswer(answer, null),
        };
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(worker.FileName, worker.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // A short life: no background compiler, collector or debugger threads; no dump when it dies.
        start.Environment["DOTNET_GCHeapHardLimit"] = ReadingLimits.PdfHeapBytes.ToString("x");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_LTTng"] = "0";

        // The library fills 30 MB with fonts' measures before it reads a letter: small regions that are used again spare the
        // system from handing out fresh pages. Pages need not be guarded against writing code where all code is managed.
        start.Environment["DOTNET_GCRegionSize"] = "100000";
        start.Environment["DOTNET_GCgen0size"] = "100000";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return start;
    }

    private static Task HandOver(ReadOnlyMemory<byte> pdf, Process process) => Task.Run(() =>
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(pdf.Span);
        }
        catch (IOException)
        {
            // It died before it had read all; its exit code says so.
        }
    });

    /// <summary>Null where the answer is longer than the limit.</summary>
    private static byte[]? TakeAnswer(Process process)
    {
        var answer = new MemoryStream();
        var buffer = new byte[BufferBytes];
        var output = process.StandardOutput.BaseStream;
        try
        {
            int count;
            while ((count = output.Read(buffer)) > 0)
            {
                if (answer.Length + count > ReadingLimits.PdfAnswerBytes)
                {
                    Kill(process);
                    return null;
                }

                answer.Write(buffer, 0, count);
            }
        }
        catch (IOException)
        {
            // As above.
        }

        return answer.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended by itself in the meantime.
        }
    }
}

/// <summary>What the process gave: bytes for <see cref="DraftCodec"/>, or why there are none.</summary>
internal sealed record WorkerAnswer(byte[] Bytes, PdfFault? Fault);
