using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>What a person sees on the page: layers that are on, values of fields that do not draw themselves.</summary>
public sealed class LayersOfPdfTests
{
    [Theory]
    [InlineData("/OFF [4 0 R]", "I led a team.\nShown.")]
    [InlineData("/OFF []", "I led a team.\nShown.\nHidden.")]
    [InlineData("/BaseState /OFF /ON [3 0 R]", "I led a team.\nShown.")]
    [InlineData("/BaseState /OFF", "I led a team.")]
    public void Text_on_a_layer_that_is_off_is_not_read(string state, string text)
    {
        var pdf = WithLayers(state);
        var draft = pdf.Page(
            Text(72, 700, "I led a team.") + "/OC /A BDC " + Text(72, 660, "Shown.") + "EMC /OC /B BDC " + Text(72, 620, "Hidden.") + "EMC")
            .Read();
        Assert.Equal(text, draft.Text);
        Assert.Equal(!text.Contains("Hidden", StringComparison.Ordinal), draft.Extraction.Notes.Any(note => note.What == "unseen-text"));
    }

    [Fact]
    public void A_drawing_and_a_stretch_of_several_layers_hang_on_them_too()
    {
        var pdf = WithLayers("/OFF [4 0 R]");
        var form = pdf.AddStream(Text(72, 600, "Hidden."), "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 4 0 R "
            + "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>");
        var any = pdf.Add("<< /Type /OCMD /OCGs [3 0 R 4 0 R] >>");
        var all = pdf.Add("<< /Type /OCMD /OCGs [3 0 R 4 0 R] /P /AllOn >>");
        pdf.Resources = $"/XObject << /X {form} 0 R >> /Properties << /Any {any} 0 R /All {all} 0 R >>";
        var draft = pdf.Page(
            "/X Do /OC /Any BDC " + Text(72, 700, "Any.") + "EMC /OC /All BDC " + Text(72, 660, "All.") + "EMC").Read();
        Assert.Equal("Any.", draft.Text);
    }

    [Fact]
    public void A_field_that_does_not_draw_itself_is_read_by_its_value()
    {
        var pdf = new TestPdf();
        var parent = pdf.Add("<< /FT /Tx /V (I led a yard\rof twelve.) >>");
        var field = pdf.Add($"<< /Type /Annot /Subtype /Widget /Parent {parent} 0 R /Rect [72 600 372 640] >>");
        var secret = pdf.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 8192 /V (swordfish) /Rect [72 500 272 540] >>");
        var button = pdf.Add("<< /Type /Annot /Subtype /Widget /FT /Btn /V /Yes /Rect [72 400 82 410] >>");
        pdf.PageEntries = $"/Annots [{field} 0 R {secret} 0 R {button} 0 R]";
        var draft = pdf.Page(Text(72, 700, "Your example:")).Read();
        Assert.Equal("Your example:\nI led a yard of twelve.", draft.Text);
        Assert.Equal(1, draft.Extraction.Notes.Single(note => note.What == "form-fields").Count);
    }

    /// <summary>Layer A is object 3, layer B object 4.</summary>
    private static TestPdf WithLayers(string state)
    {
        var pdf = new TestPdf { Catalog = $"/OCProperties << /OCGs [3 0 R 4 0 R] /D << {state} >> >>" };
        pdf.Add("<< /Type /OCG /Name (A) >>");
        pdf.Add("<< /Type /OCG /Name (B) >>");
        pdf.Resources = "/Properties << /A 3 0 R /B 4 0 R >>";
        return pdf;
    }
}
