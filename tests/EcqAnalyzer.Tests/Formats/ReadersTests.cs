using System.IO.Compression;
using System.Text;
using CsCheck;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats;

public sealed class ReadersTests
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    [Theory]
    [InlineData(WordMain, "word/document.xml")]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "word/document2.xml")]
    [InlineData("APPLICATION/vnd.OpenXMLformats-officedocument.wordprocessingML.document.main+xml", "other/main.xml")]
    [InlineData("application/xml", "word/document.xml")]
    public void A_zip_whose_main_part_is_Word_is_a_Word_document(string contentType, string part) =>
        Assert.Equal(DraftFormat.Word, Recognize(Package(contentType, part), "draft.docx").File.Format);

    [Fact]
    public void The_strict_form_of_a_Word_document_is_one_too()
    {
        var bytes = Zip(
            ("_rels/.rels", Relationships("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "/word/document.xml")),
            ("[Content_Types].xml", ContentTypes(WordMain, "word/document.xml")),
            ("word/document.xml", "<document/>"));

        Assert.Equal(DraftFormat.Word, Recognize(bytes, "draft.docx").File.Format);
    }

    [Fact]
    public void Missing_content_types_are_no_reason_to_refuse() =>
        Assert.Equal(
            DraftFormat.Word,
            Recognize(Zip(("_rels/.rels", Relationships(OfficeDocument, "word/document.xml")), ("word/document.xml", "<a/>")), "d.docx").File.Format);

    [Fact]
    public void A_Word_file_cut_off_goes_to_the_reader_that_can_say_more()
    {
        var whole = Package(WordMain, "word/document.xml");

        Assert.Equal(DraftFormat.Word, Recognize(whole.AsSpan(0, whole.Length - 30), "draft.docx").File.Format);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\nendobj\nstartxref\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\nendobj\n")]
    public void The_mark_of_a_PDF_counts_within_the_first_1024_bytes(string text) =>
        Assert.Equal(DraftFormat.Pdf, Recognize(Encoding.ASCII.GetBytes(text), "draft.pdf").File.Format);

    [Theory]
    [InlineData("  \n\t\n", "draft.txt")]
    [InlineData("\uFEFF \u200B\u00A0\r\n", "draft.md")]
    public void White_space_alone_is_refused_as_nothing_is(string text, string name)
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => Recognize(Encoding.UTF8.GetBytes(text), name));
        var empty = Assert.Throws<UnreadableDraftException>(() => Recognize([], name));

        Assert.Contains("white space alone", fault.Diagnostic.Message);
        Assert.Equal(empty.Diagnostic.Code, fault.Diagnostic.Code);
    }

    [Fact]
    public void A_text_about_PDF_is_text() =>
        Assert.Equal(DraftFormat.Text, Recognize("A file of that format begins with %PDF- and a number."u8, "draft.txt").File.Format);

    [Theory]
    [InlineData("draft.md", DraftFormat.Markdown)]
    [InlineData("DRAFT.MARKDOWN", DraftFormat.Markdown)]
    [InlineData("draft.txt", DraftFormat.Text)]
    [InlineData("draft", DraftFormat.Text)]
    [InlineData("stdin", DraftFormat.Text)]
    public void Among_texts_the_extension_tells_Markdown(string name, DraftFormat format)
    {
        var draft = Recognize("I led the team."u8, name);

        Assert.Equal(format, draft.File.Format);
        Assert.Empty(draft.Extraction.Notes);
    }

    [Theory]
    [InlineData("draft.pdf")]
    [InlineData("draft.txt")]
    [InlineData("draft.doc")]
    [InlineData("draft.PAGES")]
    public void A_wrong_extension_is_read_for_what_it_is_and_said(string name)
    {
        var draft = Recognize(Package(WordMain, "word/document.xml"), name);

        Assert.Equal(DraftFormat.Word, draft.File.Format);
        var note = Assert.Single(draft.Extraction.Notes);
        Assert.Equal("wrong-extension", note.What);
        Assert.Contains($"ends in {Path.GetExtension(name)}", note.Message);
        Assert.Contains("a Word document", note.Message);
    }

    [Fact]
    public void Text_with_the_extension_of_Word_is_read_as_text() =>
        Assert.Equal("wrong-extension", Assert.Single(Recognize("I led."u8, "draft.docx").Extraction.Notes).What);

    public static TheoryData<string, byte[], string, string> NoDrafts() => new()
    {
        { "draft.doc", Compound("Root Entry", "WordDocument"), "old format (.doc)", "save it as a Word document (.docx)" },
        { "draft.docx", Compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "password", "take the password off" },
        { "draft.xls", Compound("Root Entry", "Workbook"), ".xls", "Word document (.docx)" },
        { "draft.rtf", [.. "{\\rtf1\\ansi I led.}"u8], "RTF", "save it as a Word document (.docx)" },
        { "draft.docx", [.. "\n{\\rtf1\\ansi I led.}"u8], "RTF", "save it as a Word document (.docx)" },
        { "draft.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")), "OpenDocument", "save it as a Word document (.docx)" },
        { "draft.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "OpenDocument", "Word document" },
        { "draft.fodt", [.. "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"u8], "OpenDocument", ".docx" },
        { "draft.pages", Zip(("Index/Document.iwa", "x"), ("Metadata/Properties.plist", "x")), "Pages", "export" },
        { "draft.pages", Zip(("index.xml", "x")), "Pages", "export" },
        { "draft.xlsx", Package("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml"), "Excel", "Word document" },
        { "draft.pptx", Package("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml"), "PowerPoint", "Word document" },
        { "drafts.zip", Zip(("draft.docx", "x"), ("other.txt", "x")), "zip archive", "unpack" },
        { "broken.zip", [.. "PK\x03\x04"u8, 1, 2, 3], "damaged zip", "save it anew" },
        { "draft.html", [.. "<!DOCTYPE html>\n<html><body>I led.</body></html>"u8], "HTML", "print it to PDF" },
        { "draft.xml", [.. "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package/>"u8], "saved as XML", ".docx" },
        { "draft.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0], "picture", "Word document or PDF" },
        { "draft.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "picture", "Word document or PDF" },
        { "draft.gz", [0x1F, 0x8B, 8, 0, 0], "gzip", "take the draft out" },
        { "draft.exe", [.. "MZ"u8, 0x90, 0, 3, 0], "program", "Word document, PDF or text" },
        { "draft.ps", [.. "%!PS-Adobe-3.0\n"u8], "PostScript", "PDF" },
        { "draft.bin", [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2], "not text", "Word document (.docx), PDF or text" },
        { "draft.txt", [], "empty", "saved" },
    };

    [Theory]
    [MemberData(nameof(NoDrafts))]
    public void What_is_no_draft_is_answered_with_what_it_is_and_how_to_convert_it(string name, byte[] bytes, string what, string advice)
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => Recognize(bytes, name));

        Assert.Contains(what, fault.Message);
        Assert.Contains(advice, fault.Message);
        Assert.Equal(name, fault.Diagnostic.File);
        Assert.InRange(int.Parse(fault.Diagnostic.Code["ECQ".Length..]), 200, 219);
        Assert.DoesNotContain('\n', fault.Diagnostic.ToString());
    }

    [Fact]
    public void Whatever_a_reader_throws_is_the_fault_of_the_file()
    {
        var readers = new Readers([new FailingReader()]);

        var fault = Assert.Throws<UnreadableDraftException>(() => readers.Read(new DraftSource("d.txt", "I led."u8.ToArray()), default));

        Assert.Equal("ECQ219", fault.Diagnostic.Code);
        Assert.IsType<KeyNotFoundException>(fault.InnerException);
    }

    [Fact]
    public void The_program_uses_every_reader_that_there_is()
    {
        var written = typeof(IDraftReader).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDraftReader)))
            .Select(type => ((IDraftReader)Activator.CreateInstance(type)!).Format);

        Assert.Equal(written.Order(), DraftContract.AllReaders().Formats.Order());
    }

    [Theory]
    [MemberData(nameof(SharedFiles))]
    [Trait("Speed", "Slow")] // Hundreds of real and malformed files, each PDF in a process of its own.
    public void Every_real_file_keeps_the_contract_or_is_refused_in_one_line(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("documents", folder)).Order(StringComparer.Ordinal))
        {
            try
            {
                DraftContract.Holds(DraftContract.AllReaders().Read(DraftSource.Load(file), CancellationToken.None));
            }
            catch (UnreadableDraftException fault)
            {
                Assert.DoesNotContain('\n', fault.Diagnostic.ToString());
                Assert.True(fault.Diagnostic.Code != "ECQ219", $"{Path.GetFileName(file)}: {fault.InnerException}");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Assert.Fail($"{Path.GetFileName(file)}: {failure}");
            }
        }
    }

    public static TheoryData<string> SharedFiles() => ["docx", "pdf"];

    [Fact]
    public void Random_bytes_give_a_draft_or_one_line()
    {
        byte[][] starts = [[], [.. "PK\x03\x04"u8], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE], [0xFE, 0xFF],
            [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [.. "<?xml "u8], [.. "{\\rtf"u8], [.. "---\n"u8], Package(WordMain, "word/document.xml")];
        var names = Gen.OneOf("a.txt", "a.md", "a.docx", "a");
        Gen.Select(Gen.OneOf(starts), Gen.Byte.Array[0, 400], names).Sample((start, rest, name) =>
        {
            try
            {
                DraftContract.Holds(Recognize([.. start, .. rest], name));
            }
            catch (UnreadableDraftException)
            {
            }
        });
    }

    private static Draft Recognize(ReadOnlySpan<byte> bytes, string name) =>
        new Readers([new PlainTextReader(), new MarkdownReader(), new NamedReader(DraftFormat.Word), new NamedReader(DraftFormat.Pdf)])
            .Read(new DraftSource(name, bytes.ToArray()), CancellationToken.None);

    private static byte[] Package(string contentType, string part) => Zip(
        ("[Content_Types].xml", ContentTypes(contentType, part)),
        ("_rels/.rels", Relationships(OfficeDocument, part)),
        (part, "<a/>"));

    private static string Relationships(string type, string target) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='{type}' Target='{target}'/></Relationships>";

    private static string ContentTypes(string type, string part) =>
        $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/><Override PartName='/{part}' ContentType='{type}'/></Types>";

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>As much of a compound file as tells its kind: signature, and a directory with these entries.</summary>
    private static byte[] Compound(params string[] entries)
    {
        var bytes = new byte[512 + (128 * entries.Length)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        for (var i = 0; i < entries.Length; i++)
        {
            Encoding.Unicode.GetBytes(entries[i]).CopyTo(bytes, 512 + (128 * i));
        }

        return bytes;
    }

    /// <summary>Stands for the readers that this class does not test.</summary>
    private sealed class NamedReader(DraftFormat format) : IDraftReader
    {
        public DraftFormat Format => format;

        public Draft Read(DraftSource source, CancellationToken cancellation)
        {
            var builder = new DraftBuilder();
            builder.BeginBlock(BlockKind.Paragraph);
            builder.Append("…", anchor: null);
            builder.EndBlock();
            return builder.Build(source, format, null);
        }
    }

    private sealed class FailingReader : IDraftReader
    {
        public DraftFormat Format => DraftFormat.Text;

        public Draft Read(DraftSource source, CancellationToken cancellation) => throw new KeyNotFoundException();
    }
}
