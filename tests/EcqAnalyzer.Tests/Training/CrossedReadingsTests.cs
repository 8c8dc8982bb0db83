using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training.Classification;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Tests.Training;

/// <summary>What is learned of the encoder's reliability is learned from sentences that it was not taught with.</summary>
public sealed class CrossedReadingsTests
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Repository.Path("models", "encoder", "crossed.bin"));
    private static readonly EncoderModel Encoder = EncoderModel.Load(File.ReadAllBytes(Repository.Path("models", "encoder", "encoder.bin")));

    [Fact]
    public void Every_sentence_that_the_encoder_was_taught_with_has_one_and_no_other_has()
    {
        var crossed = new CrossedReadings(Bytes, Encoder);
        var narratives = new GoldLoader(new Workbench().Frameworks).Load(Repository.Path("corpus", "narratives"), "corpus/narratives");
        Assert.All(narratives, narrative =>
        {
            var (encoded, followed) = Unread(narrative);
            crossed.Replace(narrative, encoded, followed);
            var isTaught = narrative.Part == CorpusPart.Train;
            Assert.All(encoded, each => Assert.Equal(isTaught ? Encoder.Classes : 0, each.Scores.Length));
            Assert.All(followed, each => Assert.Equal(isTaught ? 6 : 0, each.Length));
            Assert.All(encoded.SelectMany(each => each.Scores).Concat(followed.SelectMany(each => each)), score => Assert.True(float.IsFinite(score)));
        });
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0)]
    [InlineData(12, 0)]
    [InlineData(1_000_000, 0)]
    [InlineData(int.MaxValue, 1)]
    public void What_does_not_belong_to_the_encoder_is_refused_with_what_to_do(int length, byte first)
    {
        var bytes = Bytes[..Math.Min(length, Bytes.Length)];
        if (bytes.Length > 0)
        {
            bytes[0] += first;
        }

        var fault = Assert.Throws<FaultyFilesException>(() => new CrossedReadings(bytes, Encoder));
        Assert.Contains("ECQ304", fault.Message, StringComparison.Ordinal);
        Assert.Contains("models/encoder/README.md", fault.Message, StringComparison.Ordinal);
    }

    private static (EncodedSentence[] Encoded, float[][] Followed) Unread(GoldNarrative narrative) =>
    (
        [.. narrative.Sentences.Select(_ => new EncodedSentence([], [], [], []))],
        [.. narrative.Sentences.Select(_ => Array.Empty<float>())]);
}
