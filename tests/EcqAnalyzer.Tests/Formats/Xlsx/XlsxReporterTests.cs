using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Formats.Xlsx;

namespace EcqAnalyzer.Tests.Formats.Xlsx;

public sealed class XlsxReporterTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void A_workbook_is_valid_by_the_rules_of_its_format()
    {
        foreach (var analysis in Rendering.Samples())
        {
            using var stream = new MemoryStream(Rendering.Bytes("xlsx", analysis));
            using var book = SpreadsheetDocument.Open(stream, isEditable: false);

            Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void Numbers_are_numbers()
    {
        var cells = Sheet(Rendering.Bytes("xlsx", SampleAnalysis.Create()), 1);

        Assert.Equal("Team Building", Text(cells["D2"]));
        Assert.Equal(("5", null), (cells["E2"].Element(Main + "v")!.Value, (string?)cells["E2"].Attribute("t")));
        Assert.Equal("71.25", cells["G2"].Element(Main + "v")!.Value);
        Assert.Equal("Conflict Management", Text(cells["D4"]));
        Assert.Equal("25.75", cells["G4"].Element(Main + "v")!.Value);
    }

    [Fact]
    public void No_cell_is_a_formula_whatever_the_draft_says()
    {
        using var zip = new ZipArchive(new MemoryStream(Rendering.Bytes("xlsx", Rendering.Hostile())));
        var guarded = 0;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            var sheet = XDocument.Load(part);
            Assert.Empty(sheet.Descendants(Main + "f"));
            foreach (var cell in sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "v") is null))
            {
                Assert.Equal("inlineStr", (string?)cell.Attribute("t"));
                guarded += "=+-@".Contains(Text(cell)[0]) && (string?)cell.Attribute("s") == "3" ? 1 : 0;
            }
        }

        Assert.True(guarded > 3);
    }

    [Fact]
    public void The_header_stays_in_sight_and_filters()
    {
        using var zip = new ZipArchive(new MemoryStream(Rendering.Bytes("xlsx", SampleAnalysis.Create())));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            var sheet = XDocument.Load(part);
            Assert.Equal("frozen", (string?)sheet.Descendants(Main + "pane").Single().Attribute("state"));
            Assert.StartsWith("A1:", (string?)sheet.Descendants(Main + "autoFilter").Single().Attribute("ref"));
        }
    }

    [Fact]
    public void A_table_of_many_columns_and_signs_comes_back_as_it_was()
    {
        var columns = Enumerable.Range(1, 60).Select(number => new Column($"Column {number}", 8));
        Cell[] row = [.. Enumerable.Range(1, 58).Select(number => (Cell)number), "_x0041_ \u0001 & <b> \uD83D \uD83D\uDE00\n=1", new string('x', 40_000)];
        using var stream = new MemoryStream();

        XlsxWriter.Write(stream, [new Table("Wide", [.. columns], [[.. row]])]);

        var cells = Sheet(stream.ToArray(), 1);
        Assert.Equal("58", cells["BF2"].Element(Main + "v")!.Value);
        Assert.Equal("_x005F_x0041_  & <b> \uFFFD \uD83D\uDE00\n=1", Text(cells["BG2"]));
        Assert.InRange(Text(cells["BH2"]).Length, 30_000, 32_767);
    }

    private static Dictionary<string, XElement> Sheet(byte[] book, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var part = zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
        return XDocument.Load(part).Descendants(Main + "c").ToDictionary(cell => (string)cell.Attribute("r")!);
    }

    private static string Text(XElement cell) => cell.Descendants(Main + "t").Single().Value;
}
