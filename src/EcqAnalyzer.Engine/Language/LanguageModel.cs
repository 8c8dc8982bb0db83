using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Language;

/// <summary>What the annotator has learned: tag set, lexicon, lemma exceptions and tagging weights, as made by
/// <c>ecq train --annotator</c>. Loading copies a few flat arrays; the weights are used where they lie.</summary>
public sealed class LanguageModel
{
    internal const uint Magic = 0x4C514345;
    internal const int Version = 4;

    internal LanguageModel(TagSet tags, Lexicon lexicon, LemmaExceptions lemmas, WordList words, LearnedWeights learned)
    {
        Tags = tags;
        Lexicon = lexicon;
        Lemmas = lemmas;
        Words = words;
        FirstWeights = learned.First;
        Weights = learned.Tags;
        Ends = learned.Ends;
    }

    internal TagSet Tags { get; }

    internal Lexicon Lexicon { get; }

    internal LemmaExceptions Lemmas { get; }

    internal WordList Words { get; }

    internal SparseWeights FirstWeights { get; }

    internal SparseWeights Weights { get; }

    /// <summary>Weights for sentence ends: class 1 speaks for an end, class 0 against.</summary>
    internal SparseWeights Ends { get; }

    /// <summary>Reads a model. Throws <see cref="FaultyFilesException"/> (ECQ301) for anything else than a whole model of this
    /// version. <paramref name="name"/> is what to call the file in that fault.</summary>
    public static LanguageModel Load(Stream stream, string name = "models/annotator/annotator.bin") => Load(ReadAll(stream), name);

    /// <summary>The same of bytes at hand, which the model keeps and uses where they lie: nobody may change them afterwards.</summary>
    public static LanguageModel Load(byte[] bytes, string name = "models/annotator/annotator.bin")
    {
        try
        {
            return Parse(bytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ301", name, null, null, $"not a usable annotator model ({fault.Message}); train it again")]);
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        if (stream.CanSeek)
        {
            var whole = new byte[stream.Length - stream.Position];
            stream.ReadExactly(whole);
            return whole;
        }

        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static LanguageModel Parse(byte[] bytes)
    {
        var reader = new ModelReader(bytes);
        if (reader.UInt32() != Magic || reader.Int32() != Version)
            throw new InvalidDataException("its first bytes are not those of this version");
        var tags = ReadTags(ref reader);
        var lexicon = ReadLexicon(ref reader, tags.Count);
        var lemmas = ReadLemmas(ref reader);
        var words = new WordList(bytes, reader.Position);
        var first = new SparseWeights(bytes, words.End);
        var second = new SparseWeights(bytes, first.End);
        var learned = new LearnedWeights(first, second, new SparseWeights(bytes, second.End));
        return new LanguageModel(tags, lexicon, lemmas, words, learned);
    }

    private static TagSet ReadTags(ref ModelReader reader)
    {
        var count = reader.Count(TagSet.MaxCount);
        var pairs = ImmutableArray.CreateBuilder<TagPair>(count);
        for (var i = 0; i < count; i++)
        {
            pairs.Add(new TagPair(reader.Text(), reader.Text()));
        }

        return new TagSet(pairs.MoveToImmutable());
    }

    private static Lexicon ReadLexicon(ref ModelReader reader, int tagCount)
    {
        var table = new WordClass[reader.Count(ushort.MaxValue)];
        for (var i = 0; i < table.Length; i++)
        {
            var isClosed = reader.Byte() == 1;
            var tags = reader.Bytes(reader.Byte());
            if (tags.AsSpan().IndexOfAnyInRange((byte)tagCount, byte.MaxValue) >= 0)
                throw new InvalidDataException("a word class names a tag that is not there");
            table[i] = new WordClass(tags, isClosed, reader.UInt64());
        }

        var slots = reader.Slots();
        return new Lexicon(reader.Array<uint>(slots), reader.Array<ushort>(slots), table);
    }

    private static LemmaExceptions ReadLemmas(ref ModelReader reader)
    {
        var slots = reader.Slots();
        var keys = reader.Array<uint>(slots);
        var entries = reader.Array<ushort>(slots);
        var offsets = reader.Array<int>(reader.Count(ushort.MaxValue));
        return new LemmaExceptions(keys, entries, offsets, reader.LongText());
    }
}

/// <summary>Weights of the tagger's first and second look, and of sentence ends.</summary>
internal sealed record LearnedWeights(SparseWeights First, SparseWeights Tags, SparseWeights Ends);
