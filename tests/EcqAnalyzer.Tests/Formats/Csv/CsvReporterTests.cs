using System.Text;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Tables;

namespace EcqAnalyzer.Tests.Formats.Csv;

public sealed class CsvReporterTests
{
    [Fact]
    public void A_row_for_each_competency_under_a_header()
    {
        var lines = Encoding.UTF8.GetString(Rendering.Bytes("csv", SampleAnalysis.Create())).Split("\r\n");

        Assert.StartsWith("\uFEFFDraft,Framework,ECQ,Competency,Rung,", lines[0]);
        Assert.Equal("permit-office.docx,sample-2020,Leading People,Team Building,5,executive result,71.25,60,80,0,no,organization,2,0", lines[1]);
        Assert.Equal(SampleAnalysis.Create().Competencies.Length + 2, lines.Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\"")]
    [InlineData("-2", "'-2")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝cmd", "'＝cmd")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("a=b", "a=b")]
    public void Text_is_quoted_where_needed_and_never_opens_a_formula(string text, string field) =>
        Assert.Equal($"\uFEFFText\r\n{field}\r\n", Written(text));

    [Fact]
    public void Numbers_are_written_as_they_are() => Assert.Equal("\uFEFFText\r\n-2.5\r\n", Written(-2.5));

    private static string Written(Cell cell)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, new Table("Test", [new Column("Text", 10)], [[cell]]));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
