using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EcqAnalyzer.Formats.Word.Writing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Word.Writing;

/// <summary>New Word documents, as the Open XML SDK and our own reader see them.</summary>
public sealed class HandoutWriterTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static Handout Sample { get; } = new("A plan & more",
    [
        new HandoutHeading(0, "A plan & more"),
        new HandoutHeading(1, "Where the evidence stands"),
        new HandoutParagraph("One ", HandoutRun.Bold("bold"), " and ", HandoutRun.Italic("italic"), " word.\tBehind a tab,\nbelow a break <b>."),
        new HandoutParagraph(HandoutRun.Of("new", HandoutMarks.Added | HandoutMarks.Bold), HandoutRun.Of("old", HandoutMarks.Gone), HandoutRun.Of("small", HandoutMarks.Quiet))
        {
            Look = HandoutLook.Quote,
        },
        new HandoutBullet("First"),
        new HandoutBullet("Below it") { Level = 1 },
        new HandoutTable("Strength of each competency.", [new("Competency", 2), new("Strength", 3), new("Of 100", 1)],
        [
            [new(new HandoutParagraph("Vision"), new HandoutParagraph("seen once") { Look = HandoutLook.Note }), new() { Bar = new(0.5, HandoutTint.Accomplishment) }, new(new HandoutParagraph("50")) { IsCentred = true }],
            ["Duty", new() { Bar = new(1, HandoutTint.Duty), Ground = HandoutTint.Quiet }, "100"],
            ["Nothing", new() { Bar = new(0, HandoutTint.Trouble) }, new()],
        ]),
        new HandoutTable("Another.", [new("Alone", 1)], [["Cell"]]),
    ])
    {
        Footer = "A plan",
    };

    [Theory]
    [InlineData(HandoutPaper.Portrait)]
    [InlineData(HandoutPaper.Landscape)]
    public void Every_block_and_look_passes_the_validator(HandoutPaper paper)
    {
        Assert.Empty(Handouts.Faults(Written(Sample with { Paper = paper })));
        Assert.Empty(Handouts.Faults(Written(Sample with { Footer = null, Blocks = [] })));
    }

    [Fact]
    public void The_same_handout_gives_the_same_bytes() => Assert.Equal(Written(Sample), Written(Sample));

    [Fact]
    public void Headings_items_and_cells_are_read_as_what_they_are()
    {
        var draft = WordFile.Read(Written(Sample));

        Assert.Equal(
            [
                (BlockKind.Heading, "A plan & more"), (BlockKind.Heading, "Where the evidence stands"),
                (BlockKind.Paragraph, "One bold and italic word.\tBehind a tab,\nbelow a break <b>."), (BlockKind.ListItem, "First"), (BlockKind.ListItem, "Below it"),
            ],
            draft.Blocks.Select(block => (block.Kind, block.Span.Of(draft.Text).ToString())).Where(block => !block.Item2.Contains("newold", StringComparison.Ordinal)).Take(5));
        Assert.Equal(
            ["Competency", "Strength", "Of 100", "Vision", "seen once", "50", "Duty", "100", "Nothing", "Alone", "Cell"],
            draft.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => block.Span.Of(draft.Text).ToString()));
    }

    [Fact]
    public void The_file_tells_its_title_and_its_language()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written(Sample with { Language = "fr-CA" })), isEditable: false);

        Assert.Equal(("A plan & more", "fr-CA"), (document.PackageProperties.Title, document.PackageProperties.Language));
        Assert.Equal("fr-CA", document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
        Assert.Null(document.PackageProperties.Created);
    }

    [Fact]
    public void A_table_repeats_its_header_and_says_what_it_holds()
    {
        var table = Body(Written(Sample)).Descendants(Word + "tbl").First();

        Assert.NotNull(table.Elements(Word + "tr").First().Descendants(Word + "tblHeader").SingleOrDefault());
        Assert.Equal("Strength of each competency.", table.Descendants(Word + "tblDescription").Single().Attribute(Word + "val")!.Value);
    }

    [Fact]
    public void A_bar_is_as_long_as_its_share_of_the_cell()
    {
        var bars = Body(Written(Sample)).Descendants().Where(element => element.Name.LocalName == "extent").Select(extent => (long)extent.Attribute("cx")!).ToList();

        Assert.Equal(2, bars.Count);
        Assert.InRange(bars[1] / (double)bars[0], 1.999, 2.001);
    }

    [Fact]
    public void Every_style_that_is_used_is_there()
    {
        var bytes = Written(Sample);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var known = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();

        Assert.All(
            Body(bytes).Descendants().Where(element => element.Name == Word + "pStyle" || element.Name == Word + "tblStyle"),
            used => Assert.Contains(used.Attribute(Word + "val")!.Value, known));
    }

    [Fact]
    public void Text_with_any_character_gives_a_sound_file()
    {
        Gen.Char['\0', '\uFFFF'].Array[0, 12].Select(letters => new string(letters)).Sample(
            text =>
            {
                var bytes = Written(new Handout(text, [new HandoutParagraph(text), new HandoutTable(text, [new(text, 1)], [[text]])]) { Footer = text });
                Assert.Empty(Handouts.Faults(bytes));
            },
            iter: 60);
    }

    [Fact]
    public void Signs_that_turn_the_direction_of_reading_are_dropped() =>
        Assert.Equal("abc", HandoutRun.Of("a\u202Eb\u0007c", HandoutMarks.None).Text);

    private static byte[] Written(Handout handout)
    {
        using var stream = new MemoryStream();
        HandoutWriter.Write(handout, stream);
        return stream.ToArray();
    }

    private static XDocument Body(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        using var part = document.MainDocumentPart!.GetStream();
        return XDocument.Load(part);
    }
}
