using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace EcqAnalyzer.Tests.Formats.Word;

public sealed class WordPackageTests
{
    [Fact]
    public void Strict_documents_read_as_transitional_ones() => Assert.Equal(
        "Heading 1: Work\nParagraph 0: text\nNote 0: 1. note",
        new WordFile(WordFile.Strict)
            .Part("styles", "styles", WordTextTests.Style("x", "heading 1", ""))
            .Part("footnotes", "footnotes", $"<w:footnote w:id=\"1\">{P("note")}</w:footnote>")
            .Body(WordTextTests.Styled("x", "Work") + "<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
            .Read().Outline());

    [Theory]
    [InlineData("word/document.xml", "WORD/Document.XML", "/word/document.xml")]
    [InlineData("word/document.xml", "word\\document.xml", "word\\document.xml")]
    [InlineData("word/document.xml", "word/document.xml", "./word/../word/document.xml")]
    [InlineData("word/document.xml", "word/document.xml", "../../word/document.xml")]
    [InlineData("word/the%20text.xml", "word/the text.xml", "word/the%20text.xml")]
    [InlineData("word/main7.xml", "word/main7.xml", "/word/main7.xml")]
    [InlineData("word/document.xml", "word/document.xml", "word/missing.xml")]
    public void The_main_part_is_found_whatever_its_name(string name, string entry, string target) => Assert.Equal(
        "text", new WordFile { Main = name, MainEntry = entry, MainTarget = target }.Body(P("text")).Read().Text);

    [Fact]
    public void Damage_in_a_part_beside_the_text_costs_that_part()
    {
        var draft = new WordFile().Part("comments", "comments", "<w:comment w:id=\"1\">" + P("said") + "<broken").Body(P("text")).Read();
        Assert.Equal("text", draft.Text);
        Assert.Equal(["said"], draft.Note("comments")!.Apart);
        Assert.Contains("comments", draft.Note("damaged-parts")!.Message, StringComparison.Ordinal);
        Assert.True(draft.Extraction.CanBeTrusted);
    }

    [Fact]
    public void A_zip_without_its_directory_is_read_by_its_local_headers()
    {
        var bytes = new WordFile().Body(P("I led the team")).ToBytes();
        var draft = Read(bytes[..bytes.AsSpan().IndexOf("PK\u0001\u0002"u8)]);
        Assert.Equal("I led the team", draft.Text);
        Assert.Equal(ExtractionGrade.Doubtful, draft.Note("damaged-archive")!.Grade);
    }

    [Fact]
    public void An_entry_to_which_the_directory_points_wrongly_is_found_by_its_own_header()
    {
        var bytes = new WordFile().Body(P("I led the team")).ToBytes();
        var name = bytes.AsSpan().LastIndexOf("word/document.xml"u8);
        bytes[name - 4] ^= 0x11; // The offset of the entry, the last field before its name in the directory.
        Assert.Equal("I led the team", Read(bytes).Text);
    }

    [Fact]
    public void Text_that_breaks_off_is_read_and_never_trusted()
    {
        var draft = new WordFile().Body(P("I led the team") + "<w:p><w:r><w:t>and then</w:x>").Read();
        Assert.Equal("I led the team\nand then", draft.Text);
        Assert.False(draft.Extraction.CanBeTrusted);
    }

    [Fact]
    public void Blanks_before_and_bytes_behind_the_xml_do_no_harm()
    {
        var xml = "\r\n " + new WordFile().Root("document", $"<w:body>{P("text")}</w:body>") + "\0\0";
        var draft = new WordFile { MainTarget = "word/other.xml" }.Raw("word/other.xml", xml).Read();
        Assert.Equal("text", draft.Text);
        Assert.True(draft.Extraction.CanBeTrusted);
    }

    [Fact]
    public void Documents_of_the_Open_XML_SDK_are_read_whatever_their_variant()
    {
        foreach (var type in Enum.GetValues<WordprocessingDocumentType>())
        {
            var memory = new MemoryStream();
            using (var document = WordprocessingDocument.Create(memory, type))
            {
                document.AddMainDocumentPart().Document = new W.Document(new W.Body(
                    new W.Paragraph(new W.Run(new W.Text("I led "), new W.Text("the team")))));
                document.AddExtendedFilePropertiesPart().Properties = new(new DocumentFormat.OpenXml.ExtendedProperties.Pages("3"));
            }

            var draft = Read(memory.ToArray());
            Assert.Equal(("I led the team", 3), (draft.Text, draft.Extraction.Pages));
            Assert.Equal(DraftFormat.Word, draft.File.Format);
        }
    }

    [Fact]
    public void An_encrypted_document_is_answered_with_how_to_open_it()
    {
        byte[] bytes =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[80]];
        Assert.True(WordReader.IsEncrypted(bytes));
        var fault = Refused(bytes);
        Assert.Equal(WordFaults.Protected, fault.Code);
        Assert.Contains("password", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_Word_document_is_refused_by_what_it_is()
    {
        Assert.Equal(WordFaults.NotWord, Refused([]).Code);
        Assert.Equal(WordFaults.NotWord, Refused("%PDF-1.7"u8.ToArray()).Code);
        Assert.Equal(WordFaults.NotWord, new WordFile { MainTarget = "x.xml" }.Raw("x.xml", "<html/>").Refused().Code);
        Assert.Contains("workbook", new WordFile { MainEntry = "xl/workbook.xml", MainTarget = "xl/workbook.xml" }
            .Refused().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>", "pictures")]
    [InlineData("<w:altChunk r:id=\"c\"/>", "another format")]
    public void A_document_without_text_is_refused_and_not_scored(string body, string reason)
    {
        var fault = new WordFile().Body(body).Refused();
        Assert.Equal(WordFaults.NoText, fault.Code);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
