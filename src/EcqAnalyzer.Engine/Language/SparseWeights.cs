using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Weights of a linear model over hashed features. A feature's row holds only the classes it speaks for. Rows lie in buckets,
/// each as: number of rows (1 byte), their fingerprints (2 each), how many classes each speaks for (1 each), then for every
/// row its pairs of class (1) and weight (1, signed). Most features asked for are not there, which the fingerprints tell in
/// one look at memory; loading makes no object per feature.
/// </summary>
internal sealed class SparseWeights
{
    private readonly int[] _starts;
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
        _starts = new int[count + 1];
        var start = lengths + (2 * count);
        // Loading is on the path of every run and is not yet compiled at its best then: as little as possible per bucket.
        var sizes = MemoryMarshal.Cast<byte, ushort>(model.AsSpan(lengths, 2 * count));
        for (var bucket = 0; bucket < sizes.Length; bucket++)
        {
            _starts[bucket] = start;
            start += sizes[bucket];
        }

        _starts[count] = start;
        if (start > model.Length)
            throw new InvalidDataException("it ends early");
    }

    /// <summary>Where the weights end in the model's bytes.</summary>
    public int End => _starts[^1];

    public static int BucketOf(ulong feature, int bits) => (int)(feature >> (64 - bits));

    public static ushort FingerprintOf(ulong feature) => (ushort)feature;

    /// <summary>Adds, for each feature, its weight for each class it speaks for.</summary>
    public void AddTo(Span<int> scores, ReadOnlySpan<ulong> features)
    {
        Span<int> starts = stackalloc int[TagFeatures.MaxTogether];
        for (var i = 0; i < features.Length; i++)
        {
            starts[i] = _starts[BucketOf(features[i], _bits)];
        }

        // Buckets lie anywhere in megabytes. Asking for all of them before using the first lets the processor fetch them
        // side by side; one after the other, waiting for memory is most of what tagging costs.
        var touched = 0;
        for (var i = 0; i < features.Length; i++)
        {
            touched |= _model[Math.Min(starts[i], _model.Length - 1)];
        }

        for (var i = 0; i < features.Length && touched >= 0; i++)
        {
            Add(scores, features[i]);
        }
    }

    private void Add(Span<int> scores, ulong feature)
    {
        var bucket = BucketOf(feature, _bits);
        var rows = _model.AsSpan(_starts[bucket], _starts[bucket + 1] - _starts[bucket]);
        if (rows.Length < 1)
            return;
        int count = rows[0];
        var row = MemoryMarshal.Cast<byte, ushort>(rows.Slice(1, 2 * count)).IndexOf(FingerprintOf(feature));
        if (row < 0)
            return;
        var sizes = rows.Slice(1 + (2 * count), count);
        var start = 1 + (3 * count);
        for (var i = 0; i < row; i++)
        {
            start += 2 * sizes[i];
        }

        var pairs = rows.Slice(start, 2 * sizes[row]);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            scores[pairs[i]] += (sbyte)pairs[i + 1];
        }
    }
}
