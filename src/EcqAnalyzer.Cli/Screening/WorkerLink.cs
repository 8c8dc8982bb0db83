using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>One worker process as its master sees it: started when first asked, ended at the limits, started anew after that. One
/// thread uses it at a time.</summary>
internal sealed class WorkerLink(ChildProgram program, WorkerOrder order, FileLimits limits) : IDisposable
{
    private const string TooLong = "ECQ293";
    private const string TooMuch = "ECQ294";
    private const string Died = "ECQ295";

    /// <summary>A start takes a second; on a machine that is busy beyond measure, many.</summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(5);

    private Process? _process;
    private BinaryReader? _answers;

    /// <summary>The hash of rules, models and options that the worker loaded.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>Starts the process where none runs. Throws <see cref="InvalidOperationException"/> where it does not start: then
    /// no draft can be read at all.</summary>
    public void Start()
    {
        if (_process is not null)
        {
            return;
        }

        try
        {
            var process = new Process { StartInfo = program.StartInfo(limits.Bytes) };
            process.Start();
            _process = process;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"the program cannot start its worker {program.FileName}", fault);
        }

        var complaints = _process.StandardError.BaseStream;
        new Thread(() => ChildProgram.Ignore(complaints)) { IsBackground = true }.Start();
        _answers = new BinaryReader(_process.StandardOutput.BaseStream, Encoding.UTF8);
        var hello = Exchange(stream => WorkerMessages.Write(stream, order), "", StartTime);
        if (hello.Fault is { } why)
        {
            throw new InvalidOperationException($"the program's worker does not start: {why.Message}");
        }

        Rules = hello.Key;
    }

    /// <summary>The answer; where the worker took too long or died over it, a fault that says so.</summary>
    public WorkerAnswer Ask(WorkerRequest request, string path, TimeSpan time)
    {
        Start();
        return Exchange(stream => WorkerMessages.Write(stream, request), path, time);
    }

    /// <summary>Whether a fault says that the worker ended, nobody knows why.</summary>
    public static bool IsDeath(Diagnostic fault) => fault.Code == Died;

    /// <summary>Whether a fault says that the worker was ended at a limit.</summary>
    public static bool IsBeyondLimits(Diagnostic fault) => fault.Code is TooLong or TooMuch;

    public void Dispose() => End();

    private WorkerAnswer Exchange(Action<Stream> ask, string path, TimeSpan time)
    {
        var process = _process!;
        using var limit = new CancellationTokenSource(time);
        using var end = limit.Token.Register(() => ChildProgram.Kill(process));
        try
        {
            ask(process.StandardInput.BaseStream);
            return WorkerMessages.ReadAnswer(_answers!, path);
        }
        catch (IOException)
        {
            ChildProgram.Kill(process);
            process.WaitForExit();
            var fault = limit.IsCancellationRequested
                ? new Diagnostic(TooLong, path, null, null, $"reading and judging this takes longer than {time.TotalSeconds:0} seconds and was given up; "
                    + "save it anew, or only the pages that matter")
                : process.ExitCode == ChildProgram.OutOfMemory
                ? new Diagnostic(TooMuch, path, null, null, $"reading and judging this needs more than {limits.Bytes / 1_000_000} MB and was given up; "
                    + "save it anew, or only the pages that matter")
                : new Diagnostic(Died, path, null, null, "this file is built in a way that ends whoever reads it, and was given up; save it anew "
                    + "(print it to a PDF, or copy its text into a new document)");
            End();
            return WorkerAnswer.OfFault(fault);
        }
    }

    private void End()
    {
        if (_process is not { } process)
        {
            return;
        }

        ChildProgram.Kill(process);
        process.WaitForExit();
        _answers?.Dispose();
        process.Dispose();
        (_process, _answers) = (null, null);
    }
}
