using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training.Words;

/// <summary>Lays the word list out as <see cref="WordList"/> reads it.</summary>
internal static class WordListWriter
{
    private const int Bits = 13;

    public static byte[] Write(IReadOnlyDictionary<string, byte> classes, IReadOnlyDictionary<string, ushort> clusters)
    {
        var entries = new SortedDictionary<ulong, ListedWord>();
        foreach (var word in classes.Keys.Concat(clusters.Keys))
        {
            entries[Hash.Of(word)] = new ListedWord(classes.GetValueOrDefault(word), clusters.GetValueOrDefault(word));
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write((byte)Bits);
        var sizes = new byte[1 << Bits];
        foreach (var word in entries.Keys)
        {
            checked
            {
                sizes[WordList.BucketOf(word, Bits)]++;
            }
        }

        writer.Write(sizes);
        foreach (var (word, entry) in entries)
        {
            writer.Write(WordList.FingerprintOf(word));
            writer.Write(entry.Class);
            writer.Write(entry.Cluster);
        }

        writer.Flush();
        return memory.ToArray();
    }
}
