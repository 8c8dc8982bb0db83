using System.Runtime.InteropServices;
using System.Text;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Writes the form that <see cref="LanguageModel.Load(byte[], string)"/> reads. Little-endian.</summary>
internal static class LanguageModelWriter
{
    public static byte[] Write(TagSet tags, Lexicon lexicon, LemmaExceptions lemmas, byte[] weights, byte[] ends)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(LanguageModel.Magic);
        writer.Write(LanguageModel.Version);
        writer.Write(tags.Count);
        foreach (var pair in tags.Pairs)
        {
            writer.Write(pair.Pos);
            writer.Write(pair.Tag);
        }

        writer.Write(lexicon.Table.Length);
        foreach (var wordClass in lexicon.Table)
        {
            writer.Write(wordClass.IsClosed);
            writer.Write((byte)wordClass.Tags.Length);
            writer.Write(wordClass.Tags);
            writer.Write(wordClass.Content);
        }

        writer.Write(lexicon.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(lexicon.Keys));
        writer.Write(MemoryMarshal.AsBytes(lexicon.Classes));
        writer.Write(lemmas.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(lemmas.Keys));
        writer.Write(MemoryMarshal.AsBytes(lemmas.Entries));
        writer.Write(lemmas.Offsets.Length);
        writer.Write(MemoryMarshal.AsBytes(lemmas.Offsets));
        var text = Encoding.UTF8.GetBytes(lemmas.Text);
        writer.Write(text.Length);
        writer.Write(text);
        writer.Write(weights);
        writer.Write(ends);
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>Rounds weights to a signed byte after multiplying, drops what rounds to less than <paramref name="least"/>, and
    /// lays the rows out in buckets.</summary>
    public static byte[] Pack(Perceptron trained, double scale, int least, int bits)
    {
        var buckets = new List<byte>?[1 << bits];
        foreach (var (feature, row) in trained.Averages())
        {
            var kept = new List<byte>();
            foreach (var (tag, weight) in row)
            {
                var rounded = (int)Math.Clamp(Math.Round(weight * scale), -127, 127);
                if (Math.Abs(rounded) < least)
                    continue;
                kept.Add(tag);
                kept.Add((byte)(sbyte)rounded);
            }

            if (kept.Count == 0)
                continue;
            var bucket = buckets[SparseWeights.BucketOf(feature, bits)] ??= [];
            var fingerprint = SparseWeights.FingerprintOf(feature);
            bucket.AddRange([(byte)fingerprint, (byte)(fingerprint >> 8), (byte)(kept.Count / 2)]);
            bucket.AddRange(kept);
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write((byte)bits);
        foreach (var bucket in buckets)
        {
            writer.Write(checked((ushort)(bucket?.Count ?? 0)));
        }

        foreach (var bucket in buckets)
        {
            writer.Write(CollectionsMarshal.AsSpan(bucket));
        }

        writer.Flush();
        return memory.ToArray();
    }
}
