using System.Collections.Immutable;
using EcqAnalyzer.Formats.Comparing;
using EcqAnalyzer.Formats.Planning;
using EcqAnalyzer.Formats.Stories;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>A format of the report of one of the other commands, as <see cref="ReportFormat"/> is of <c>check</c>:
/// <see cref="Write"/> renders and computes nothing.</summary>
public sealed record ReportOf<T>(
    string Id, ImmutableArray<string> Extensions, ReportForm Form, Action<T, ReportStyle, Stream> Write);

/// <summary>The report formats of the commands beside <c>check</c>, the one that is meant where none is named first.</summary>
public static class ReportsOf
{
    public static ImmutableArray<ReportOf<Comparison>> Comparison { get; } =
    [
        new("text", [".txt"], ReportForm.Text, ComparisonText.Write),
        new("json", [".json"], ReportForm.Text, (comparison, _, stream) => ComparisonJson.Write(comparison, stream)),
        new("html", [".html", ".htm"], ReportForm.WholeText, (comparison, _, stream) => ComparisonPage.Write(comparison, stream)),
        new("docx", [".docx"], ReportForm.Binary, (comparison, _, stream) => ComparisonHandout.Write(comparison, stream)),
    ];

    public static ImmutableArray<ReportOf<ImprovementPlan>> Plan { get; } =
    [
        new("text", [".txt"], ReportForm.Text, PlanText.Write),
        new("json", [".json"], ReportForm.Text, (plan, _, stream) => PlanJson.Write(plan, stream)),
        new("html", [".html", ".htm"], ReportForm.WholeText, (plan, _, stream) => PlanPage.Write(plan, stream)),
        new("docx", [".docx"], ReportForm.Binary, (plan, _, stream) => PlanHandout.Write(plan, stream)),
        new("md", [".md", ".markdown"], ReportForm.Text, (plan, _, stream) => PlanMarkdown.Write(plan, stream)),
    ];

    public static ImmutableArray<ReportOf<StoryBook>> Stories { get; } =
    [
        new("text", [".txt"], ReportForm.Text, StoriesText.Write),
        new("json", [".json"], ReportForm.Text, (book, _, stream) => StoriesJson.Write(book, stream)),
        new("html", [".html", ".htm"], ReportForm.WholeText, (book, _, stream) => StoriesPage.Write(book, stream)),
        new("xlsx", [".xlsx"], ReportForm.Binary, (book, _, stream) => StoryTables.WriteWorkbook(book, stream)),
        new("csv", [".csv"], ReportForm.WholeText, (book, _, stream) => StoryTables.WriteMatrix(book, stream)),
        new("md", [".md", ".markdown"], ReportForm.Text, (book, _, stream) => StoriesMarkdown.Write(book, stream)),
    ];
}
