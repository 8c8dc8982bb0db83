using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>The drafts of corpus/samples, which a word processor wrote, against the text that a person sees in them.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> WordSamples() => Samples(".docx");

    public static TheoryData<string> PdfSamples() => Samples(".pdf");

    [Theory]
    [MemberData(nameof(WordSamples))]
    public void A_Word_sample_gives_the_text_that_a_person_sees(string name)
    {
        var draft = Read(name);

        DraftContract.Holds(draft);
        Assert.Equal(Expected(name), draft.Text);
    }

    [Theory]
    [MemberData(nameof(PdfSamples))]
    public void A_PDF_sample_gives_the_paragraphs_of_the_Word_file_whole(string name)
    {
        var draft = Read(name);
        var text = string.Join(' ', Words(draft.Text));

        DraftContract.Holds(draft);
        Assert.InRange(Words(Body(draft)).Length - Words(Expected(name)).Length, 0, 1); // The page number of a single page may stay.
        Assert.All(Expected(name).Split('\n'), paragraph => Assert.Contains(string.Join(' ', Words(paragraph)), text));
    }

    [Fact]
    public void The_first_sample_is_the_same_in_all_three_formats()
    {
        var word = Read("leading-people.docx");
        var pdf = Read("leading-people.pdf");
        var text = Read("leading-people.txt");

        Assert.Equal(Paragraphs(word), Paragraphs(text));
        Assert.Equal(Paragraphs(word), Paragraphs(pdf));
        Assert.Equal(Kinds(word), Kinds(text));
    }

    [Fact]
    public void Headers_and_page_numbers_of_the_samples_are_in_no_paragraph()
    {
        // On a single page nothing repeats, so that the PDF cannot tell its page number from a word.
        foreach (var name in WordSamples().Concat(PdfSamples()).Select(row => row.Data).Where(name => name != "weak-results-driven.pdf"))
        {
            Assert.DoesNotContain(Paragraphs(Read(name)), paragraph =>
                paragraph.StartsWith("Page ", StringComparison.Ordinal) || paragraph.Contains("– page", StringComparison.Ordinal)
                || paragraph is "Rosalind T. Amberley" or "WHITCOMBE, GERALD P." or "1");
        }
    }

    [Fact]
    public void What_the_coach_changed_and_said_is_counted()
    {
        var notes = Read("mixed-building-coalitions.docx").Extraction.Notes;

        Assert.Equal(8, notes.Single(note => note.What == "tracked-insertions").Count);
        Assert.Equal(6, notes.Single(note => note.What == "tracked-deletions").Count);
        Assert.Contains(notes.Single(note => note.What == "comments").Apart, comment => comment.Contains("Say here how you knew"));
        Assert.Equal(1, notes.Single(note => note.What == "text-boxes").Count);
        Assert.Equal(1, notes.Single(note => note.What == "tables").Count);
    }

    [Fact]
    public void Every_sample_has_its_text_beside_it_and_its_source()
    {
        foreach (var name in WordSamples().Select(row => Path.GetFileNameWithoutExtension(row.Data)))
        {
            Assert.True(File.Exists(Sample($"{name}.pdf")), $"{name}.pdf is missing");
            Assert.True(File.Exists(Sample($"{name}.expected.txt")), $"{name}.expected.txt is missing");
            Assert.True(File.Exists(Sample(Path.Combine("source", $"{name}.fodt"))), $"source/{name}.fodt is missing");
        }
    }

    private static TheoryData<string> Samples(string extension) => [.. Directory
        .EnumerateFiles(Repository.Path("corpus", "samples"), "*" + extension)
        .Select(file => Path.GetFileName(file))
        .Order(StringComparer.Ordinal)];

    private static Draft Read(string name) =>
        DraftContract.AllReaders().Read(DraftSource.Load(Sample(name)), CancellationToken.None);

    private static string Expected(string name) =>
        File.ReadAllText(Sample(Path.ChangeExtension(name, ".expected.txt"))).TrimEnd('\n');

    private static string Sample(string name) => Repository.Path("corpus", "samples", name);

    private static string Body(Draft draft) => string.Join('\n', Paragraphs(draft));

    private static IEnumerable<string> Paragraphs(Draft draft) =>
        Blocks(draft).Select(block => draft.Text[block.Span.Start..block.Span.End]);

    private static IEnumerable<BlockKind> Kinds(Draft draft) => Blocks(draft).Select(block => block.Kind);

    private static IEnumerable<Block> Blocks(Draft draft) => draft.Blocks.Where(block => block.Kind != BlockKind.PageFurniture);

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
