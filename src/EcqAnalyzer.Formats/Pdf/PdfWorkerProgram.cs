namespace EcqAnalyzer.Formats.Pdf;

/// <summary>The process that reads one PDF: bytes on its standard input, a draft or a fault as <see cref="DraftCodec"/>
/// writes them on its standard output. The program runs this when <see cref="PdfWorker.Argument"/> is its first argument.</summary>
public static class PdfWorkerProgram
{
    /// <summary>The exit code that says that the limit on memory was met.</summary>
    internal const int OutOfMemory = 9;

    public static int Run(Stream input, Stream output)
    {
        var exit = 0;

        // The library recurses where a file nests: a large stack survives what is deep but ends.
        var thread = new Thread(() => exit = Answer(input, output), ReadingLimits.PdfStackBytes);
        thread.Start();
        thread.Join();
        return exit;
    }

    private static int Answer(Stream input, Stream output)
    {
        try
        {
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            var source = new DraftSource("draft", bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            var answer = Read(source);
            output.Write(answer);
            output.Flush();
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static byte[] Read(DraftSource source)
    {
        try
        {
            return DraftCodec.Encode(PdfDraftReader.Read(source, CancellationToken.None));
        }
        catch (PdfFaultException fault)
        {
            return DraftCodec.Encode(fault.Fault);
        }
    }
}
