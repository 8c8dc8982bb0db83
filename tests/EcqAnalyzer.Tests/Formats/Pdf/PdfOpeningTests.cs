using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Tests.Support;
using UglyToad.PdfPig;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>The library's hidden parts, which are made by name, are those of the version that is referenced.</summary>
public sealed class PdfOpeningTests
{
    public static TheoryData<string> Samples { get; } =
        [.. Directory.GetFiles(Repository.Path("corpus", "samples"), "*.pdf").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_opened_part_by_part_has_the_letters_that_the_library_finds(string name) =>
        AssertAlike(File.ReadAllBytes(Repository.Path("corpus", "samples", name)));

    [Fact]
    public void A_font_that_the_file_leaves_out_has_the_measures_of_the_standard_one() =>
        AssertAlike(new TestPdf().Page(Text(72, 700, "I led a team.") + Text(72, 680, "We won.", 12, "F2")).Bytes());

    [Fact]
    public void A_file_without_its_list_of_objects_is_searched_for_them()
    {
        var pdf = System.Text.Encoding.Latin1.GetString(new TestPdf().Page(Text(72, 700, "I led a team.")).Bytes());
        var broken = pdf.Replace("startxref\n", "startxref\n9");
        Assert.NotEqual(pdf, broken);
        AssertAlike(System.Text.Encoding.Latin1.GetBytes(broken));
    }

    [Fact]
    public void Letters_of_a_font_that_the_file_leaves_out_stand_where_the_file_says()
    {
        var pdf = new TestPdf();
        var described = pdf.Add("<< /Type /FontDescriptor /FontName /Arial /Flags 32 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 >>");
        pdf.Fonts = "/T << /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 122 "
            + $"/FontDescriptor {described} 0 R /Widths [{string.Join(' ', Enumerable.Repeat(600, 91))}] >>";
        using var document = PdfOpening.OpenByParts(pdf.Page(Text(72, 700, "I led a team.", 10, "T")).Bytes(), Options());
        var letters = document.GetPage(1).Letters;
        Assert.Equal("I led a team.", string.Concat(letters.Select(letter => letter.Value)));
        Assert.All(letters, letter => Assert.Equal(6, letter.Width, 6));
    }

    private static void AssertAlike(byte[] bytes)
    {
        using var byParts = PdfOpening.OpenByParts(bytes, Options());
        using var whole = PdfDocument.Open(bytes, Options());
        Assert.Equal(Letters(whole), Letters(byParts));
        Assert.NotEmpty(Letters(whole));
    }

    private static List<string> Letters(PdfDocument document) =>
    [
        .. document.GetPages().SelectMany(page => page.Letters.Select(letter =>
            $"{page.Number} {letter.Value} {letter.FontName} {letter.BoundingBox} {letter.StartBaseLine} {letter.Width}")),
    ];

    private static ParsingOptions Options() => new() { UseLenientParsing = true, SkipMissingFonts = true };
}
