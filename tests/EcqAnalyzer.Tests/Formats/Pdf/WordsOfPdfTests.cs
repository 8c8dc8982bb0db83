using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>From drawn letters to words.</summary>
public sealed class WordsOfPdfTests
{
    [Fact]
    public void Gaps_without_a_drawn_space_part_words()
    {
        // 190 thousandths of the letter size, as web editors draw them.
        var draft = new TestPdf().Page("BT /F1 10 Tf 72 700 Td [(I)-190(led)-190(a)-190(team)] TJ ET").Read();
        Assert.Equal("I led a team", draft.Text);
    }

    [Fact]
    public void Kerning_parts_no_word()
    {
        var draft = new TestPdf().Page("BT /F1 10 Tf 72 700 Td [(Lea)60(d)-70(ersh)40(ip)] TJ ET").Read();
        Assert.Equal("Leadership", draft.Text);
    }

    [Fact]
    public void Letters_set_wide_stay_words()
    {
        var draft = new TestPdf().Page("BT /F1 10 Tf 3 Tc 72 700 Td (LEADING PEOPLE) Tj ET").Read();
        Assert.Equal("LEADING PEOPLE", draft.Text);
    }

    [Fact]
    public void Short_words_set_wide_share_the_spacing_of_their_line()
    {
        var draft = new TestPdf().Page("BT /F1 10 Tf 2 Tc 72 700 Td (up to 8 (a) awards) Tj ET").Read();
        Assert.Equal("up to 8 (a) awards", draft.Text);
    }

    [Fact]
    public void Letters_drawn_twice_for_bold_count_once()
    {
        var draft = new TestPdf().Page(Text(72, 700, "Rebuilt") + Text(72.3, 700, "Rebuilt")).Read();
        Assert.Equal("Rebuilt", draft.Text);
    }

    [Fact]
    public void Words_drawn_in_any_order_stand_in_that_of_the_line()
    {
        var draft = new TestPdf().Page(Text(120, 700, "team.") + Text(72, 700, "I led") + Text(108, 700, "a")).Read();
        Assert.Equal("I led a team.", draft.Text);
    }

    [Fact]
    public void Ligatures_become_letters_that_all_have_a_place()
    {
        var draft = WithMap("<01> <FB03>", "BT /M 10 Tf 72 700 Td (O\\001ce) Tj ET").Read();
        Assert.Equal("Office", draft.Text);
    }

    [Fact]
    public void An_accent_drawn_on_its_own_joins_its_letter()
    {
        var draft = WithMap("<01> <00B4>", "BT /M 10 Tf 72 700 Td [(r\\001)600(esum\\001)600(e)] TJ ET").Read();
        Assert.Equal("résumé", draft.Text);
    }

    [Fact]
    public void Every_word_has_its_box_on_the_page()
    {
        var draft = new TestPdf().Page(Text(72, 700, "Led teams")).Read();
        var places = draft.Source.Runs.Select(run => (PageAnchor)run.Anchor).ToArray();
        Assert.Equal(2, places.Length);
        Assert.Equal((1, 72.0, 90.0), (places[0].Page, places[0].Left, places[0].Right));
        Assert.Equal(96.0, places[1].Left);
        Assert.InRange(92.0, places[0].Top, places[0].Bottom);
    }

    /// <summary>Codes 1 to 6 are the Hebrew letters shin, lamed, vav, final mem, resh and bet.</summary>
    private const string Hebrew = "<01> <05E9> <02> <05DC> <03> <05D5> <04> <05DD> <05> <05E8> <06> <05D1>";

    [Theory]
    [InlineData("BT /M 10 Tf 72 700 Td <0403020120060501> Tj ET")]
    [InlineData("BT /M 10 Tf 114 700 Td <01> Tj ET BT /M 10 Tf 108 700 Td <05> Tj ET BT /M 10 Tf 102 700 Td <06> Tj ET "
        + "BT /M 10 Tf 90 700 Td <01> Tj ET BT /M 10 Tf 84 700 Td <02> Tj ET BT /M 10 Tf 78 700 Td <03> Tj ET "
        + "BT /M 10 Tf 72 700 Td <04> Tj ET")]
    public void Letters_from_right_to_left_are_read_in_their_order_whichever_way_they_were_drawn(string drawing)
    {
        var draft = WithMap(Hebrew, drawing).Read();
        Assert.Equal(["\u05e9\u05e8\u05d1 \u05e9\u05dc\u05d5\u05dd"], Blocks(draft));
    }

    [Fact]
    public void Numbers_and_Latin_words_among_them_keep_their_order()
    {
        var draft = WithMap(
            Hebrew, "BT /M 10 Tf 72 700 Td <04030201> Tj ( 12.5 GS-15 ) Tj <04030201> Tj ET " + Text(72, 660, "I led 12 yards.")).Read();
        Assert.Equal(["\u05e9\u05dc\u05d5\u05dd 12.5 GS-15 \u05e9\u05dc\u05d5\u05dd", "I led 12 yards."], Blocks(draft));
    }

    /// <summary>A font M with a character map of its own, for codes below 32; other codes are ASCII.</summary>
    internal static TestPdf WithMap(string map, string drawing)
    {
        var pdf = new TestPdf();
        var stream = pdf.AddStream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            + "1 begincodespacerange <00> <FF> endcodespacerange\n"
            + $"{map.Count(letter => letter == '<') / 2} beginbfchar {map} endbfchar\n1 beginbfrange <20> <7E> <0020> endbfrange\nendcmap end end");
        pdf.Fonts = $"/M << /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 0 /LastChar 255 /Widths [{Widths()}] "
            + $"/FontDescriptor << /Type /FontDescriptor /FontName /Courier /Flags 32 /MissingWidth 600 >> /ToUnicode {stream} 0 R >>";
        return pdf.Page(drawing);
    }

    private static string Widths() => string.Join(' ', Enumerable.Repeat("600", 256));
}
