namespace EcqAnalyzer.Model;

/// <summary>A fault in a file that somebody wrote: a draft, a rule pack, a framework. Codes: ECQ1xx rules, 2xx drafts,
/// 3xx models, 4xx frameworks and settings. <see cref="Line"/> and <see cref="Column"/> count from 1; null where there are
/// none. The message says what is wrong and what to do, in plain words.</summary>
public sealed record Diagnostic(string Code, string File, int? Line, int? Column, string Message)
{
    public override string ToString()
    {
        var place = Line is null ? "" : $"({Line},{Column ?? 1})";
        return $"{File}{place}: error {Code}: {Message}";
    }
}

/// <summary>A draft that cannot be read. Printed as one line; the other drafts are still done.</summary>
public sealed class UnreadableDraftException : Exception
{
    public UnreadableDraftException(Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic.Message, inner) => Diagnostic = diagnostic;

    public Diagnostic Diagnostic { get; }
}

/// <summary>Faults in files that somebody wrote for us, all of those found in one run. None of the files is used.</summary>
public sealed class FaultyFilesException : Exception
{
    public FaultyFilesException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
