using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>What stands beside the body: boxes, notes, comments, headers, embedded documents.</summary>
public sealed class WordApartTests
{
    private static readonly string Box = "<w:txbxContent>" + P("in the box") + "</w:txbxContent>";

    [Fact]
    public void A_text_box_that_is_stored_twice_is_read_once_after_its_paragraph()
    {
        var draft = ReadBody("<w:p>" + R("before ") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + Box
            + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + Box + "</v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>" + R("after") + "</w:p>" + P("next"));
        Assert.Equal("Paragraph 0: before after\nBox 0: in the box\nParagraph 0: next", draft.Outline());
        Assert.Equal(1, draft.Note("text-boxes")!.Count);
    }

    [Fact]
    public void A_text_box_of_the_old_kind_is_read() => Assert.Equal(
        "host\nin the box",
        ReadBody("<w:p><w:r><w:pict><v:shape><v:textbox>" + Box + "</v:textbox></v:shape></w:pict></w:r>" + R("host") + "</w:p>").Text);

    [Fact]
    public void Text_along_a_line_is_a_box() => Assert.Equal(
        "Paragraph 0: host\nBox 0: Team of the year",
        ReadBody("<w:p><w:r><w:pict><v:shape><v:textpath string=\"Team of the year\"/></v:shape></w:pict></w:r>" + R("host") + "</w:p>").Outline());

    [Fact]
    public void Of_alternatives_that_are_not_understood_the_fallback_is_read() => Assert.Equal(
        "I led \U0001F600",
        ReadBody("<w:p>" + R("I led ") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx w16se:char=\"1F600\"/>"
            + "</mc:Choice><mc:Fallback><w:t>\U0001F600</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>").Text);

    [Fact]
    public void Notes_stand_after_the_body_in_the_order_of_their_marks()
    {
        var draft = new WordFile()
            .Part("footnotes", "footnotes", Note("footnote", "-1", "line", "separator") + Note("footnote", "1", "first")
                + Note("footnote", "2", "second") + Note("footnote", "3", "orphan"))
            .Part("endnotes", "endnotes", Note("endnote", "1", "last"))
            .Body("<w:p><w:r><w:t>a</w:t><w:endnoteReference w:id=\"1\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:p><w:r><w:t>b</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
            .Read();
        Assert.Equal("Paragraph 0: a\nParagraph 0: b\nNote 0: 1. second\nNote 0: 2. first\nNote 0: i. last", draft.Outline());
        Assert.Contains(draft.Source.Runs, run => run.Anchor is WordAnchor { Part: "word/endnotes.xml" });
    }

    [Fact]
    public void A_note_whose_mark_is_deleted_is_not_read() => Assert.Equal("a", new WordFile()
        .Part("footnotes", "footnotes", Note("footnote", "1", "gone"))
        .Body("<w:p>" + R("a") + "<w:del><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:del></w:p>").Read().Text);

    [Fact]
    public void Comments_headers_and_footers_are_kept_apart()
    {
        var draft = new WordFile()
            .Part("comments", "comments", Note("comment", "0", "who is Bob?"))
            .Part("header", "hdr", P("Curriculum vitae"), "rH", "header1.xml")
            .Part("footer", "ftr", P("Page 1"), "rF", "footer1.xml")
            .Body(P("text") + "<w:sectPr><w:headerReference r:id=\"rH\"/><w:footerReference r:id=\"rF\"/></w:sectPr>")
            .Read();
        Assert.Equal("text", draft.Text);
        Assert.Equal(["who is Bob?"], draft.Note("comments")!.Apart);
        Assert.Equal(["Curriculum vitae"], draft.Note("headers")!.Apart);
        Assert.Equal(["Page 1"], draft.Note("footers")!.Apart);
    }

    [Fact]
    public void An_embedded_document_is_said_with_its_type()
    {
        var draft = new WordFile().Relationship("c", "aFChunk", "chunk.htm").Body(P("text") + "<w:altChunk r:id=\"c\"/>").Read();
        var note = draft.Note("embedded-documents")!;
        Assert.Equal(ExtractionGrade.Doubtful, note.Grade);
        Assert.Contains("(htm)", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_diagram_is_a_box()
    {
        var draft = new WordFile()
            .Relationship("d", "diagramData", "diagrams/data1.xml")
            .Raw("word/diagrams/data1.xml", new WordFile().Root("x", "<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt>"))
            .Body("<w:p><w:r><w:t>host</w:t><w:drawing><dgm:relIds r:dm=\"d\"/></w:drawing></w:r></w:p>" + P("next")).Read();
        Assert.Equal("Paragraph 0: host\nBox 0: Plan\nParagraph 0: next", draft.Outline());
    }

    private static string Note(string element, string id, string text, string? type = null) =>
        $"<w:{element} w:id=\"{id}\"" + (type is null ? "" : $" w:type=\"{type}\"") + $">{P(text)}</w:{element}>";
}
