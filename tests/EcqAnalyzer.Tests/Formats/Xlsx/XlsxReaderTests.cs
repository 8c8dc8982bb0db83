using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Table = EcqAnalyzer.Formats.Tables.Table;

namespace EcqAnalyzer.Tests.Formats.Xlsx;

/// <summary>Workbooks read back, whoever saved them.</summary>
public sealed class XlsxReaderTests
{
    [Fact]
    public void A_table_that_we_wrote_comes_back()
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [new Table("One", [new("A", 8), new("B", 8), new("C", 8)], [["=1 & <b>", 2.5, ""], ["", "", "_x0041_ ü\n2"]])]);

        var sheet = Assert.Single(Read(stream.ToArray()));

        Assert.Equal("One", sheet.Name);
        Assert.Equal(["1|A|B|C", "2|=1 & <b>|2.5", "3|||_x0041_ ü\n2"], sheet.Rows.Select(Shown));
    }

    /// <summary>As Excel saves it: text in a part of its own and in runs, values of formulas, empty cells left out, rows without
    /// anything left out, the path of a sheet from the root.</summary>
    [Fact]
    public void A_workbook_of_shared_text_runs_and_formulas_is_read()
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            main.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Text("plain")),
                new SharedStringItem(
                    new Run(new Text("two ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new RunProperties(new Bold()), new Text("runs")),
                    new PhoneticRun(new Text("no")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
            var part = main.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(
                new Row(Shared("B2", "1"), new Cell(new CellFormula("1+2"), new CellValue("3")) { CellReference = "D2" }) { RowIndex = 2 },
                new Row(Shared("A5", "0"), new Cell(new CellValue("TRUE")) { CellReference = "AA5", DataType = CellValues.String }) { RowIndex = 5 }));
            main.Workbook = new Workbook(new Sheets(new Sheet { Name = "First", SheetId = 1, Id = main.GetIdOfPart(part) }));
        }

        var sheet = Assert.Single(Read(stream.ToArray()));

        Assert.Equal("2||two runs||3", Shown(sheet.Rows[0]));
        Assert.Equal((5, 27, "plain", "TRUE"), (sheet.Rows[1].Line, sheet.Rows[1].Fields.Length, sheet.Rows[1].Fields[0], sheet.Rows[1].Fields[26]));
    }

    [Theory]
    [InlineData("PK but no zip")]
    [InlineData("")]
    public void What_is_no_workbook_says_what_to_do(string text)
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains("save it as .xlsx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_without_sheets_and_a_broken_part_are_faults()
    {
        Assert.Throws<UnreadableDraftException>(() => Read(Zip(("other.txt", "x"))));
        Assert.Throws<UnreadableDraftException>(() => Read(Zip(
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheet name=\"a\" r:id=\"r1\"/></workbook>"),
            ("xl/s.xml", "<sheet><row><c r=\"ZZZZZ1\"><v>1</v></c></row></sheet>"))));
        Assert.Throws<UnreadableDraftException>(() => Read(Zip(
            ("xl/_rels/workbook.xml.rels", "<!DOCTYPE a [<!ENTITY b \"c\">]><Relationships/>"), ("xl/workbook.xml", "<workbook/>"))));
    }

    private static Cell Shared(string place, string index) => new(new CellValue(index)) { CellReference = place, DataType = CellValues.SharedString };

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static ImmutableArray<ReadSheet> Read(byte[] bytes) => XlsxReader.Read(new DraftSource("book.xlsx", bytes));

    private static string Shown(CsvRow row) => $"{row.Line}|{string.Join('|', row.Fields)}".TrimEnd('|');
}
