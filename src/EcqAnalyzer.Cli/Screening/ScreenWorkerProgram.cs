using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>
/// The process that reads and judges drafts for <c>ecq screen</c>, one after another, until its standard input ends. It only reads:
/// what it makes goes back through the pipe, so a hostile file that takes it down leaves nothing half-written. Time and memory are
/// watched from outside (<see cref="WorkerLink"/>).
/// </summary>
public static class ScreenWorkerProgram
{
    /// <summary>The first argument with which the program becomes this process.</summary>
    public const string Argument = "screen-worker";

    public static int Run(Stream input, Stream output)
    {
        // Ctrl-C reaches all processes of a terminal; this one ends when the one that asked does.
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        var requests = new BlockingCollection<WorkerRequest>();
        using var reader = new BinaryReader(input, Encoding.UTF8);
        var order = WorkerMessages.ReadOrder(reader);
        var exit = ExitCode.Done;

        // As in the process that reads PDFs: a large stack survives what is deep but ends.
        var work = new Thread(() => exit = Serve(new ScreenWorker(order), requests, output), ReadingLimits.PdfStackBytes) { IsBackground = true };
        work.Start();
        var requestsEnd = new Thread(() => TakeRequests(reader, requests)) { IsBackground = true };
        requestsEnd.Start();
        work.Join();
        return exit;
    }

    /// <summary>On a thread of its own, so that a worker whose master was killed ends even amid a draft that never does.</summary>
    private static void TakeRequests(BinaryReader reader, BlockingCollection<WorkerRequest> requests)
    {
        try
        {
            while (true)
            {
                requests.Add(WorkerMessages.ReadRequest(reader));
            }
        }
        catch (IOException)
        {
            Environment.Exit(ExitCode.Done);
        }
    }

    private static int Serve(ScreenWorker worker, BlockingCollection<WorkerRequest> requests, Stream output)
    {
        try
        {
            WorkerMessages.Write(output, WorkerAnswer.OfKey(worker.Rules));
            foreach (var request in requests.GetConsumingEnumerable())
            {
                WorkerMessages.Write(output, worker.Answer(request));
            }

            return ExitCode.Done;
        }
        catch (Exception fault) when (ScreenWorker.IsOfMemory(fault))
        {
            return ChildProgram.OutOfMemory;
        }
        catch (IOException)
        {
            // Nobody takes the answer any more.
            return ExitCode.Done;
        }
    }
}
