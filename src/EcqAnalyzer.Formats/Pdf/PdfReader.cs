using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Reads PDF drafts. The work is done in a process of its own, with limits on its time, its memory and its answer: a few
/// hundred bytes are enough to overflow the stack of the library that opens PDFs, which nothing inside a process can stop.
/// What is read there, and in which steps, stands in <see cref="PdfDraftReader"/>.
/// </summary>
public sealed class PdfReader : IDraftReader
{
    private const int HeaderSearch = 1024;

    private readonly PdfWorker _worker;

    public PdfReader()
        : this(PdfWorker.OfThisProgram())
    {
    }

    public PdfReader(PdfWorker worker) => _worker = worker;

    public DraftFormat Format => DraftFormat.Pdf;

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        // Mail programs put bytes before the header; other readers look as far for it.
        var head = source.Bytes.Span[..Math.Min(source.Bytes.Length, HeaderSearch)];
        if (head.IndexOf("%PDF-"u8) < 0)
        {
            throw PdfFault.NotPdf.Refuse(source.Name);
        }

        var answer = new WorkerRun(_worker, cancellation).Ask(source.Bytes);
        try
        {
            return answer.Fault is null ? DraftCodec.Decode(answer.Bytes, source) : throw answer.Fault.Refuse(source.Name);
        }
        catch (PdfFaultException fault)
        {
            throw fault.Fault.Refuse(source.Name, fault);
        }
    }
}
