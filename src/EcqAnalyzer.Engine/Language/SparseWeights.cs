using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Weights of a linear model over hashed features. A feature's row holds only the classes it speaks for. Rows lie in buckets,
/// each as: number of rows (1 byte), their fingerprints (2 each), how many classes each speaks for (1 each), then for every
/// row its pairs of class (1) and weight (1, signed). Many features asked for are not there, which is told without a
/// look into the bucket once it is known; loading makes no object per feature.
/// </summary>
internal sealed class SparseWeights
{
    /// <summary>More features are never asked for at once.</summary>
    public const int Most = 128;

    /// <summary>Set once a bucket has been looked into and its signs are known.</summary>
    private const ulong Known = 1UL << 31;

    /// <summary>For each bucket where it begins (bits 0 to 30) and, once known, a sign for every fingerprint in it (bits 32 to
    /// 63): what has no sign is not there, which saves a look into the bucket.</summary>
    private readonly ulong[] _buckets;
    private readonly byte[] _model;
    private readonly int _bits;

    /// <param name="model">The model's bytes.</param>
    /// <param name="position">Where in it these weights begin: the logarithm of the number of buckets (1 byte), the length
    /// of each bucket (2 bytes), the rows.</param>
    public SparseWeights(byte[] model, int position)
    {
        _model = model;
        _bits = model[position];
        if (_bits is < 1 or > 20)
            throw new InvalidDataException($"2^{_bits} buckets");
        var count = 1 << _bits;
        var lengths = position + 1;
        _buckets = new ulong[count + 1];
        var start = lengths + (2 * count);
        // Loading is on the path of every run and is not yet compiled at its best then: as little as possible per bucket.
        var sizes = MemoryMarshal.Cast<byte, ushort>(model.AsSpan(lengths, 2 * count));
        for (var bucket = 0; bucket < sizes.Length; bucket++)
        {
            _buckets[bucket] = (uint)start;
            start += sizes[bucket];
        }

        _buckets[count] = (uint)start;
        End = start;
        if (start > model.Length)
            throw new InvalidDataException("it ends early");
    }

    /// <summary>Where the weights end in the model's bytes.</summary>
    public int End { get; }

    public static int BucketOf(ulong feature, int bits) => (int)(feature >> (64 - bits));

    public static ushort FingerprintOf(ulong feature) => (ushort)feature;

    /// <summary>Asks for the rows of all these features, which lie anywhere in megabytes, so that the processor fetches them side
    /// by side; one after the other, waiting for memory would be most of what tagging costs. True always, but told from what
    /// was fetched, so that no compiler leaves the fetching out.</summary>
    public bool Fetch(ReadOnlySpan<ulong> features)
    {
        Span<int> starts = stackalloc int[Most];
        var count = 0;
        foreach (var feature in features)
        {
            var bucket = _buckets[BucketOf(feature, _bits)];
            starts[count] = StartOf(bucket);
            count += MayHave(bucket, feature) ? 1 : 0;
        }

        var touched = 0;
        foreach (var start in starts[..count])
        {
            touched |= _model[Math.Min(start, _model.Length - 1)];
        }

        return touched >= 0;
    }

    /// <summary>Adds a feature's weight for each class it speaks for.</summary>
    public void Add(ulong feature, Span<short> scores)
    {
        var pairs = Find(feature, out _);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            scores[pairs[i]] += (sbyte)pairs[i + 1];
        }
    }

    /// <summary>The pairs of a feature's row and where they stand in the model; none where there is no row.</summary>
    public ReadOnlySpan<byte> Find(ulong feature, out int start)
    {
        var number = BucketOf(feature, _bits);
        var bucket = _buckets[number];
        start = StartOf(bucket);
        if (!MayHave(bucket, feature))
            return [];
        var rows = _model.AsSpan(start, StartOf(_buckets[number + 1]) - start);
        if ((bucket & Known) == 0)
            _buckets[number] = bucket | Known | SignsOf(rows);
        if (rows.IsEmpty)
            return rows;
        int count = rows[0];
        var row = RowOf(rows, count, FingerprintOf(feature));
        if (row < 0)
            return [];
        var sizes = rows[(1 + (2 * count))..];
        var before = 1 + (3 * count) + (2 * SizeBefore(sizes, row));
        start += before;
        return rows.Slice(before, 2 * sizes[row]);
    }

    private static int StartOf(ulong bucket) => (int)(bucket & (Known - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayHave(ulong bucket, ulong feature) => ((bucket & Known) == 0) | ((bucket & SignOf((ushort)feature)) != 0);

    private static ulong SignOf(ushort fingerprint) => 1UL << (32 + (fingerprint & 31));

    // Threads that look into the same bucket at once find the same signs.
    private static ulong SignsOf(ReadOnlySpan<byte> rows)
    {
        var signs = 0UL;
        if (rows.IsEmpty)
            return signs;
        foreach (var fingerprint in MemoryMarshal.Cast<byte, ushort>(rows.Slice(1, 2 * rows[0])))
        {
            signs |= SignOf(fingerprint);
        }

        return signs;
    }

    // No branches on how many rows there are, where that can be: they go either way and would be guessed wrong.
    private static int RowOf(ReadOnlySpan<byte> rows, int count, ushort fingerprint)
    {
        if (count > Vector128<ushort>.Count || rows.Length < 1 + Vector128<byte>.Count)
            return MemoryMarshal.Cast<byte, ushort>(rows.Slice(1, 2 * count)).IndexOf(fingerprint);
        var fingerprints = Vector128.Create(rows.Slice(1, Vector128<byte>.Count)).AsUInt16();
        var found = Vector128.Equals(fingerprints, Vector128.Create(fingerprint)).ExtractMostSignificantBits() & ((1u << count) - 1);
        return found == 0 ? -1 : BitOperations.TrailingZeroCount(found);
    }

    /// <summary>How many pairs the rows before <paramref name="row"/> have together.</summary>
    private static int SizeBefore(ReadOnlySpan<byte> sizes, int row)
    {
        if (row < sizeof(ulong) && sizes.Length >= sizeof(ulong))
        {
            var before = BinaryPrimitives.ReadUInt64LittleEndian(sizes) & ((1UL << (8 * row)) - 1);
            before = (before & 0x00FF00FF00FF00FF) + ((before >> 8) & 0x00FF00FF00FF00FF);
            return (int)((before * 0x0001000100010001) >> 48);
        }

        var sum = 0;
        foreach (var size in sizes[..row])
        {
            sum += size;
        }

        return sum;
    }
}
