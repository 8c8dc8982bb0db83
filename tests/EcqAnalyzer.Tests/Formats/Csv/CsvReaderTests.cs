using System.Collections.Immutable;
using System.Text;
using CsCheck;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Csv;

public sealed class CsvReaderTests
{
    private static readonly Gen<string> Fields = Gen.Char["ab,;\"\t \n\u00E9"].Array[0, 6].Select(letters => new string(letters));

    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a;b\r\nc;d")]
    [InlineData("a\tb\r\n\r\n \t \r\nc\td\r\n")]
    [InlineData("\uFEFFa,b\rc,d\r")]
    [InlineData("\"a\", \"b\" \n c ,d")]
    public void However_a_spreadsheet_writes_it_the_table_is_the_same(string text) =>
        Assert.Equal(["a|b", "c|d"], Read(text).Select(row => string.Join('|', row.Fields)));

    [Fact]
    public void A_row_knows_the_line_it_begins_on() =>
        Assert.Equal([1, 2, 5], Read("a,b\n\"two\nlines\",x\n\nc,d\n").Select(row => row.Line));

    [Fact]
    public void Quotes_hold_separators_breaks_and_quotes() =>
        Assert.Equal(["one, \"two\"\nthree", "x"], Read("\"one, \"\"two\"\"\nthree\",x").Single().Fields);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("latin1")]
    public void Old_character_sets_are_read(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);

        Assert.Equal(["caf\u00E9", "b"], Read([.. coding.GetPreamble(), .. coding.GetBytes("caf\u00E9,b\nc,d")])[0].Fields);
    }

    [Theory]
    [InlineData("a,b\n\"c,d\n\n", 2, "none closes it")]
    [InlineData("a,b\n\nc,\"d\" e\n", 3, "text follows the quotation mark")]
    [InlineData("PK\u0003\u0004\0\0\0\0\u0001\u0002\u0003", null, "CSV UTF-8")]
    public void What_is_no_table_is_told_with_its_line(string text, int? line, string message)
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => Read(text)).Diagnostic;

        Assert.Equal((CsvReader.NotATable, line), (fault.Code, fault.Line));
        Assert.Contains(message, fault.Message);
    }

    /// <summary>But for white space around it, which nobody means, and the sign that guards against formulas.</summary>
    [Fact]
    public void What_our_own_writer_wrote_is_read_back() => Fields.Array[2].Array[1, 4].Sample(rows =>
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, new Table("t", [new("one", 10), new("two", 10)], [.. rows.Select(row => row.Select(field => (Cell)("x" + field)).ToImmutableArray())]));

        Assert.Equal(rows.Select(row => string.Join('|', row.Select(field => ("x" + field).Trim()))), Read(stream.ToArray()).Skip(1).Select(row => string.Join('|', row.Fields)));
    });

    private static ImmutableArray<CsvRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<CsvRow> Read(byte[] bytes) => CsvReader.Read(new DraftSource("courses.csv", bytes));
}
