using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EcqAnalyzer.Tests.Formats.Word;
using EcqAnalyzer.Tests.Formats.Word.Writing;

namespace EcqAnalyzer.Tests.Formats.Comparing;

public sealed class ComparisonHandoutTests
{
    [Fact]
    public void It_is_a_sound_file_even_of_a_hostile_draft()
    {
        Assert.Empty(Handouts.Faults(Compared.Bytes("docx", Compared.Known())));
        Assert.Empty(Handouts.Faults(Compared.Bytes("docx", Compared.Hostile())));
    }

    [Fact]
    public void Every_change_is_a_row_with_its_words_before_and_after()
    {
        var comparison = Compared.Known();
        using var document = WordprocessingDocument.Open(new MemoryStream(Compared.Bytes("docx", comparison)), isEditable: false);
        var table = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Last();

        Assert.Equal(20, table.Elements<TableRow>().Count() - 1);
        Assert.Contains(table.Descendants<Run>(), run => run.RunProperties?.Strike is not null);
        Assert.Contains(table.Descendants<Run>(), run => run.RunProperties?.Underline is not null && run.InnerText == "240");
    }

    [Fact]
    public void It_says_what_the_page_says()
    {
        var text = WordFile.Read(Compared.Bytes("docx", Compared.Known())).Text;

        Assert.Contains("Sentences: 2 moved, 7 edited, 2 split, 2 merged, 3 added, 4 gone;", text);
        Assert.Contains("What you did not change", text);
        Assert.Contains("It is not a prediction of any board's decision.", text);
    }

    [Fact]
    public void The_same_versions_give_the_same_bytes() =>
        Assert.Equal(Compared.Bytes("docx", Compared.Known()), Compared.Bytes("docx", Compared.Known()));
}
