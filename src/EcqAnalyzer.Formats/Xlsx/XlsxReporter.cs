using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Xlsx;

/// <summary>The report as a workbook, for whoever counts and sorts: a sheet for each table.</summary>
public sealed class XlsxReporter : IReporter
{
    public void Write(Analysis analysis, Stream stream)
    {
        var tables = new ReportTables(analysis);
        XlsxWriter.Write(
            stream, [tables.Competencies(), tables.Shares(), tables.Sentences(), tables.Findings(), tables.Questions(), tables.About()]);
    }
}
