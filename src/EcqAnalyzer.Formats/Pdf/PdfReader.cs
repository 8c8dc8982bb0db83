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

    private readonly ChildProgram _worker;
    private readonly bool _isInside;

    public PdfReader()
        : this(ChildProgram.OfThisProgram(PdfWorkerProgram.Argument))
    {
    }

    public PdfReader(ChildProgram worker)
        : this(worker, isInside: false)
    {
    }

    private PdfReader(ChildProgram worker, bool isInside) => (_worker, _isInside) = (worker, isInside);

    /// <summary>Reads in the very process that asks, which saves the start of another for each file. Only for a process that is
    /// itself watched and may be ended at any moment: what takes it down has to be read again by the usual reader. The draft is
    /// the same either way.</summary>
    public static PdfReader Inside() => new(ChildProgram.OfThisProgram(PdfWorkerProgram.Argument), isInside: true);

    public DraftFormat Format => DraftFormat.Pdf;

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        // Mail programs put bytes before the header; other readers look as far for it.
        var head = source.Bytes.Span[..Math.Min(source.Bytes.Length, HeaderSearch)];
        if (head.IndexOf("%PDF-"u8) < 0)
        {
            throw PdfFault.NotPdf.Refuse(source.Name);
        }

        return _isInside ? ReadInside(source, cancellation) : ReadApart(source, cancellation);
    }

    private Draft ReadInside(DraftSource source, CancellationToken cancellation)
    {
        try
        {
            return PdfDraftReader.Read(source, cancellation);
        }
        catch (PdfFaultException fault)
        {
            throw fault.Fault.Refuse(source.Name, fault);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // What nobody foresaw ends the process apart, which may then leave out the page that did it.
            return ReadApart(source, cancellation);
        }
    }

    private Draft ReadApart(DraftSource source, CancellationToken cancellation)
    {
        var answer = new WorkerRun(_worker, WorkerLimits.Usual, cancellation).Ask(source.Bytes);
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
