using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Csv;

/// <summary>The competencies of a draft, a row each: the table that is put together over many drafts. The other tables are in the
/// workbook.</summary>
public sealed class CsvReporter : IReporter
{
    public void Write(Analysis analysis, Stream stream) => CsvWriter.Write(stream, new ReportTables(analysis).Competencies());
}
