using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>
/// What is known of some 40,000 English words: a vector of meaning, how common the word is, and the broad class that a
/// dictionary gives it as a noun and as a verb (a person, an act, a quantity; a change, a speaking, a having). Made by
/// <c>ecq train --words</c>; used where its bytes lie, so that loading it costs one read of the file.
/// </summary>
public sealed class WordTable
{
    public const int Dimensions = 100;
    public const uint Magic = 0x57514345;
    public const int Version = 1;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _mask;
    private readonly int _slots;
    private readonly int _hashes;
    private readonly int _weights;
    private readonly int _verbs;
    private readonly int _nouns;
    private readonly int _vectors;
    private readonly float _step;

    private WordTable(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ModelReader(bytes.Span);
        if (reader.UInt32() != Magic || reader.Int32() != Version)
        {
            throw new InvalidDataException("its first bytes are not those of this version");
        }

        Count = reader.Count(ushort.MaxValue - 1);
        _mask = reader.Slots() - 1;
        _step = BitConverter.Int32BitsToSingle(reader.Int32());
        _bytes = bytes;
        _slots = reader.Position;
        _hashes = _slots + (2 * (_mask + 1));
        _weights = _hashes + (4 * Count);
        _verbs = _weights + Count;
        _nouns = _verbs + Count;
        _vectors = _nouns + Count;
        if (_vectors + (Count * Dimensions) != bytes.Length)
        {
            throw new InvalidDataException("it is not as long as it says");
        }
    }

    public int Count { get; }

    /// <summary>Throws <see cref="FaultyFilesException"/> (ECQ302) for anything else than a whole table of this version.</summary>
    public static WordTable Load(ReadOnlyMemory<byte> bytes, string name = "models/words/words.bin")
    {
        try
        {
            return new WordTable(bytes);
        }
        catch (InvalidDataException fault)
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ302", name, null, null, $"not a usable table of words ({fault.Message}); make it again with ecq train --words")]);
        }
    }

    /// <summary>The word's row; -1 where it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[32];
        if (word.Length is 0 or > 32)
        {
            return -1;
        }

        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = char.ToLowerInvariant(word[i]);
        }

        return Find(FeatureHash.Add(FeatureHash.Start, lower[..word.Length]));
    }

    /// <summary>From 0 to 255: how much the word counts in a mean. Common words hardly do.</summary>
    public int WeightOf(int row) => _bytes.Span[_weights + row];

    /// <summary>The class of the word as a verb: a number of WordNet's lexicographer files; 0 for none.</summary>
    public int VerbClassOf(int row) => _bytes.Span[_verbs + row];

    public int NounClassOf(int row) => _bytes.Span[_nouns + row];

    /// <summary>Adds the word's vector, times <paramref name="factor"/>: four places at a time, each by itself.</summary>
    public void AddTo(Span<float> sum, int row, float factor)
    {
        var vector = _bytes.Span.Slice(_vectors + (row * Dimensions), Dimensions);
        ref var to = ref MemoryMarshal.GetReference(sum[..Dimensions]);
        var factors = Vector128.Create(factor * _step);
        for (var i = 0; i < Dimensions; i += Vector128<float>.Count)
        {
            var parts = Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadInt32LittleEndian(vector[i..])).AsSByte();
            var wide = Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(parts)));
            (Vector128.LoadUnsafe(ref to, (nuint)i) + (wide * factors)).StoreUnsafe(ref to, (nuint)i);
        }
    }

    private int Find(uint hash)
    {
        var slots = MemoryMarshal.Cast<byte, ushort>(_bytes.Span.Slice(_slots, 2 * (_mask + 1)));
        var hashes = MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(_hashes, 4 * Count));
        for (var slot = (int)(FeatureHash.Spread(hash) & (uint)_mask); slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (hashes[slots[slot] - 1] == hash)
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }
}
