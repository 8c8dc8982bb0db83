using System.Runtime.InteropServices;
using System.Text;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Writes the form that <see cref="LanguageModel.Load(byte[], string)"/> reads. Little-endian.</summary>
internal static class LanguageModelWriter
{
    public static byte[] Write(TagSet tags, Lexicon lexicon, LemmaExceptions lemmas, params ReadOnlySpan<byte[]> packed)
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
        foreach (var part in packed)
        {
            writer.Write(part);
        }

        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>A row with weights for so many of the common classes is written as a dense one.</summary>
    private const int Wide = 12;

    /// <summary>Rounds the means of the weights to a signed byte after multiplying, drops what rounds to less than <paramref name="least"/>, and
    /// lays the rows out in buckets (<see cref="SparseWeights"/>).</summary>
    public static byte[] Pack(IReadOnlyList<Perceptron> trained, double scale, int least, int bits)
    {
        var buckets = new List<PackedRow>?[1 << bits];
        foreach (var (feature, row) in Means(trained))
        {
            var kept = new List<(byte Class, sbyte Weight)>();
            foreach (var (tag, weight) in row)
            {
                var rounded = (int)Math.Clamp(Math.Round(weight * scale), -127, 127);
                if (Math.Abs(rounded) >= least)
                    kept.Add((tag, (sbyte)rounded));
            }

            if (kept.Count > 0)
                (buckets[SparseWeights.BucketOf(feature, bits)] ??= []).Add(PackedRow.Of(feature, kept));
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write((byte)bits);
        foreach (var bucket in buckets)
        {
            writer.Write(checked((ushort)(bucket is null ? 0 : 1 + bucket.Sum(row => 3 + row.Bytes.Length))));
        }

        foreach (var bucket in buckets)
        {
            if (bucket is not null)
                WriteBucket(writer, bucket);
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static void WriteBucket(BinaryWriter writer, List<PackedRow> bucket)
    {
        writer.Write(checked((byte)bucket.Count));
        foreach (var row in bucket)
        {
            writer.Write(row.Fingerprint);
        }

        foreach (var row in bucket)
        {
            writer.Write((byte)((row.Bytes.Length / 2) | (row.IsDense ? SparseWeights.Dense : 0)));
        }

        foreach (var row in bucket)
        {
            writer.Write(row.Bytes);
        }
    }

    /// <summary>The means of what several perceptrons over the same features have learned: what one learned by the chance of
    /// its order weighs less.</summary>
    private static IEnumerable<(ulong Feature, IEnumerable<(byte Class, double Weight)> Row)> Means(
        IReadOnlyList<Perceptron> trained)
    {
        var all = trained.Select(perceptron => perceptron.Averages().GetEnumerator()).ToList();
        var sums = new double[256];
        var seen = new SortedSet<byte>();
        while (all.TrueForAll(rows => rows.MoveNext()))
        {
            seen.Clear();
            foreach (var (tag, weight) in all.SelectMany(rows => rows.Current.Row))
            {
                sums[tag] = (seen.Add(tag) ? 0 : sums[tag]) + weight;
            }

            yield return (all[0].Current.Feature, seen.Select(tag => (tag, sums[tag] / all.Count)));
        }
    }

    /// <summary>The row of a feature as it lies in its bucket.</summary>
    private sealed record PackedRow(ushort Fingerprint, byte[] Bytes, bool IsDense)
    {
        public static PackedRow Of(ulong feature, IReadOnlyCollection<(byte Class, sbyte Weight)> weights)
        {
            var isDense = weights.Count(one => one.Class < TagSet.Common) >= Wide;
            var common = new byte[isDense ? TagSet.Common : 0];
            var pairs = new List<byte>();
            foreach (var (tag, weight) in weights)
            {
                if (tag < common.Length)
                    common[tag] = (byte)weight;
                else
                    pairs.AddRange([tag, (byte)weight]);
            }

            return new PackedRow(SparseWeights.FingerprintOf(feature), [.. common, .. pairs], isDense);
        }
    }
}
