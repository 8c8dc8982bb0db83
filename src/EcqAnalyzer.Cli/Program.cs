using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats.Pdf;

// The process that reads a PDF is this program again; it starts without the command line's parts.
return args is [PdfWorker.Argument, .. var badPages]
    ? PdfWorkerProgram.Run(badPages, Console.OpenStandardInput(), Console.OpenStandardOutput())
    : Ecq.Run(args, Streams.OfConsole());
