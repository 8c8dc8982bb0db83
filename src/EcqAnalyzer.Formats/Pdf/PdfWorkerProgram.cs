namespace EcqAnalyzer.Formats.Pdf;

/// <summary>The process that reads one PDF: bytes on its standard input; on its standard output the number of each page before
/// it is begun, then zero and a draft or a fault as <see cref="DraftCodec"/> writes them. So whoever asked knows which page
/// it died on. The program runs this when <see cref="Argument"/> is its first argument.</summary>
public static class PdfWorkerProgram
{
    /// <summary>The first argument with which the program becomes this process; the numbers of pages that are not to be read
    /// may follow.</summary>
    public const string Argument = "read-pdf-worker";

    /// <summary>Says that no page follows, but the answer.</summary>
    internal const int NoPage = 0;

    public static int Run(IReadOnlyList<string> badPages, Stream input, Stream output)
    {
        var exit = 0;

        // The library recurses where a file nests: a large stack survives what is deep but ends.
        var thread = new Thread(() => exit = Answer(badPages, input, output), ReadingLimits.PdfStackBytes);
        thread.Start();
        thread.Join();
        return exit;
    }

    private static int Answer(IReadOnlyList<string> badPages, Stream input, Stream output)
    {
        try
        {
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            var source = new DraftSource("draft", bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            var progress = new PdfProgress(
                page => Write(output, page), Numbers.Distinct(badPages, page => int.TryParse(page, out var number) ? number : NoPage));
            var answer = Read(source, progress);
            Write(output, NoPage);
            output.Write(answer);
            output.Flush();
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return ChildProgram.OutOfMemory;
        }
    }

    private static void Write(Stream output, int page)
    {
        output.Write(BitConverter.GetBytes(page));
        output.Flush();
    }

    private static byte[] Read(DraftSource source, PdfProgress progress)
    {
        try
        {
            return DraftCodec.Encode(PdfDraftReader.Read(source, progress, CancellationToken.None));
        }
        catch (PdfFaultException fault)
        {
            return DraftCodec.Encode(fault.Fault);
        }
    }
}
