using System.Buffers.Binary;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Weights of a linear model over hashed features. A feature's row holds only the classes it speaks for. Rows lie one after
/// the other in buckets, each as: fingerprint (2 bytes), count (1), then count pairs of class (1) and weight (1, signed).
/// Finding a row reads one stretch of memory, and loading makes no object per feature.
/// </summary>
internal sealed class SparseWeights
{
    public const int BucketBits = 16;
    public const int BucketCount = 1 << BucketBits;

    private readonly int[] _starts = new int[BucketCount + 1];
    private readonly byte[] _model;

    /// <param name="model">The model's bytes.</param>
    /// <param name="lengths">Where in it the lengths of the buckets stand, 2 bytes each; the rows follow.</param>
    public SparseWeights(byte[] model, int lengths)
    {
        _model = model;
        var position = lengths + 2 * BucketCount;
        for (var bucket = 0; bucket < BucketCount; bucket++)
        {
            _starts[bucket] = position;
            position += BinaryPrimitives.ReadUInt16LittleEndian(model.AsSpan(lengths + 2 * bucket));
        }

        _starts[BucketCount] = position;
        if (position > model.Length)
            throw new InvalidDataException("the weights end early");
    }

    public int End => _starts[BucketCount];

    public static int BucketOf(ulong feature) => (int)(feature >> (64 - BucketBits));

    public static ushort FingerprintOf(ulong feature) => (ushort)feature;

    public void AddTo(Span<int> scores, ulong feature)
    {
        var bucket = BucketOf(feature);
        var rows = _model.AsSpan(_starts[bucket], _starts[bucket + 1] - _starts[bucket]);
        var fingerprint = FingerprintOf(feature);
        while (rows.Length >= 3)
        {
            var size = 3 + 2 * rows[2];
            if (BinaryPrimitives.ReadUInt16LittleEndian(rows) == fingerprint)
            {
                for (var i = 3; i < size; i += 2)
                {
                    scores[rows[i]] += (sbyte)rows[i + 1];
                }

                return;
            }

            rows = rows[size..];
        }
    }
}
