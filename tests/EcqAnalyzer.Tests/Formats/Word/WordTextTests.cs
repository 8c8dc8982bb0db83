using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

public sealed class WordTextTests
{
    [Fact]
    public void A_paragraph_is_a_block_and_an_empty_one_is_none()
    {
        var draft = ReadBody(P("I led the team.") + "<w:p/>" + P(" ") + P("We saved $2 million."));
        Assert.Equal("I led the team.\nWe saved $2 million.", draft.Text);
        Assert.Equal(2, draft.Blocks.Length);
    }

    [Fact]
    public void Runs_of_one_paragraph_stay_together_and_tabs_and_breaks_part_words() => Assert.Equal(
        "July 2020\tPresent\nChief",
        ReadBody("<w:p>" + R("Ju") + R("ly 2020") + "<w:r><w:tab/><w:t>Present</w:t><w:br/></w:r>" + R("Chief") + "</w:p>").Text);

    [Fact]
    public void Lines_broken_by_hand_are_blocks_and_those_with_bullets_items()
    {
        var draft = ReadBody(Lines("Deputy Director", "Office of Grants, 2019 – Present", "• Rebuilt the ledger", "- Cut the wait by half", "Boise, Idaho"));

        Assert.Equal(
            [
                (BlockKind.Paragraph, "Deputy Director"), (BlockKind.Paragraph, "Office of Grants, 2019 – Present"),
                (BlockKind.ListItem, "Rebuilt the ledger"), (BlockKind.ListItem, "Cut the wait by half"), (BlockKind.Paragraph, "Boise, Idaho"),
            ],
            draft.Blocks.Select(block => (block.Kind, block.Span.Of(draft.Text).ToString())));
        var at = draft.Text.IndexOf("Cut", StringComparison.Ordinal);
        Assert.Equal((6, 2), draft.Source.Over(new TextSpan(at, at + 3)).Single().Anchor is WordAnchor anchor ? (anchor.Run, anchor.Offset) : default);
    }

    [Theory]
    [InlineData("Rebuilt the ledger of the", "office and cut the wait.")]
    [InlineData("I rebuilt the ledger of the whole office with nine of", "Baker County's clerks, and then I moved the files to a", "Boise warehouse, where all of the other records of the", "Board were, and so the wait for a copy fell by half.")]
    public void A_line_that_goes_on_with_the_one_before_stays_with_it(params string[] lines)
    {
        var draft = ReadBody(Lines(lines));
        Assert.Equal(string.Join('\n', lines), Assert.Single(draft.Blocks).Span.Of(draft.Text));
    }

