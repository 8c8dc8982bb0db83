using CsCheck;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Training.Words;
using WordHash = EcqAnalyzer.Engine.Language.Hash;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class WordListTests
{
    /// <summary>The length that words are hashed to for a bucket, as the writer has it.</summary>
    private const int Bits = 13;

    /// <summary>But for words that share bucket and fingerprint, which two of 200 do in one draw of some 30,000.</summary>
    [Fact]
    public void What_is_written_is_found()
    {
        Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.Byte[1, 255])[0, 200].Sample(classes =>
        {
            var clusters = classes.ToDictionary(pair => pair.Key, pair => (ushort)(pair.Value * 7));
            var list = new WordList(WordKnowledge.Of(classes, clusters, []).List, 0);
            return classes.GroupBy(pair => (WordList.BucketOf(WordHash.Of(pair.Key), Bits), WordList.FingerprintOf(WordHash.Of(pair.Key)))).All(alike =>
                alike.Count() > 1 || list.Find(WordHash.Of(alike.First().Key)) == new ListedWord(alike.First().Value, (ushort)(alike.First().Value * 7)));
        }, iter: 200);
    }

    [Fact]
    public void A_word_that_is_not_listed_has_neither_class_nor_cluster()
    {
        Assert.Equal(default, new WordList(WordKnowledge.None.List, 0).Find(WordHash.Of("anything")));
    }
}
