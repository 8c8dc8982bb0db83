using System.IO.Compression;
using System.Text;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats.Word.Comments;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word.Comments;

/// <summary>What is no comment stays as it was, byte for byte.</summary>
public sealed class CommentPackageTests
{
    private static readonly string[] Changed = ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"];

    [Fact]
    public void Every_other_part_is_copied_as_it_is_packed()
    {
        var picture = Enumerable.Range(0, 5000).Select(i => (byte)(i * i)).ToArray();
        var bytes = new WordFile { Level = CompressionLevel.NoCompression }.Body(P("I led the team."))
            .Raw("word/media/a.png", picture).Raw("custom/\u00e9t\u00e9.bin", [1, 2, 3]).ToBytes();

        var after = Commented.SetOn(bytes, "led");

        using var before = new ZipArchive(new MemoryStream(bytes));
        using var now = new ZipArchive(new MemoryStream(after));
        Assert.Equal(before.Entries.Select(entry => entry.FullName), now.Entries.Take(before.Entries.Count).Select(entry => entry.FullName));
        foreach (var entry in before.Entries.Where(entry => !Changed.Contains(entry.FullName)))
        {
            var copy = now.GetEntry(entry.FullName)!;
            Assert.Equal(
                (entry.Crc32, entry.CompressedLength, entry.Length, entry.LastWriteTime.DateTime),
                (copy.Crc32, copy.CompressedLength, copy.Length, copy.LastWriteTime.DateTime));
            Assert.Equal(Commented.Part(bytes, entry.FullName), Commented.Part(after, entry.FullName));
        }
    }

    [Fact]
    public void The_main_part_is_the_old_one_with_marks_between()
    {
        var bytes = new WordFile().Body("\r\n <w:p  w:rsidR='00A1' ><w:r><w:t>I led.</w:t></w:r ></w:p>\n<!-- kept --><w:sectPr/>").ToBytes();

        var after = Commented.Text(Commented.SetOn(bytes, "I led."));

        Assert.Equal(
            Commented.Text(bytes),
            after.Replace("<w:commentRangeStart w:id=\"0\"/>", "", StringComparison.Ordinal)
                .Replace("<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        var bytes = new WordFile().Body(P("I led the team.")).ToBytes();

        Assert.Equal(Commented.SetOn(bytes, "led"), Commented.SetOn(bytes, "led"));
    }

    [Fact]
    public void A_strict_document_gets_strict_comments()
    {
        var bytes = new WordFile(Strict).Body(P("I led the team.")).ToBytes();

        var after = Commented.SetOn(bytes, "led");

        Assert.Contains($"xmlns:w=\"{Strict}\"", Commented.Text(after, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments\"",
            Commented.Text(after, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
        Assert.Equal(Read(bytes).Text, Read(after).Text);
    }

    [Fact]
    public void Bytes_before_the_zip_and_sizes_told_behind_an_entry_do_no_harm()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(new PipeStream(memory), ZipArchiveMode.Create, leaveOpen: true))
        {
            using var from = new ZipArchive(new MemoryStream(new WordFile().Body(P("I led the team.")).ToBytes()));
            foreach (var entry in from.Entries)
            {
                using var stream = zip.CreateEntry(entry.FullName).Open();
                using var content = entry.Open();
                content.CopyTo(stream);
            }
        }

        byte[] bytes = [.. Encoding.ASCII.GetBytes("a mail gateway was here"), .. memory.ToArray()];

        Assert.Equal("led", Assert.Single(Commented.See(Commented.SetOn(bytes, "led"))).Words);
    }

    [Fact]
    public void A_zip_whose_directory_is_cut_off_is_refused_for_comments()
    {
        var bytes = new WordFile().Body(P("I led the team.")).ToBytes();

        Assert.Throws<InvalidDataException>(() => ZipCopy.Open(bytes.AsMemory(0, bytes.Length - 30)));
    }
}
