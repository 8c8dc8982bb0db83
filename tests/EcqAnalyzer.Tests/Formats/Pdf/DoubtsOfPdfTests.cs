using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>What the reader says of a PDF that it could not read whole.</summary>
public sealed class DoubtsOfPdfTests
{
    private const string Picture = "/XObject << /I 3 0 R >>";

    [Fact]
    public void A_page_that_is_a_picture_is_named()
    {
        var pdf = WithPicture();
        var draft = pdf.Page(Text(72, 700, "I led a team.")).Page("q 600 0 0 780 0 0 cm /I Do Q").Read();
        Assert.Equal("Page 2 is a picture: no text could be read.", Note(draft, "pages-without-text").Message);
    }

    [Fact]
    public void A_scan_without_text_is_refused_and_says_what_to_do()
    {
        var pdf = WithPicture().Page("q 600 0 0 780 0 0 cm /I Do Q");
        var fault = Assert.Throws<PdfFaultException>(() => pdf.Read());
        Assert.Equal(PdfFault.NoText, fault.Fault);
        Assert.Contains("OCR", fault.Fault.Message);
    }

    [Fact]
    public void The_invisible_text_of_a_scan_is_read_and_said()
    {
        var draft = WithPicture().Page("q 600 0 0 780 0 0 cm /I Do Q 3 Tr " + Text(72, 700, "I led a team.")).Read();
        Assert.Equal("I led a team.", draft.Text);
        Assert.Equal(ExtractionGrade.Doubtful, Note(draft, "scanned-text").Grade);
    }

    [Fact]
    public void Text_whose_font_has_no_character_map_cannot_be_trusted()
    {
        var pdf = new TestPdf();
        var font = pdf.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /DW 600 "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + "/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 >> >>");
        pdf.Fonts = $"/C << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [{font} 0 R] >>";
        var draft = pdf.Page("BT /C 10 Tf 72 700 Td <0024002500260027002800290030003100320033> Tj ET").Read();
        var note = Note(draft, "untrusted-text");
        Assert.Equal(ExtractionGrade.Untrusted, note.Grade);
        Assert.StartsWith("The text of page 1 cannot be trusted", note.Message);
        Assert.False(draft.Extraction.CanBeTrusted);
    }

    [Fact]
    public void Text_in_another_alphabet_than_it_shows_cannot_be_trusted()
    {
        // Each letter three further on, as fonts cut down to a few signs have it.
        var shifted = string.Concat(Enumerable.Repeat("Zh ohg wkh whdp wkdw uhexlow wkh sruw. ", 5));
        var draft = new TestPdf().Page(Text(10, 700, shifted, 4)).Read();
        Assert.Equal(ExtractionGrade.Untrusted, Note(draft, "untrusted-text").Grade);
    }

    [Fact]
    public void One_bad_page_among_many_costs_that_page_only()
    {
        var sound = string.Concat(Enumerable.Repeat("We led the team that rebuilt the port. ", 5));
        var shifted = string.Concat(Enumerable.Repeat("Zh ohg wkh whdp wkdw uhexlow wkh sruw. ", 5));
        var pdf = new TestPdf();
        for (var i = 0; i < 6; i++)
        {
            pdf.Page(Text(10, 700, i == 2 ? shifted : sound, 4));
        }

        var note = Note(pdf.Read(), "untrusted-text");
        Assert.Equal(ExtractionGrade.Doubtful, note.Grade);
        Assert.StartsWith("The text of page 3 cannot", note.Message);
    }

    [Fact]
    public void Letters_beyond_the_edge_or_cut_off_are_left_out_and_counted()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "Seen.") + Text(700, 700, "Beyond.") + "q 0 0 50 50 re W n " + Text(300, 300, "Cut.") + "Q").Read();
        Assert.Equal("Seen.", draft.Text);
        Assert.Equal(11, Note(draft, "unseen-text").Count);
    }

    [Fact]
    public void What_was_filled_into_a_form_field_is_text()
    {
        var pdf = new TestPdf();
        var look = pdf.AddStream(
            "BT /F1 10 Tf 2 20 Td (I led a team) Tj 0 -12 Td (of twelve.) Tj ET",
            "/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
            + "/BaseFont /Courier >> >> >>");
        var field = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (I led a team\\nof twelve.) /Rect [72 600 272 640] /AP << /N {look} 0 R >> >>");
        pdf.PageEntries = $"/Annots [{field} 0 R]";
        pdf.Catalog = $"/AcroForm << /Fields [{field} 0 R] >>";
        var draft = pdf.Page(Text(72, 700, "Your example:")).Read();
        Assert.Equal("Your example:\nI led a team of twelve.", draft.Text.Replace("team\nof", "team of"));
        Assert.Equal(1, Note(draft, "form-fields").Count);
    }

    [Fact]
    public void A_damaged_part_costs_that_part_and_is_said()
    {
        var draft = new TestPdf { Fonts = "/Bad 99 0 R /Worse << /Type /Font /Subtype /Type0 >>", Resources = "/ColorSpace << /X [] >>" }
            .Page(Text(72, 700, "I led a team.") + "/X cs /Missing Do " + Text(72, 500, "I rebuilt it.")).Read();
        Assert.Equal("I led a team.\nI rebuilt it.", draft.Text);
    }

    private static TestPdf WithPicture()
    {
        var pdf = new TestPdf { Resources = Picture };
        pdf.AddStream("x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8");
        return pdf;
    }

    private static ExtractionNote Note(Draft draft, string what) => Assert.Single(draft.Extraction.Notes, note => note.What == what);
}
