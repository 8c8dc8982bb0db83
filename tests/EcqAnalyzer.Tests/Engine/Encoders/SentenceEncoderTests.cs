using System.Text.Json;
using CsCheck;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Encoders;

/// <summary>The committed encoder, held against what the network it was made from says.</summary>
public class SentenceEncoderTests
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Repository.Path("models", "encoder", "encoder.bin"));
    private static readonly SentenceEncoder Encoder = new(EncoderModel.Load(Bytes));

    private static readonly string[] Sentences =
    [
        "I rebuilt the permit register, cutting the wait by half.",
        "Responsible for a staff of 40.",
        "",
        "Café owners asked “why?” 3,500 times — nobody knew.",
        "In 2019 the county lost its only bridge.",
    ];

    [Fact]
    public void Scores_are_those_of_the_network_it_was_made_from() =>
        Near(ReadReferences().SelectMany(draft => draft).SelectMany(reference => reference.Scores.Zip(Encoder.Read([reference.Text])[0].Scores)));

    [Fact]
    public void Types_in_their_surroundings_are_those_of_the_network_it_was_made_from() =>
        Near(ReadReferences().SelectMany(draft =>
        {
            var around = new DraftFollower(Encoder.Model).Read(Encoder.Read([.. draft.Select(sentence => sentence.Text)]));
            return draft.Zip(around).SelectMany(pair => pair.First.Around.Zip(pair.Second));
        }));

    [Fact]
    public void Pieces_are_those_of_the_vocabulary_it_was_made_with()
    {
        foreach (var reference in ReadReferences().SelectMany(draft => draft))
        {
            var pieces = new PieceList(Encoder.Model.MostPieces);
            Encoder.Model.Pieces.Split(reference.Text, pieces);
            Assert.Equal(reference.Pieces, pieces.Ids.ToArray());
            Assert.Equal(reference.Ends, pieces.Ends);
        }
    }

    /// <summary>Of a sentence that ends by telling a number the encoder knows what its beginning says: what it says by itself.</summary>
    [Theory]
    [InlineData("Rebuilt the permit register, cutting the wait by half.", "Rebuilt the permit register.")]
    [InlineData("Led 12 staff and cut 1,200 cases, saving $2.4 million; errors fell to 3.", "Led 12 staff and cut 1,200 cases, saving $2.4 million.")]
    [InlineData("Led 12 staff and cut 1,200 cases, saving $2.4 million; errors fell to 3.", "Led 12 staff.")]
    public void A_beginning_says_in_the_whole_what_it_says_alone(string whole, string beginning)
    {
        var encoder = new SentenceEncoder(Encoder.Model);
        encoder.Read([whole]);
        Assert.True(encoder.Remembers(beginning));
        var (known, alone) = (encoder.Read([beginning])[0], new SentenceEncoder(Encoder.Model).Read([beginning])[0]);
        Assert.Equal(alone.Scores, known.Scores);
        Assert.Equal(alone.Gains, known.Gains);
        Assert.Equal(alone.Mean, known.Mean);
        Assert.Equal(alone.Words, known.Words);
    }

    [Fact]
    public void Every_beginning_that_is_known_says_what_it_says_alone() => Soup.Sentences.Sample(
        text =>
        {
            var pieces = new PieceList(Encoder.Model.MostPieces);
            Encoder.Model.Pieces.Split(text, pieces);
            var encoder = new SentenceEncoder(Encoder.Model);
            encoder.Read([text]);
            foreach (var end in pieces.Ends.SkipLast(1))
            {
                var beginning = text[..pieces.WordOf(end - 1).To] + ".";
                Assert.True(encoder.Remembers(beginning));
                var (known, alone) = (encoder.Read([beginning])[0], new SentenceEncoder(Encoder.Model).Read([beginning])[0]);
                Assert.Equal(alone.Scores, known.Scores);
                Assert.Equal(alone.Gains, known.Gains);
                Assert.Equal(alone.Words, known.Words);
            }
        },
        iter: 60);

    [Fact]
    public void Sentences_read_together_score_as_each_read_alone_to_the_bit()
    {
        var together = Encoder.Read([.. Enumerable.Repeat(Sentences, 9).SelectMany(each => each)]);
        for (var i = 0; i < together.Length; i++)
        {
            Assert.Equal(new SentenceEncoder(Encoder.Model).Read([Sentences[i % Sentences.Length]])[0].Scores, together[i].Scores);
        }
    }

    [Fact]
    public void A_draft_of_more_sentences_than_are_kept_in_mind_is_read_once()
    {
        var draft = Draft.OfSentences("long.txt", [.. Enumerable.Range(0, 600).Select(number => $"Year {number}.")]);
        var document = new Document(draft, [new Section(new TextSpan(0, draft.Text.Length), SectionKind.Front, "", null, null,
            [.. draft.Blocks.Select((block, i) => new Sentence(i, block.Span, BlockKind.Sentence, []))])]);

        Assert.Same(Encoder.Read(document), Encoder.Read(document));
    }

    [Fact]
    public void What_the_words_gave_adds_up_to_the_score()
    {
        foreach (var read in Encoder.Read(Sentences))
        {
            for (var of = 0; of < Encoder.Model.Classes; of++)
            {
                var sum = (double)Encoder.Model.HeadBiases[of];
                for (var piece = 0; piece < read.Words.Length; piece++)
                {
                    sum += read.Gains[(piece * Encoder.Model.Classes) + of];
                }

                Assert.Equal(sum, read.Scores[of], 1e-4);
            }
        }
    }

    [Theory]
    [InlineData("We rebuilt our team ourselves.", "I rebuilt my team myself.")]
    [InlineData("Nobody told us.", "Nobody told me.")]
    [InlineData("Résumé of Zoë", "resume of zoe")]
    [InlineData("Rebuilt the team.", "Rebuilt the team")]
    public void Whose_deed_it_was_accents_and_a_full_stop_change_nothing(string one, string other) =>
        Assert.Equal(Encoder.Read([one])[0].Scores, Encoder.Read([other])[0].Scores);

    [Fact]
    public void The_country_is_not_the_writer() =>
        Assert.NotEqual(Encoder.Read(["Nobody told the US."])[0].Scores, Encoder.Read(["Nobody told the me."])[0].Scores);

    [Fact]
    public void Any_text_is_read_and_every_word_lies_in_it() => Soup.Texts.Sample(
        text =>
        {
            var read = Encoder.Read([text])[0];
            Assert.InRange(read.Words.Length, 1, Encoder.Model.MostPieces);
            Assert.All(read.Words, word => Assert.InRange(word.End, word.Start, text.Length));
            Assert.All(read.Scores, score => Assert.True(float.IsFinite(score)));
        },
        iter: 60);

    [Fact]
    public void A_sentence_of_a_million_characters_is_read_as_far_as_there_is_room()
    {
        var read = Encoder.Read([new string('x', 1_000_000), string.Concat(Enumerable.Repeat("rebuilt ", 125_000))]);
        Assert.Equal(2, read[0].Words.Length);
        Assert.Equal(Encoder.Model.MostPieces, read[1].Words.Length);
    }

    /// <summary>Sums of eight products would not fit 16 bits, on processors that add them so.</summary>
    [Fact]
    public void No_number_of_its_matrices_is_larger_than_sums_allow() =>
        Assert.All(
            Encoder.Model.Layers.SelectMany(layer => new[] { layer.Ask, layer.Answer, layer.Widen, layer.Narrow }),
            matrix => Assert.InRange(matrix.MostOf(), 1, IntegerMatrix.Largest));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(2_000_000)]
    public void A_file_cut_short_is_refused_with_what_to_do(int length)
    {
        var fault = Assert.Throws<FaultyFilesException>(() => EncoderModel.Load(Bytes.AsMemory(0, length)));
        Assert.Contains("ECQ304", fault.Message, StringComparison.Ordinal);
        Assert.Contains("models/encoder/README.md", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A number half way between two steps is rounded to one here and to the other there, as sums come out in their last digits,
    /// and the next layer rounds what comes of it again: so scores differ by some hundredths, where they range over ten.</summary>
    private static void Near(IEnumerable<(double Expected, float Actual)> scores)
    {
        var differences = scores.Select(pair => Math.Abs(pair.Expected - pair.Actual)).ToArray();
        Assert.InRange(differences.Average(), 0, 0.06);
        Assert.InRange(differences.Max(), 0, 1);
    }

    private static Reference[][] ReadReferences()
    {
        using var file = File.OpenRead(Repository.Path("models", "encoder", "reference.json"));
        return JsonSerializer.Deserialize<Reference[][]>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record Reference(string Text, int[] Pieces, int[] Ends, double[] Scores, double[] Around);
}
