using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>How pages are set up, as far as what is drawn on them tells.</summary>
public sealed class PagesOfPdfTests
{
    [Fact]
    public void Margins_are_what_the_text_leaves_free()
    {
        var setup = new TestPdf().Page(TestPdf.Lines(54, 720, "I led the merger of two offices.", "I cut the wait.", "I won.")).Read()
            .Extraction.Setup!;

        Assert.Equal(new PageSize(612, 792), setup.Size);
        Assert.Equal(54, setup.Margins!.Left);
        Assert.InRange(setup.Margins.Top, 60, 72);
        Assert.Equal(Math.Round(612 - 54 - (32 * 6.0), 1), setup.Margins.Right);
    }

    [Fact]
    public void A_page_of_a_line_or_two_tells_nothing_of_margins() =>
        Assert.Null(new TestPdf().Page(TestPdf.Text(10, 780, "I led.")).Read().Extraction.Setup!.Margins);

    [Fact]
    public void Fonts_count_their_letters_in_the_size_they_are_drawn()
    {
        var page = TestPdf.Text(72, 700, "Leading People", 14, "F2") + TestPdf.Lines(72, 680, "I led the merger.", "I cut the wait.");

        Assert.Equal(
            [new FontUse("Courier", 10, 26), new FontUse("Courier", 14, 13)],
            new TestPdf().Page(page).Read().Extraction.Setup!.Fonts);
    }

    [Theory]
    [InlineData("ABCDEF+TimesNewRomanPSMT", "TimesNewRoman")]
    [InlineData("BCDEEE+TimesNewRomanPS-BoldMT", "TimesNewRoman")]
    [InlineData("TimesNewRoman,Bold", "TimesNewRoman")]
    [InlineData("Times-Roman", "Times")]
    [InlineData("ArialMT", "Arial")]
    [InlineData("Aptos", "Aptos")]
    [InlineData("-odd", "-odd")]
    [InlineData("", "unnamed")]
    public void The_family_is_told_from_the_name_in_the_file(string name, string family) =>
        Assert.Equal(family, FontNames.FamilyOf(name));
}
