using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

public sealed class WordListTests
{
    [Fact]
    public void Numbers_that_Word_generates_are_read_and_have_no_source()
    {
        var draft = File(Level(0, "decimal", "%1."), Item(1, 0, "first") + Item(1, 0, "second"));
        Assert.Equal("ListItem 0: 1. first\nListItem 0: 2. second", draft.Outline());
        Assert.Empty(draft.Source.Over(new(0, 3)));
        Assert.Single(draft.Source.Over(new(3, 8)));
    }

    [Fact]
    public void Bullets_are_layout_and_only_the_kind_tells_them() =>
        Assert.Equal("ListItem 0: first\nListItem 2: deeper", File(
            Level(0, "bullet", "\uF0B7") + Level(2, "bullet", "o"), Item(1, 0, "first") + Item(1, 2, "deeper")).Outline());

    [Fact]
    public void Inner_levels_begin_anew_and_may_show_the_outer_number() =>
        Assert.Equal("1. a\n1.1 b\n1.2 c\n2. d\n2.1 e", File(
            Level(0, "decimal", "%1.") + Level(1, "decimal", "%1.%2"),
            Item(1, 0, "a") + Item(1, 1, "b") + Item(1, 1, "c") + Item(1, 0, "d") + Item(1, 1, "e")).Text);

    [Fact]
    public void Lists_count_on_after_other_text_unless_their_numbering_says_otherwise() =>
        Assert.Equal("1. a\ntext\n2. b\n5. c\n6. d", File(
            Level(0, "decimal", "%1."),
            Item(1, 0, "a") + P("text") + Item(1, 0, "b") + Item(2, 0, "c") + Item(2, 0, "d"),
            "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>").Text);

    [Theory]
    [InlineData("upperRoman", 4, "IV")]
    [InlineData("lowerRoman", 1999, "mcmxcix")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("upperLetter", 26, "Z")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("upperRoman", 4000, "4000")]
    [InlineData("lowerLetter", 0, "0")]
    [InlineData("aFormatOfTomorrow", 3, "3")]
    public void A_number_is_written_as_its_format_says(string format, int start, string expected) =>
        Assert.Equal($"({expected}) x", File(Level(0, format, "(%1)", start), Item(1, 0, "x")).Text);

    [Fact]
    public void A_style_brings_its_list_and_level_along()
    {
        var draft = new WordFile()
            .Part("styles", "styles", WordTextTests.Style("l2", "List Number 2", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"))
            .Part("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "decimal", "%1.")
                + Level(1, "lowerLetter", "%2)", style: "l2") + "</w:abstractNum>" + Number(1))
            .Body(WordTextTests.Styled("l2", "x")).Read();
        Assert.Equal("ListItem 1: a) x", draft.Outline());
    }

    [Fact]
    public void A_list_that_only_names_a_list_style_is_found_behind_it()
    {
        var draft = new WordFile()
            .Part("styles", "styles", "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:name w:val=\"S\"/><w:pPr><w:numPr>"
                + "<w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>")
            .Part("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"S\"/>" + Level(0, "upperLetter", "%1.") + "</w:abstractNum>"
                + Number(1) + "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/></w:num>")
            .Body(Item(1, 0, "x")).Read();
        Assert.Equal("A. x", draft.Text);
    }

    [Fact]
    public void Number_zero_takes_a_paragraph_out_of_the_list_of_its_style() => Assert.Equal("Paragraph 0: x", new WordFile()
        .Part("styles", "styles", WordTextTests.Style("l", "List Number", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"))
        .Body("<w:p><w:pPr><w:pStyle w:val=\"l\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")
        .Read().Outline());

    [Fact]
    public void Typed_bullets_are_layout_and_typed_numbers_are_text()
    {
        var draft = ReadBody("<w:p>" + R("•") + "<w:r><w:tab/></w:r>" + R("Led the team") + "</w:p>" + P(" - cut costs") + P("2) hired")
            + P("-") + P("well-known") + "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>" + R(" won") + "</w:p>");
        Assert.Equal(
            "ListItem 0: Led the team\nListItem 0: cut costs\nListItem 0: 2) hired\nParagraph 0: -\nParagraph 0: well-known\nListItem 0: won",
            draft.Outline());
    }

    [Fact]
    public void An_item_without_text_still_shows_its_number() => Assert.Equal("1.\n2. x", File(
        Level(0, "decimal", "%1."),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>" + Item(1, 0, "x")).Text);

    private static EcqAnalyzer.Model.Draft File(string levels, string body, string override2 = "") => new WordFile()
        .Part("numbering", "numbering", $"<w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>{Number(1)}"
            + $"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>{override2}</w:num>")
        .Body(body).Read();

    private static string Number(int id) => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"0\"/></w:num>";

    private static string Level(int level, string format, string text, int start = 1, string? style = null) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>"
        + (style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>") + $"<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Item(int number, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>"
        + $"<w:r><w:t>{text}</w:t></w:r></w:p>";
}
