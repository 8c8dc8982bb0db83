using System.IO.Compression;
using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>Files made to break readers: none may crash, hang or fill the memory, each is answered with one line.</summary>
public sealed class WordHostileTests
{
    private const string Entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    [Theory]
    [InlineData("w:tbl")]
    [InlineData("w:p")]
    [InlineData("w:r")]
    [InlineData("w:txbxContent")]
    [InlineData("w:del")]
    [InlineData("mc:AlternateContent")]
    [InlineData("x")]
    public void Elements_nested_ten_thousand_deep_are_refused(string element)
    {
        var body = Repeat($"<{element}>", 10_000) + P("text") + Repeat($"</{element}>", 10_000);
        Assert.Equal(WordFaults.TooDeep, new WordFile().Body(body).Refused().Code);
    }

    [Fact]
    public void Styles_and_lists_nested_deep_are_passed_over()
    {
        var deep = Repeat("<w:style>", 10_000) + Repeat("</w:style>", 10_000);
        Assert.Equal("text", new WordFile().Part("styles", "styles", deep).Part("numbering", "numbering", deep).Body(P("text")).Read().Text);
    }

    [Fact]
    public void Tables_nested_as_deep_as_people_nest_them_are_read()
    {
        var body = Repeat("<w:tbl><w:tr><w:tc>", 60) + P("text") + Repeat("</w:tc></w:tr></w:tbl>", 60);
        Assert.Equal("text", new WordFile().Body(body).Read().Text);
    }

    /// <summary>Were each line sought from the paragraph's beginning, this would take minutes.</summary>
    [Fact]
    public void A_paragraph_of_a_hundred_thousand_lines_is_read_line_by_line() =>
        Assert.Equal(100_000, new WordFile().Body("<w:p>" + Repeat("<w:r><w:t>Line</w:t><w:br/></w:r>", 100_000) + "</w:p>").Read().Blocks.Length);

    [Fact]
    public void As_many_lines_as_no_file_may_have_paragraphs_are_refused() => Assert.Equal(
        WordFaults.TooLarge, new WordFile().Body("<w:p>" + Repeat("<w:r><w:t>L</w:t><w:br/></w:r>", ReadingLimits.Paragraphs + 1) + "</w:p>").Refused().Code);

    [Fact]
    public void One_text_of_ten_million_letters_is_refused() =>
        Assert.Equal(WordFaults.TooLarge, new WordFile().Body(P(new string('a', 10_000_000))).Refused().Code);

    [Fact]
    public void One_attribute_of_ten_million_letters_is_refused() => Assert.Equal(
        WordFaults.TooLarge, new WordFile().Body($"<w:p w:a=\"{new string('a', 10_000_000)}\"/>").Refused().Code);

    [Fact]
    public void A_hundred_thousand_attributes_are_refused()
    {
        var body = new StringBuilder("<w:p");
        for (var i = 0; i < 100_000; i++)
        {
            body.Append(" a").Append(i).Append("=\"\"");
        }

        Assert.Equal(WordFaults.TooLarge, new WordFile().Body(body.Append("/>").ToString()).Refused().Code);
    }

