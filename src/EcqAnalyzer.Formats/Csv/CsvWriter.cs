using System.Globalization;
using System.Text;
using EcqAnalyzer.Formats.Tables;

namespace EcqAnalyzer.Formats.Csv;

/// <summary>
/// A table as RFC 4180 has it: commas, quotation marks where needed, lines that end with CR LF. In UTF-8 with a byte order mark,
/// without which Excel takes it for the machine's old character set. Text that a spreadsheet would take for a formula gets an
/// apostrophe before it; numbers are never text.
/// </summary>
public static class CsvWriter
{
    private const string OpensFormula = "=+-@\t\r＝＋－＠";

    public static void Write(Stream stream, Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', table.Columns.Select(column => Quoted(column.Title))));
        foreach (var row in table.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Field)));
        }
    }

    /// <summary>Text as it was before a formula was kept out of it.</summary>
    public static string Unguarded(string field) => field is ['\'', var opening, ..] && OpensFormula.Contains(opening, StringComparison.Ordinal) ? field[1..] : field;

    private static string Field(Cell cell) => cell switch
    {
        NumberCell number => number.Number.ToString(number.Form == NumberForm.Percent ? "0.###" : "0.##", CultureInfo.InvariantCulture),
        TextCell { Text.Length: > 0 } text => Quoted(OpensFormula.Contains(text.Text[0], StringComparison.Ordinal) ? "'" + text.Text : text.Text),
        _ => "",
    };

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
