using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Rows of weights that speak for many tags, written out with a number for every tag, so that they are added whole. They are
/// the ones asked for most. Bounded, by where the row stands in the model. For one thread at a time.
/// </summary>
internal sealed class DenseRows(SparseWeights weights, int width)
{
    private const int Size = 1 << 10;

    /// <summary>Rows of fewer tags are added tag by tag.</summary>
    private const int Wide = 10;

    private readonly int[] _rows = new int[Size];
    private readonly short[] _weights = GC.AllocateUninitializedArray<short>(Size * width);

    /// <summary>Adds a feature's weight for each tag it speaks for.</summary>
    public void Add(ulong feature, Span<short> scores)
    {
        var row = weights.Find(feature, out var start);
        if (row.Length < 2 * Wide)
        {
            AddPairs(row, scores);
            return;
        }

        var place = (int)(((uint)start * 0x9E3779B1) >> 22);
        var dense = _weights.AsSpan(place * width, width);
        if (_rows[place] != start)
        {
            _rows[place] = start;
            dense.Clear();
            AddPairs(row, dense);
        }

        Add(dense, scores);
    }

    // Vectors of a set size, since code for those of the machine's size is compiled at every start.
    public static void Add(ReadOnlySpan<short> weights, Span<short> scores)
    {
        ref var from = ref MemoryMarshal.GetReference(weights);
        ref var to = ref MemoryMarshal.GetReference(scores[..weights.Length]);
        for (var i = 0; i < weights.Length; i += Vector128<short>.Count)
        {
            (Vector128.LoadUnsafe(ref to, (nuint)i) + Vector128.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
    }

    private static void AddPairs(ReadOnlySpan<byte> pairs, Span<short> scores)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            scores[pairs[i]] += (sbyte)pairs[i + 1];
        }
    }
}
