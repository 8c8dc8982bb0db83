using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>The report of <c>--summary</c>, beside the one of <c>--output</c>, in the format of its own path's ending.</summary>
public sealed class SecondReport
{
    private readonly ReportFormat _format;
    private readonly ReportOutput _output;

    private SecondReport(ReportFormat format, ReportOutput output) => (_format, _output) = (format, output);

    /// <summary>Null where none is asked for. Throws <see cref="UsageException"/> where it would overwrite a draft or the first
    /// report, or is asked for several drafts.</summary>
    public static SecondReport? Of(string? path, string? first, string[] drafts, Streams streams)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        if (path is null)
        {
            return null;
        }

        if (drafts.Length > 1)
        {
            throw new UsageException($"--summary is for one draft, and here are {drafts.Length}; check them one by one");
        }

        if (first is not null && Path.GetFullPath(first) == Path.GetFullPath(path))
        {
            throw new UsageException($"--output and --summary both name {path}; give two paths");
        }

        var format = CommonOptions.FormatOf(path);
        return new SecondReport(format, ReportOutput.Of(path, drafts, format, streams));
    }

    public void Write(string draft, ReportOrder order, Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(order);
        var plain = order with { Style = ReportStyle.Plain with { Parts = order.Style.Parts } };
        _output.Write(draft, stream => _format.Create(plain).Write(analysis, stream));
    }
}
