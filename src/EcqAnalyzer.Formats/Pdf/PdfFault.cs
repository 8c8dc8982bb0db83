using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Why a PDF gives no draft: a code and what to do. The one list of both, for the reader and its process.</summary>
internal sealed record PdfFault(string Code, string Message)
{
    private const string NotPdfCode = "ECQ240";
    private const string EncryptedCode = "ECQ241";
    private const string DamagedCode = "ECQ242";
    private const string NoTextCode = "ECQ243";
    private const string NoPagesCode = "ECQ244";
    private const string TimeCode = "ECQ245";
    private const string MemoryCode = "ECQ246";
    private const string DiedCode = "ECQ247";
    private const string NoWorkerCode = "ECQ248";
    private const string AnswerCode = "ECQ249";

    public static PdfFault NotPdf { get; } = new(
        NotPdfCode, "this is no PDF file; export the draft again from your word processor");

    public static PdfFault Encrypted { get; } = new(
        EncryptedCode, "the PDF needs a password; save a copy without one (print it to a new PDF) and give that");

    public static PdfFault Damaged { get; } = new(
        DamagedCode, "the PDF is damaged and cannot be read; export it again from your word processor");

    public static PdfFault NoText { get; } = new(
        NoTextCode,
        "the PDF holds no text, only pictures of pages (a scan?); run text recognition (OCR) on it, or give the Word file");

    public static PdfFault NoPages { get; } = new(
        NoPagesCode, "no page of the PDF could be read; export it again from your word processor");

    public static PdfFault Empty { get; } = new(
        NoPagesCode, "the PDF holds no text and no pictures: its pages are empty; export it again from your word processor");

    public static PdfFault Time { get; } = new(
        TimeCode,
        $"reading the PDF takes more work than a draft may ({ReadingLimits.PdfPageTime.TotalSeconds:0} seconds for a page, "
        + $"{ReadingLimits.PdfProcessTime.TotalSeconds:0} for all) and was stopped; print it to a new PDF and give that");

    public static PdfFault Busy { get; } = new(
        TimeCode,
        $"the PDF could not be read in {ReadingLimits.PdfClockTime.TotalSeconds:0} seconds, since this machine is busy with other things; "
        + "try again when it is not");

    public static PdfFault Memory { get; } = new(
        MemoryCode,
        $"reading the PDF needs more than {ReadingLimits.PdfHeapBytes >> 20} MB and was stopped; print it to a new PDF and give that");

    public static PdfFault Died { get; } = new(
        DiedCode, "the PDF is built in a way that cannot be read safely; print it to a new PDF and give that");

    public static PdfFault NoWorker { get; } = new(
        NoWorkerCode, "the program could not start the process that reads PDFs; is the installation whole?");

    public static PdfFault Answer { get; } = new(
        AnswerCode, "the text of the PDF is longer than any draft; give the pages that matter");

    public static IEnumerable<PdfFault> All =>
        [NotPdf, Encrypted, Damaged, NoText, NoPages, Empty, Time, Busy, Memory, Died, NoWorker, Answer];

    public UnreadableDraftException Refuse(string file, Exception? inner = null) =>
        new(new Diagnostic(Code, file, null, null, Message), inner);
}

/// <summary>Carries a <see cref="PdfFault"/> up to where the file's name is known.</summary>
internal sealed class PdfFaultException(PdfFault fault, Exception? inner = null) : Exception(fault.Message, inner)
{
    public PdfFault Fault { get; } = fault;
}
