using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>The overview of a screening as a page and as a workbook.</summary>
public static class OverviewReports
{
    /// <summary><paramref name="frameworks"/>: all that the drafts may be under.</summary>
    public static void WritePage(Overview overview, IEnumerable<Framework> frameworks, Stream stream) =>
        OverviewPage.Write(overview, ById(frameworks), stream);

    public static void WriteWorkbook(Overview overview, IEnumerable<Framework> frameworks, Stream stream) =>
        XlsxWriter.Write(stream, new OverviewTables(overview, ById(frameworks)).All);

    private static Dictionary<string, Framework> ById(IEnumerable<Framework> frameworks) =>
        frameworks.ToDictionary(framework => framework.Id, StringComparer.Ordinal);
}