    [Fact]
    public void A_hundred_thousand_kinds_of_elements_are_refused()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            body.Append("<a").Append(i).Append("/>");
        }

        Assert.Equal(WordFaults.TooLarge, new WordFile().Body(body.ToString()).Refused().Code);
    }

    [Fact]
    public void A_million_empty_paragraphs_are_refused() =>
        Assert.Equal(WordFaults.TooLarge, new WordFile().Body(Repeat("<w:p/>", 1_000_000)).Refused().Code);

    [Fact]
    public void A_part_that_unpacks_a_thousandfold_is_refused() => Assert.Equal(
        WordFaults.TooLarge,
        new WordFile { Level = CompressionLevel.SmallestSize }.Body(Repeat("<w:x/>", 3_200_000)).Refused().Code);

    [Fact]
    public void One_part_that_many_relationships_name_is_not_unpacked_without_end()
    {
        var file = new WordFile().Raw("word/h.xml", new WordFile().Root("hdr", Repeat("<w:x/>", 1_000_000)));
        var section = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            file.Relationship($"h{i}", "header", "h.xml");
            section.Append($"<w:headerReference r:id=\"h{i}\"/>");
        }

        Assert.Equal(WordFaults.TooLarge, file.Body(P("text") + $"<w:sectPr>{section}</w:sectPr>").Refused().Code);
    }

    [Fact]
    public void A_package_of_thousands_of_parts_is_read_and_of_tens_of_thousands_refused()
    {
        Assert.Equal("text", Parts(3_000).Read().Text);
        Assert.Equal(WordFaults.TooLarge, Parts(ReadingLimits.PackageEntries).Refused().Code);
    }

    [Fact]
    public void Of_two_parts_of_one_name_the_first_is_read() =>
        Assert.Equal("first", new WordFile().Body(P("first"))
            .Raw("word/document.xml", new WordFile().Root("document", $"<w:body>{P("second")}</w:body>")).Read().Text);

    [Fact]
    public void Part_names_lead_nowhere_outside()
    {
        Assert.Equal("etc/passwd", WordPackage.Normalized("/../../etc/./x/../passwd"));
        Assert.Equal("text", new WordFile().Raw("../../evil.xml", "x").Relationship("h", "header", "../../../../etc/hostname")
            .Body(P("text") + "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>").Read().Text);
    }

    [Theory]
    [InlineData(Entities, "&c;")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "text")]
    public void Entities_are_never_followed(string declaration, string text)
    {
        var xml = new WordFile().Root("document", $"<w:body>{P(text)}</w:body>")
            .Replace("?><w:document", $"?>{declaration}<w:document", StringComparison.Ordinal);
        Assert.Contains("<!DOCTYPE", xml, StringComparison.Ordinal);
        var fault = new WordFile { MainTarget = "word/other.xml" }.Raw("word/other.xml", xml).Refused();
        Assert.Equal(WordFaults.ForeignDeclaration, fault.Code);
    }

    [Fact]
    public void A_label_may_not_grow_without_end()
    {
        var draft = new WordFile()
            .Part("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerLetter\"/>"
                + $"<w:start w:val=\"2147483647\"/><w:lvlText w:val=\"{Repeat("%1", 100_000)}\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .Body("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>").Read();
        Assert.InRange(draft.Text.Length, 2, 200);
    }

    [Fact]
    public void Reading_can_be_called_off()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var source = new WordFile().Body(Repeat(P("text"), 5_000)).ToSource();
        Assert.Throws<OperationCanceledException>(() => new WordReader().Read(source, cancelled.Token));
    }

    [Fact]
    public void A_file_cut_off_anywhere_gives_text_or_one_line()
    {
        var bytes = Everything();
        for (var length = 0; length < bytes.Length; length += 17)
        {
            TextOrOneLine(bytes[..length]);
        }
    }

    [Fact]
    public void Bytes_changed_anywhere_give_text_or_one_line()
    {
        var sound = Everything();
        var random = new Random(20_000);
        for (var i = 0; i < 1_500; i++)
        {
            var bytes = (byte[])sound.Clone();
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            TextOrOneLine(bytes);
        }
    }

    [Fact]
    public void Elements_exchanged_anywhere_give_text_or_one_line()
    {
        string[] names = ["p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "txbxContent", "del", "ins", "fldChar", "sdt", "ruby", "rt",
            "footnote", "numPr", "trPr", "tcPr", "sectPr", "body", "footnoteReference", "numId"];
        var random = new Random(20_001);
        for (var i = 0; i < 1_500; i++)
        {
            var body = EverythingBody;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (from, to) = (names[random.Next(names.Length)], names[random.Next(names.Length)]);
                body = body.Replace($"<w:{from}>", $"<w:{to}>", StringComparison.Ordinal)
                    .Replace($"</w:{from}>", $"</w:{to}>", StringComparison.Ordinal)
                    .Replace($"<w:{from} ", $"<w:{to} ", StringComparison.Ordinal)
                    .Replace($"<w:{from}/>", $"<w:{to}/>", StringComparison.Ordinal);
            }

            TextOrOneLine(EverythingFile(body).ToBytes());
        }
    }

    private static readonly string EverythingBody =
        WordTextTests.Styled("Heading1", "Work") + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
        + "<w:rPr><w:del/></w:rPr></w:pPr>" + R("I led ") + "<w:ins>" + R("the team", "<w:vanish/>") + "</w:ins></w:p>"
        + "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + P("cell") + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + R("result") + "<w:r><w:fldChar w:fldCharType=\"end\"/><w:txbxContent>" + P("box") + "</w:txbxContent>"
        + "<w:footnoteReference w:id=\"1\"/><w:ruby><w:rt>" + R("aid") + "</w:rt><w:rubyBase>" + R("base") + "</w:rubyBase></w:ruby></w:r></w:p>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + P("control") + "</w:sdtContent></w:sdt><w:sectPr/>";

    private static byte[] Everything() => EverythingFile(EverythingBody).ToBytes();

    private static WordFile EverythingFile(string body) => new WordFile()
        .Part("styles", "styles", WordTextTests.Style("Heading1", "heading 1", "<w:outlineLvl w:val=\"0\"/>"))
        .Part("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        .Part("footnotes", "footnotes", $"<w:footnote w:id=\"1\">{P("note")}</w:footnote>")
        .Body(body);

    private static void TextOrOneLine(byte[] bytes)
    {
        try
        {
            Assert.NotEmpty(Read(bytes).Blocks);
        }
        catch (UnreadableDraftException refusal)
        {
            Assert.StartsWith("ECQ22", refusal.Diagnostic.Code, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    private static WordFile Parts(int count)
    {
        var file = new WordFile().Body(P("text"));
        for (var i = 0; i < count; i++)
        {
            file.Raw($"word/p{i}.xml", []);
        }

        return file;
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
