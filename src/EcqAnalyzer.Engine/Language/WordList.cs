using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// What is known of English words beyond the treebanks: a class (the tags that dictionaries give a word) and a cluster (words
/// used like it). Words lie in buckets by hash, each as fingerprint (2 bytes), class (1) and cluster (2), used where they lie
/// in the model's bytes.
/// </summary>
internal sealed class WordList
{
    public const int EntrySize = 5;

    private readonly int[] _starts;
    private readonly byte[] _model;
    private readonly int _rows;
    private readonly int _bits;

    /// <param name="model">The model's bytes.</param>
    /// <param name="position">Where in it the list begins: the logarithm of the number of buckets (1 byte), the words in
    /// each (1 byte each), the words.</param>
    public WordList(byte[] model, int position)
    {
        _model = model;
        _bits = model[position];
        if (_bits is < 1 or > 16)
            throw new InvalidDataException($"2^{_bits} buckets");
        var sizes = model.AsSpan(position + 1, 1 << _bits);
        _starts = new int[sizes.Length + 1];
        var start = 0;
        for (var bucket = 0; bucket < sizes.Length; bucket++)
        {
            start += sizes[bucket];
            _starts[bucket + 1] = start;
        }

        _rows = position + 1 + sizes.Length;
        End = _rows + (start * EntrySize);
        if (End > model.Length)
            throw new InvalidDataException("it ends early");
    }

    public static WordList Empty { get; } = new([1, 0, 0], 0);

    /// <summary>Where the list ends in the model's bytes.</summary>
    public int End { get; }

    public static int BucketOf(ulong word, int bits) => (int)(word >> (64 - bits));

    public static ushort FingerprintOf(ulong word) => (ushort)word;

    /// <summary>Has the processor fetch what <see cref="Find"/> will look at.</summary>
    public void Expect(ulong word)
    {
        var start = _starts[BucketOf(word, _bits)];
        if (_rows + (start * EntrySize) < _model.Length)
            Memory.Prefetch(ref _model[_rows + (start * EntrySize)]);
    }

    /// <summary>The word's entry by the hash of its normal form; class and cluster 0 where it is not listed.</summary>
    public ListedWord Find(ulong word)
    {
        var bucket = BucketOf(word, _bits);
        var (start, end) = (_starts[bucket], _starts[bucket + 1]);
        var entries = _model.AsSpan(_rows + (start * EntrySize), (end - start) * EntrySize);
        var fingerprint = FingerprintOf(word);
        for (; entries.Length > 0; entries = entries[EntrySize..])
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(entries) == fingerprint)
                return new ListedWord(entries[2], BinaryPrimitives.ReadUInt16LittleEndian(entries[3..]));
        }

        return default;
    }
}

/// <summary>A word of the list. The cluster's upper bits name the greater cluster that it is part of.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListedWord(byte Class, ushort Cluster)
{
    public const int FineBits = 5;

    public int Coarse => Cluster >> FineBits;
}
