using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

public sealed class WordRevisionTests
{
    [Fact]
    public void Tracked_changes_give_the_final_text_and_are_counted()
    {
        var draft = ReadBody("<w:p>" + R("I ") + "<w:del>" + Deleted("managed") + "</w:del><w:ins>" + R("led") + "<w:del>"
            + Deleted("xyz") + "</w:del></w:ins><w:moveFrom>" + R(" gone") + "</w:moveFrom><w:moveTo>" + R(" the team") + "</w:moveTo></w:p>");
        Assert.Equal("I led the team", draft.Text);
        Assert.Equal(1, draft.Note("tracked-insertions")!.Count);
        Assert.Equal(2, draft.Note("tracked-deletions")!.Count);
        Assert.Equal(1, draft.Note("tracked-moves")!.Count);
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var draft = ReadBody("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del/></w:rPr></w:pPr>" + R("I led ") + "</w:p>"
            + P("the team.") + P("Next."));
        Assert.Equal("Paragraph 0: I led the team.\nParagraph 0: Next.", draft.Outline());
    }

    [Fact]
    public void A_deleted_mark_at_the_end_of_a_cell_joins_nothing() => Assert.Equal(
        "one\ntwo",
        ReadBody("<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + R("one") + "</w:p></w:tc><w:tc>"
            + P("two") + "</w:tc></w:tr></w:tbl>").Text);

    [Fact]
    public void Deleted_rows_and_cells_are_left_out_and_inserted_ones_read()
    {
        var draft = ReadBody("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + P("deleted row") + "</w:tc></w:tr>"
            + "<w:tr><w:trPr><w:ins/></w:trPr><w:tc>" + P("new row") + "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>"
            + P("deleted cell") + "</w:tc></w:tr></w:tbl>");
        Assert.Equal("new row", draft.Text);
        Assert.Equal(2, draft.Note("tracked-deletions")!.Count);
        Assert.Equal(1, draft.Note("tracked-insertions")!.Count);
    }

    [Fact]
    public void Former_properties_do_not_count() => Assert.Equal(
        "Paragraph 0: seen",
        ReadBody("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange>"
            + "<w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>seen</w:t></w:r></w:p>").Outline());

    [Fact]
    public void Hidden_text_is_kept_apart_with_its_words()
    {
        var draft = ReadBody("<w:p>" + R("I led ") + R("(ask Bob) ", "<w:vanish/>") + R("the team", "<w:vanish w:val=\"0\"/><w:webHidden/>") + "</w:p>");
        Assert.Equal("I led the team", draft.Text);
        var note = draft.Note("hidden-text")!;
        Assert.Equal((ExtractionGrade.Apart, 1), (note.Grade, note.Count));
        Assert.Equal(["(ask Bob) "], note.Apart);
    }

    [Fact]
    public void Styles_hide_text_and_two_that_do_cancel_out()
    {
        var draft = new WordFile()
            .Part("styles", "styles", WordTextTests.Style("h", "Hint", "", run: "<w:vanish/>")
                + "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"C\"/><w:rPr><w:vanish/></w:rPr></w:style>")
            .Body(WordTextTests.Styled("h", "hidden") + "<w:p>" + R("also hidden", "<w:rStyle w:val=\"c\"/>") + "</w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>" + R("seen", "<w:rStyle w:val=\"c\"/>") + "</w:p>")
            .Read();
        Assert.Equal("seen", draft.Text);
        Assert.Equal(["hidden", "also hidden"], draft.Note("hidden-text")!.Apart);
    }

    private static string Deleted(string text) => $"<w:r><w:delText>{text}</w:delText></w:r>";
}
