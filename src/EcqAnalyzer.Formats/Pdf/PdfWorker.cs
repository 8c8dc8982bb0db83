using System.Collections.Immutable;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>How to start the process that reads a PDF: a program and its arguments.</summary>
public sealed record PdfWorker(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The first argument with which the program becomes that process; the numbers of pages that are not to be read
    /// may follow.</summary>
    public const string Argument = "read-pdf-worker";

    public static PdfWorker OfThisProgram()
    {
        var program = ChildProgram.OfThisProgram(Argument);
        return new PdfWorker(program.FileName, program.Arguments);
    }
}
