using System.Collections.Immutable;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>Renders an analysis. Computes nothing: a number that is missing belongs in <see cref="Analysis"/>.</summary>
public interface IReporter
{
    void Write(Analysis analysis, Stream stream);
}

/// <summary>What a report may look like; each format takes from it what it can use.</summary>
public sealed record ReportStyle(int Width, bool HasColor, bool HasUnicode, ReportParts Parts)
{
    /// <summary>For a file or a pipe: no colour, 80 columns.</summary>
    public static ReportStyle Plain { get; } = new(80, HasColor: false, HasUnicode: true, ReportParts.Main);
}

/// <summary>Parts of a report that are shown beside the main ones.</summary>
[Flags]
public enum ReportParts
{
    Main = 0,

    /// <summary>The draft, each sentence with what was found in it.</summary>
    Tags = 1,

    /// <summary>Under each competency the sentences that make its number.</summary>
    Shares = 2,
}

/// <summary>What one report is made for: how it may look, and the draft's file as it was read, for a report that is that file
/// with remarks.</summary>
public sealed record ReportOrder(ReportStyle Style, DraftSource Source)
{
    /// <summary>How many comments may stand beside the draft; asked for only by reports that have some.</summary>
    public required Func<MarginLimits> Margin { get; init; }
}

/// <summary>Where a report may stand.</summary>
public enum ReportForm
{
    /// <summary>Text for a screen, a pipe or a file; several follow one another.</summary>
    Text,

    /// <summary>Text that is one whole: a file each.</summary>
    WholeText,

    /// <summary>Bytes that no screen shows: a file each.</summary>
    Binary,
}

/// <summary>A format of <c>--format</c>: its id, the endings of files that ask for it, the usual one first, and its
/// reporter.</summary>
public sealed record ReportFormat(
    string Id, ImmutableArray<string> Extensions, ReportForm Form, Func<ReportOrder, IReporter> Create);

/// <summary>The list of report formats. To add one, write its reporter in a folder of its own and add a line here.</summary>
public static class Reporters
{
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("text", [".txt"], ReportForm.Text, order => new TerminalReporter(order.Style)),
        new("json", [".json"], ReportForm.Text, _ => new JsonReporter()),
        new("html", [".html", ".htm"], ReportForm.WholeText, _ => new HtmlReporter()),
        new("xlsx", [".xlsx"], ReportForm.Binary, _ => new XlsxReporter()),
        new("csv", [".csv"], ReportForm.WholeText, _ => new CsvReporter()),
        new("md", [".md", ".markdown"], ReportForm.Text, _ => new MarkdownReporter()),
        new("docx", [".docx", ".docm", ".dotx", ".dotm"], ReportForm.Binary, order => new WordReporter(order)),
    ];

    public static ReportFormat? Find(string id) => All.FirstOrDefault(format => format.Id == id);

    public static ReportFormat? FindByExtension(string extension) => All.FirstOrDefault(
        format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
}
