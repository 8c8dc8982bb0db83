using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Weights of a linear model over hashed features. Rows lie in buckets, each as: number of rows (1 byte), their fingerprints
/// (2 each), half the length of each (1 each, the highest bit set where the row is dense), then the rows. A row is pairs of
/// class (1 byte) and weight (1, signed) for the classes it speaks for; a dense one, which speaks for many, begins with the
/// weights of the first <see cref="TagSet.Common"/> classes, one after the other, so that they are added side by side. Many
/// features asked for are not there, which is told without a look into the bucket once it is known; loading makes no object
/// per feature.
/// </summary>
internal sealed class SparseWeights
{
    /// <summary>More features are never asked for at once.</summary>
    public const int Most = 128;

    /// <summary>Room that scores take: as many as a byte can name, so that no class is beyond it.</summary>
    public const int Room = 256;

    /// <summary>The bit that says that a row is dense.</summary>
    public const byte Dense = 0x80;

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
        _buckets = new ulong[count];
        var start = lengths + (2 * count);
        // Loading is on the path of every run and is not yet compiled at its best then: as little as possible per bucket.
        var sizes = MemoryMarshal.Cast<byte, ushort>(model.AsSpan(lengths, 2 * count));
        for (var bucket = 0; bucket < sizes.Length; bucket++)
        {
            // A bucket without rows is known to have no signs.
            _buckets[bucket] = sizes[bucket] == 0 ? Known : (uint)start;
            start += sizes[bucket];
        }

        End = start;
        if (start > model.Length)
            throw new InvalidDataException("it ends early");
    }

    /// <summary>Where the weights end in the model's bytes.</summary>
    public int End { get; }

    public static int BucketOf(ulong feature, int bits) => (int)(feature >> (64 - bits));

    public static ushort FingerprintOf(ulong feature) => (ushort)feature;

    /// <summary>Has the processor fetch the buckets' places of features that <see cref="Seek"/> will be asked about.</summary>
    public void Expect(ReadOnlySpan<ulong> features)
    {
        ref var buckets = ref MemoryMarshal.GetArrayDataReference(_buckets);
        foreach (var feature in features)
        {
            Memory.Prefetch(ref Unsafe.Add(ref buckets, BucketOf(feature, _bits)));
        }
    }

    /// <summary>Names the features whose bucket may hold them, in order, and returns how many they are. The processor is asked to
    /// fetch their buckets, which lie anywhere in megabytes, so that they are at hand when <see cref="Add"/> comes for them;
    /// waiting for memory would be most of what tagging costs.</summary>
    public int Seek(ReadOnlySpan<ulong> features, Span<Sought> sought)
    {
        var (buckets, bits, count) = (_buckets, _bits, 0);
        ref var model = ref MemoryMarshal.GetArrayDataReference(_model);
        for (var i = 0; i < features.Length; i++)
        {
            var feature = features[i];
            var bucket = buckets[BucketOf(feature, bits)];
            sought[count] = new Sought((uint)bucket, (ushort)i, FingerprintOf(feature));
            count += MayHave(bucket, feature) ? 1 : 0;
        }

        foreach (ref readonly var one in sought[..count])
        {
            Memory.Prefetch(ref Unsafe.Add(ref model, one.Start));
        }

        return count;
    }

    /// <summary>Adds the weights of features that <see cref="Seek"/> named. <paramref name="scores"/> has <see cref="Room"/>.</summary>
    public void Add(ReadOnlySpan<Sought> sought, ReadOnlySpan<ulong> features, Span<short> scores)
    {
        var model = _model;
        ref var score = ref MemoryMarshal.GetReference(scores[..Room]);
        foreach (ref readonly var one in sought)
        {
            if (!one.IsKnown)
                LearnSigns(features[one.Feature]);
            var rows = model.AsSpan(one.Start);
            int count = rows[0];
            var row = RowOf(rows, count, one.Fingerprint);
            if (row < 0)
                continue;
            var sizes = rows[(1 + (2 * count))..];
            var weights = rows.Slice(1 + (3 * count) + (2 * SizeBefore(sizes, row)), 2 * (sizes[row] & ~Dense));
            if (sizes[row] >= Dense)
            {
                AddDense(weights[..TagSet.Common], ref score);
                weights = weights[TagSet.Common..];
            }

            foreach (var pair in MemoryMarshal.Cast<byte, ushort>(weights))
            {
                Unsafe.Add(ref score, (nint)(byte)pair) += (sbyte)(pair >> 8);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddDense(ReadOnlySpan<byte> weights, ref short score)
    {
        ref var from = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(weights));
        for (nuint i = 0; i < TagSet.Common; i += (nuint)Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, i));
            var next = i + (nuint)Vector128<short>.Count;
            (Vector128.LoadUnsafe(ref score, i) + low).StoreUnsafe(ref score, i);
            (Vector128.LoadUnsafe(ref score, next) + high).StoreUnsafe(ref score, next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayHave(ulong bucket, ulong feature) => ((bucket & Known) == 0) | ((bucket & SignOf((ushort)feature)) != 0);

    private static ulong SignOf(ushort fingerprint) => 1UL << (32 + (fingerprint & 31));

    // Threads that look into the same bucket at once find the same signs.
    private void LearnSigns(ulong feature)
    {
        ref var bucket = ref _buckets[BucketOf(feature, _bits)];
        bucket |= Known | SignsOf(_model.AsSpan((int)(bucket & (Known - 1))));
    }

    private static ulong SignsOf(ReadOnlySpan<byte> rows)
    {
        var signs = 0UL;
        foreach (var fingerprint in MemoryMarshal.Cast<byte, ushort>(rows.Slice(1, 2 * rows[0])))
        {
            signs |= SignOf(fingerprint);
        }

        return signs;
    }

    // No branches on how many rows there are, where that can be: they go either way and would be guessed wrong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RowOf(ReadOnlySpan<byte> rows, int count, ushort fingerprint)
    {
        if (count > Vector128<ushort>.Count || rows.Length < 1 + Vector128<byte>.Count)
            return MemoryMarshal.Cast<byte, ushort>(rows.Slice(1, 2 * count)).IndexOf(fingerprint);
        var fingerprints = Vector128.Create(rows.Slice(1, Vector128<byte>.Count)).AsUInt16();
        var found = Vector128.Equals(fingerprints, Vector128.Create(fingerprint)).ExtractMostSignificantBits() & ((1u << count) - 1);
        return found == 0 ? -1 : BitOperations.TrailingZeroCount(found);
    }

    /// <summary>Half the length of the rows before <paramref name="row"/> together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeBefore(ReadOnlySpan<byte> sizes, int row)
    {
        if (row < sizeof(ulong) && sizes.Length >= sizeof(ulong))
        {
            var before = BinaryPrimitives.ReadUInt64LittleEndian(sizes) & 0x7F7F7F7F7F7F7F7F & ((1UL << (8 * row)) - 1);
            before = (before & 0x00FF00FF00FF00FF) + ((before >> 8) & 0x00FF00FF00FF00FF);
            return (int)((before * 0x0001000100010001) >> 48);
        }

        var sum = 0;
        foreach (var size in sizes[..row])
        {
            sum += size & ~Dense;
        }

        return sum;
    }
}

/// <summary>A feature whose bucket may hold it, and which of the features asked for it is.</summary>
internal readonly record struct Sought(uint Bucket, ushort Feature, ushort Fingerprint)
{
    public int Start => (int)(Bucket & int.MaxValue);

    public bool IsKnown => (int)Bucket < 0;
}