    [Fact]
    public void A_heading_and_an_item_that_Word_makes_keep_their_lines()
    {
        Assert.Single(ReadBody("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + Inner("Work", "Experience") + "</w:p>").Blocks);
        Assert.Single(ReadBody("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + Inner("Built it", "Cost fell") + "</w:p>").Blocks);
    }

    private static string Lines(params string[] lines) => "<w:p>" + Inner(lines) + "</w:p>";

    private static string Inner(params string[] lines) => string.Join("<w:r><w:br/></w:r>", lines.Select(line => R(line)));

    [Theory]
    [InlineData("<w:noBreakHyphen/>", "co\u2011chair")]
    [InlineData("<w:softHyphen/>", "co\u00ADchair")]
    [InlineData("<w:t>\u00A0</w:t>", "co\u00A0chair")]
    [InlineData("<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>", "co•chair")]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>", "co✓chair")]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"00A7\"/>", "co▪chair")]
    [InlineData("<w:sym w:font=\"Segoe UI Symbol\" w:char=\"2610\"/>", "co☐chair")]
    [InlineData("<w:t>\uF0B7</w:t>", "co•chair")]
    [InlineData("<w:cr/>", "co\nchair")]
    [InlineData("<w:ptab w:alignment=\"right\"/>", "co\tchair")]
    public void A_sign_of_its_own_element_is_the_character_it_shows(string element, string expected) => Assert.Equal(
        expected, ReadBody($"<w:p><w:r><w:t>co</w:t>{element}<w:t>chair</w:t></w:r></w:p>").Text);

    [Fact]
    public void Line_ends_in_the_xml_are_spaces_on_the_page() =>
        Assert.Equal("led the team", ReadBody(P("led\nthe\r\nteam")).Text);

    [Fact]
    public void Control_characters_are_left_out_and_said()
    {
        var draft = ReadBody(P("led&#x1;&#xB; the team"));
        Assert.Equal("led the team", draft.Text);
        Assert.Equal(2, draft.Note("control-characters")!.Count);
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_it() =>
        Assert.Equal("a\uFFFDb \U0001F600 c", ReadBody(P("a&#xD83D;b \U0001F600 c")).Text);

    [Fact]
    public void Headings_are_found_by_outline_level_through_the_chain_of_styles()
    {
        var draft = new WordFile()
            .Part("styles", "styles", Style("a", "Section", "<w:outlineLvl w:val=\"1\"/>")
                + Style("b", "Section 2", "", basedOn: "a") + Style("c", "heading 3", "") + Style("berschrift1", "heading 1", "")
                + Style("t", "Title", "") + Style("toc", "TOC Heading", "<w:outlineLvl w:val=\"9\"/>", basedOn: "c"))
            .Body(Styled("b", "One") + Styled("c", "Two") + Styled("berschrift1", "Three") + Styled("t", "Four")
                + Styled("toc", "Five") + Styled("Heading2", "Six")
                + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Seven</w:t></w:r></w:p>")
            .Read();
        Assert.Equal(
            "Heading 2: One\nHeading 3: Two\nHeading 1: Three\nHeading 1: Four\nParagraph 0: Five\nHeading 2: Six\nHeading 1: Seven",
            draft.Outline());
    }

    [Fact]
    public void A_ring_of_styles_ends() =>
        Assert.Equal("Paragraph 0: One", new WordFile()
            .Part("styles", "styles", Style("a", "A", "", basedOn: "b") + Style("b", "B", "", basedOn: "a"))
            .Body(Styled("a", "One")).Read().Outline());

    [Fact]
    public void Hyperlinks_smart_tags_custom_xml_and_content_controls_are_looked_into() => Assert.Equal(
        "one two three four\nfive\nsix",
        ReadBody(
            "<w:p><w:hyperlink r:id=\"x\">" + R("one ") + "</w:hyperlink><w:smartTag w:element=\"x\"><w:smartTagPr/>" + R("two ")
            + "</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>" + R("three ") + "</w:sdtContent></w:sdt>"
            + "<w:customXml w:element=\"x\">" + R("four") + "</w:customXml></w:p>"
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + P("five") + "</w:sdtContent></w:sdt>"
            + "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>" + P("six") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>").Text);

    [Fact]
    public void Tables_are_read_row_by_row_inner_tables_in_their_cell()
    {
        var inner = "<w:tbl><w:tr><w:tc>" + P("inner") + "</w:tc></w:tr></w:tbl>";
        var draft = ReadBody(
            "<w:tbl><w:tr><w:tc>" + P("a") + P("b") + "</w:tc><w:tc>" + P("c") + "</w:tc></w:tr>"
            + "<w:tr><w:tc>" + P("d") + inner + "<w:p/></w:tc><w:tc>" + P("e") + "</w:tc></w:tr></w:tbl>" + P("f"));
        Assert.Equal(
            "TableCell 0: a\nTableCell 0: b\nTableCell 0: c\nTableCell 1: d\nTableCell 0: inner\nTableCell 1: e\nParagraph 0: f",
            draft.Outline());
        Assert.Equal(2, draft.Note("tables")!.Count);
    }

    [Fact]
    public void A_cell_that_a_merged_cell_covers_is_kept_apart()
    {
        var draft = ReadBody(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + P("seen") + "</w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + P("covered") + "</w:tc></w:tr></w:tbl>");
        Assert.Equal("seen", draft.Text);
        Assert.Equal(["covered"], draft.Note("hidden-text")!.Apart);
    }

    [Fact]
    public void Headings_and_list_items_in_cells_are_what_they_are()
    {
        var draft = ReadBody("<w:tbl><w:tr><w:tc>" + Styled("Heading1", "Experience")
            + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:r><w:t>Led</w:t></w:r></w:p>"
            + "</w:tc></w:tr></w:tbl>");
        Assert.Equal("Heading 1: Experience\nListItem 1: Led", draft.Outline());
    }

    [Fact]
    public void A_typed_bullet_in_a_cell_opens_an_item_and_a_mark_in_a_cell_does_not()
    {
        var draft = ReadBody("<w:tbl><w:tr><w:tc>" + P("• Led the team") + P("●●○ Spanish") + P("– 12") + P("•") + "</w:tc></w:tr></w:tbl>");
        Assert.Equal("ListItem 0: Led the team\nTableCell 0: ●●○ Spanish\nTableCell 0: – 12\nTableCell 0: •", draft.Outline());
    }

    [Fact]
    public void Equations_and_reading_aids_are_text()
    {
        var draft = ReadBody("<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
            + "</m:oMath><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r>"
            + "</w:rubyBase></w:ruby></w:r></w:p>");
        Assert.Equal("a/b漢(kan)", draft.Text);
    }

    [Fact]
    public void Pages_are_counted_by_the_breaks_that_Word_left()
    {
        const string rendered = "<w:lastRenderedPageBreak/>";
        var draft = ReadBody(
            P("one") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r>" + rendered + "<w:t>two</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p><w:p><w:r>" + rendered + "<w:t>three</w:t></w:r></w:p></w:tc>"
            + "<w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p><w:p><w:r>" + rendered + "<w:t>three</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + P("three"));
        Assert.Equal([1, 2, 2, 3, 2, 3, 3], draft.Blocks.Select(block => block.Page!.Value));
    }

    [Fact]
    public void Without_breaks_left_by_Word_no_page_is_claimed()
    {
        var draft = ReadBody(P("one"));
        Assert.Null(draft.Blocks[0].Page);
        Assert.Null(draft.Extraction.Pages);
    }

    [Fact]
    public void What_may_hold_more_text_is_counted()
    {
        var draft = ReadBody(P("text") + "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:object><v:imagedata/>"
            + "<o:OLEObject/></w:object></w:r></w:p><w:subDoc r:id=\"x\"/>");
        Assert.Equal(1, draft.Note("pictures")!.Count);
        Assert.Equal(1, draft.Note("embedded-objects")!.Count);
        Assert.Equal(1, draft.Note("linked-documents")!.Count);
    }

    internal static string Style(string id, string name, string paragraph, string? basedOn = null, string run = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
        + (basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")
        + $"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    internal static string Styled(string style, string text) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
}
