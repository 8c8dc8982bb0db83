using System.Collections.Immutable;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>How to start the process that reads a PDF: a program and its arguments.</summary>
public sealed record PdfWorker(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The first argument with which the program becomes that process; the numbers of pages that are not to be read
    /// may follow.</summary>
    public const string Argument = "read-pdf-worker";

    private const string Program = "ecq";

    /// <summary>The program of this installation, started as it was started itself: its own executable, or its library
    /// through <c>dotnet</c>.</summary>
    public static PdfWorker OfThisProgram()
    {
        var executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? Program + ".exe" : Program);
        var library = Path.Combine(AppContext.BaseDirectory, Program + ".dll");
        var host = Environment.ProcessPath;
        return host is not null && Path.GetFileNameWithoutExtension(host) == "dotnet" && File.Exists(library)
            ? new PdfWorker(host, [library, Argument])
            : new PdfWorker(executable, [Argument]);
    }
}
