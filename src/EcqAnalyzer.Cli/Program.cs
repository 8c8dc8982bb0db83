using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Formats.Pdf;

// A run over a few pages allocates less than this, most of it the models: collecting half way would find them all in use. A
// longer run goes past it and collects as ever, for which there must be room beside it.
if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 1_000_000_000)
{
    GC.TryStartNoGCRegion(48_000_000);
}

// The process that reads a PDF is this program again, and so are those that judge many drafts; they start without the command
// line's parts.
return args is [PdfWorkerProgram.Argument, .. var badPages]
        ? PdfWorkerProgram.Run(badPages, Console.OpenStandardInput(), Console.OpenStandardOutput())
    : args is [ScreenWorkerProgram.Argument]
        ? ScreenWorkerProgram.Run(Console.OpenStandardInput(), Console.OpenStandardOutput())
    : Ecq.Run(args, Streams.OfConsole());
