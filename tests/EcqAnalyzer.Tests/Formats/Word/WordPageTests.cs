using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>How pages are set up, and in which fonts and sizes the words really stand.</summary>
public sealed class WordPageTests
{
    private const string Section = "<w:sectPr><w:pgSz w:w='12240' w:h='15840'/>"
        + "<w:pgMar w:top='1440' w:right='720' w:bottom='1440' w:left='1080' w:header='708' w:footer='708' w:gutter='0'/></w:sectPr>";

    [Fact]
    public void Page_and_margins_come_from_the_section()
    {
        var setup = Setup(WordFile.ReadBody(WordFile.P("I led.") + Section));

        Assert.Equal(new PageSize(612, 792), setup.Size);
        Assert.Equal(new Margins(54, 72, 36, 72), setup.Margins);
    }

    [Fact]
    public void Of_several_sections_the_narrowest_margin_of_each_side_counts()
    {
        var wide = $"<w:p><w:pPr>{Section.Replace("'720'", "'1440'").Replace("'1080'", "'360'")}</w:pPr><w:r><w:t>One.</w:t></w:r></w:p>";

        Assert.Equal(new Margins(18, 72, 36, 72), Setup(WordFile.ReadBody(wide + WordFile.P("Two.") + Section)).Margins);
    }

    [Fact]
    public void Margins_of_a_tracked_change_are_not_those_of_the_page()
    {
        var changed = Section.Replace("</w:sectPr>", $"<w:sectPrChange w:id='1' w:author='a'>{Section.Replace("'720'", "'100'")}</w:sectPrChange></w:sectPr>");

        Assert.Equal(36, Setup(WordFile.ReadBody(WordFile.P("I led.") + changed)).Margins!.Right);
    }

    [Fact]
    public void A_strict_file_writes_lengths_with_their_unit()
    {
        var section = Section.Replace("'720'", "'0.5in'").Replace("w:left='1080'", "w:left='19.05mm'");

        Assert.Equal(new Margins(54, 72, 36, 72), Setup(WordFile.ReadBody(WordFile.P("I led.") + section)).Margins);
    }

    [Fact]
    public void Without_a_word_on_it_text_stands_in_what_Word_takes() =>
        Assert.Equal([new FontUse("Times New Roman", 10, 5)], Setup(WordFile.ReadBody(WordFile.P("I led."))).Fonts);

    [Fact]
    public void Fonts_come_from_the_run_then_its_style_then_the_paragraph_then_the_document()
    {
        var styles =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Cambria'/><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:rPr><w:sz w:val='24'/></w:rPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='Body'><w:basedOn w:val='Normal'/><w:rPr><w:rFonts w:ascii='Georgia'/></w:rPr></w:style>"
            + "<w:style w:type='character' w:styleId='Small'><w:rPr><w:sz w:val='18'/></w:rPr></w:style>";
        var body = WordFile.P("aaaa") + "<w:p><w:pPr><w:pStyle w:val='Body'/></w:pPr>" + WordFile.R("bbb")
            + WordFile.R("cc", "<w:rStyle w:val='Small'/>") + WordFile.R("d", "<w:rFonts w:ascii='Arial'/><w:sz w:val='19'/>") + "</w:p>";

        Assert.Equal(
            [new FontUse("Cambria", 12, 4), new FontUse("Georgia", 12, 3), new FontUse("Georgia", 9, 2), new FontUse("Arial", 9.5, 1)],
            Setup(new WordFile().Part("styles", "styles", styles).Body(body).Read()).Fonts);
    }

    [Fact]
    public void A_font_may_be_left_to_the_theme()
    {
        var styles =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:ascii='Old'/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type='paragraph' w:styleId='Head'><w:rPr><w:rFonts w:asciiTheme='majorHAnsi'/></w:rPr></w:style>";
        var theme = "<a:fontScheme><a:majorFont><a:latin typeface='Aptos Display'/></a:majorFont>"
            + "<a:minorFont><a:latin typeface='Aptos'/></a:minorFont></a:fontScheme>";
        var body = WordFile.P("aaaa") + "<w:p><w:pPr><w:pStyle w:val='Head'/></w:pPr>" + WordFile.R("bbb") + "</w:p>";
        var file = new WordFile().Part("styles", "styles", styles).Part("theme", "theme", theme).Body(body);

        Assert.Equal(["Aptos", "Aptos Display"], Setup(file.Read()).Fonts.Select(font => font.Name));
    }

    [Fact]
    public void A_ring_of_styles_ends()
    {
        var styles = "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>";
        var body = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr>" + WordFile.R("bbb") + "</w:p>";

        Assert.Equal("Times New Roman", Setup(new WordFile().Part("styles", "styles", styles).Body(body).Read()).Fonts[0].Name);
    }

    [Fact]
    public void Deleted_and_hidden_words_stand_in_no_font()
    {
        var body = "<w:p><w:del w:id='1' w:author='a'><w:r><w:delText>gone</w:delText></w:r></w:del>"
            + WordFile.R("hidden", "<w:vanish/>") + WordFile.R("seen") + "</w:p>";

        Assert.Equal(4, Assert.Single(Setup(WordFile.ReadBody(body)).Fonts).Characters);
    }

    [Fact]
    public void A_picture_in_the_header_counts()
    {
        var header = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>";
        var section = "<w:sectPr><w:headerReference w:type='default' r:id='h1'/></w:sectPr>";

        Assert.Equal(1, new WordFile().Part("header", "hdr", header, "h1").Body(WordFile.P("I led.") + section).Read().Extraction.Pictures);
    }

    private static PageSetup Setup(Draft draft) => draft.Extraction.Setup!;
}
