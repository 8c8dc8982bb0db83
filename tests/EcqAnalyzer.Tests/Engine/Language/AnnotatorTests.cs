using CsCheck;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class AnnotatorTests
{
    private static readonly string[] Pieces =
    [
        "I led a team. ", "U.S. ", "Dr. ", "e.g., ", "don\u2019t ", "\u2022 ", "1. ", "(a) ", "$1.2M ", "50% ", "... ", "\u2026", "?!",
        "\u00AD", "\u00A0", "\u2011", "\uFB01", "\u201C", "\u201D", "\u200D", "\u202E", "\uFEFF", "\uD83D\uDE00", "\uD83D", "\uDE00",
        "\u05D0\u05D1 ", "\u4F60\u597D\u3002", "\0", "\u0007", "\t", "\n", "\r", "-", "--", "\u2014", "/", "'", "''", "(((", ")", "a/b ",
        "end.Next ", "a@b.gov ", "https://x.gov/a?b=c ", "ABC ", "x", "9", ".", ",", "; ", ": ", "can\u2019t've ", "'90s ",
    ];

    private static readonly Gen<string> GenText =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String[Gen.Char, 0, 6]).Array[0, 30].Select(string.Concat);

    private static readonly Gen<(BlockKind, string)[]> GenBlocks =
        Gen.Select(Gen.Enum<BlockKind>(), GenText).Array[0, 5];

    private static readonly string[] Words =
    [
        .. Treebank.Load(Repository.Path("models", "annotator", "resume-lines.conllu"))
            .SelectMany(line => line.Surface.Select(surface => surface.Form)),
    ];

    /// <summary>Words of drafts in any order.</summary>
    private static readonly Gen<string> GenProse =
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 60].Select(words => string.Join(' ', words));

    [Fact]
    public void Sentences_and_tokens_tile_every_draft()
    {
        GenBlocks.Sample(blocks => AssertTiled(Annotators.DraftOf(blocks)), iter: 3000);
    }

    [Fact]
    public void The_same_draft_gives_the_same_annotation_twice()
    {
        GenBlocks.Sample(blocks =>
        {
            var draft = Annotators.DraftOf(blocks);
            Assert.Equal(Shown(draft), Shown(draft));
        }, iter: 300);
    }

    /// <summary>More words than are tagged before the tagger makes room for all sums that it may keep.</summary>
    [Fact]
    public void What_was_annotated_before_changes_no_answer()
    {
        var used = new Annotator(Annotators.Model);
        GenProse.Sample(
            prose =>
            {
                var draft = Annotators.DraftOf((BlockKind.Paragraph, prose));
                Assert.Equal(Shown(draft, new Annotator(Annotators.Model)), Shown(draft, used));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Drafts_annotated_at_once_are_annotated_as_one_by_one()
    {
        var annotator = new Annotator(Annotators.Model);
        GenProse.Array[40].Sample(
            texts =>
            {
                var drafts = Array.ConvertAll(texts, text => Annotators.DraftOf((BlockKind.Paragraph, text)));
                var together = new string[drafts.Length];
                Parallel.For(0, drafts.Length, i => together[i] = Shown(drafts[i], annotator));
                Assert.Equal(Array.ConvertAll(drafts, draft => Shown(draft, Annotators.Committed)), together);
            },
            iter: 5,
            threads: 1);
    }

    [Fact]
    public void A_given_sentence_stays_one()
    {
        var draft = Annotators.DraftOf(
            (BlockKind.Sentence, "I led it. We won."), (BlockKind.Sentence, "  "), (BlockKind.Sentence, "Why? Because."));
        Assert.Equal([7, 0, 4], Annotators.Committed.Annotate(draft).Select(sentence => sentence.Tokens.Length));
    }

    [Fact]
    public void Page_furniture_gives_no_sentence()
    {
        var draft = Annotators.DraftOf((BlockKind.PageFurniture, "Page 3 of 10"), (BlockKind.Paragraph, "I led it."));
        Assert.Equal("I led it.", Assert.Single(Annotators.Committed.Annotate(draft)).Span.Of(draft.Text).ToString());
    }

    [Theory]
    [InlineData("word ", 40_000)]
    [InlineData("a", 1_000_000)]
    [InlineData("(", 200_000)]
    [InlineData("a-", 200_000)]
    [InlineData("'", 200_000)]
    [InlineData(".)", 200_000)]
    [InlineData("n't", 200_000)]
    [InlineData("x. ", 100_000)]
    [InlineData("\u00AD", 500_000)]
    [InlineData("\uD83D\uDE00", 200_000)]
    public void A_megabyte_of_anything_is_annotated(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        AssertTiled(Annotators.DraftOf((BlockKind.Paragraph, text)));
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("a")]
    [InlineData("((")]
    [InlineData("a-")]
    [InlineData("'")]
    [InlineData(".)")]
    [InlineData("x. \u200F")]
    [InlineData("\u200D")]
    [InlineData("\uD83D")]
    public void Four_times_the_text_takes_four_times_the_memory(string piece)
    {
        var small = AllocatedFor(piece, 20_000);
        var large = AllocatedFor(piece, 80_000);
        Assert.InRange(large, 0, (6 * small) + 100_000);
    }

    [Fact]
    public void A_stretch_without_an_end_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("and the other ", 2000));
        var sentences = Annotators.Committed.Annotate(Annotators.DraftOf((BlockKind.Paragraph, text)));
        Assert.All(sentences, sentence => Assert.InRange(sentence.Tokens.Length, 1, 1000));
    }

    private static long AllocatedFor(string piece, int times)
    {
        var draft = Annotators.DraftOf((BlockKind.Paragraph, string.Concat(Enumerable.Repeat(piece, times))));
        // Its own annotator: what a shared one keeps for its next run, another test may have just now.
        var annotator = new Annotator(Annotators.Model);
        _ = annotator.Annotate(draft);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = annotator.Annotate(draft);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertTiled(Draft draft)
    {
        var sentences = Annotators.Committed.Annotate(draft);
        var covered = new bool[draft.Text.Length];
        var end = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i];
            Assert.Equal(i, sentence.Index);
            Assert.True(sentence.Span.Start >= end, "sentences in order, without overlap");
            Assert.Contains(draft.Blocks, block => block.Kind == sentence.Block && block.Span.Contains(sentence.Span));
            var position = sentence.Span.Start;
            foreach (var token in sentence.Tokens)
            {
                Assert.False(token.Span.IsEmpty);
                Assert.True(token.Span.Start >= position, "tokens in order, without overlap");
                Assert.True(sentence.Span.Contains(token.Span), "a token lies in its sentence");
                Array.Fill(covered, true, token.Span.Start, token.Span.Length);
                position = token.Span.End;
            }

            end = sentence.Span.End;
        }

        foreach (var block in draft.Blocks.Where(block => block.Kind != BlockKind.PageFurniture))
        {
            for (var i = block.Span.Start; i < block.Span.End; i++)
            {
                if (covered[i] == char.IsWhiteSpace(draft.Text[i]))
                    Assert.Fail($"character {i} of {draft.Text.Length} is {(covered[i] ? "a space in" : "not in")} a token");
            }
        }
    }

    private static string Shown(Draft draft) => Shown(draft, Annotators.Committed);

    private static string Shown(Draft draft, Annotator annotator) => string.Join('\n', annotator.Annotate(draft)
        .Select(sentence => $"{sentence.Index} {sentence.Span} {string.Join(' ', sentence.Tokens)}"));
}
