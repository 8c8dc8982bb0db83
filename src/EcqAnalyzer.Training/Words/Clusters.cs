using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training.Words;

/// <summary>Groups words by their vectors: k-means into large groups, then each of these into small ones. Plain arithmetic in
/// a fixed order, so the same file gives the same groups.</summary>
internal static class Clusters
{
    private const int Large = 64;
    private const int Small = 1 << ListedWord.FineBits;
    private const int Rounds = 12;

    /// <summary>The cluster of each word: large group above, small group in the lower bits; none is 0.</summary>
    public static IReadOnlyDictionary<string, ushort> Of(Embeddings embeddings)
    {
        var all = Enumerable.Range(0, embeddings.Words.Count).ToArray();
        var large = Group(embeddings.Vectors, all, Large);
        var clusters = new Dictionary<string, ushort>(StringComparer.Ordinal);
        for (var group = 0; group < Large; group++)
        {
            var members = all.Where(i => large[i] == group).ToArray();
            var small = Group(embeddings.Vectors, members, Math.Min(Small, members.Length));
            for (var i = 0; i < members.Length; i++)
            {
                clusters.TryAdd(embeddings.Words[members[i]], (ushort)(((group + 1) << ListedWord.FineBits) | small[i]));
            }
        }

        return clusters;
    }

    private static int[] Group(IReadOnlyList<float[]> vectors, int[] members, int count)
    {
        // The first centers are words spread evenly over the frequent half.
        var centers = Enumerable.Range(0, count)
            .Select(i => vectors[members[(int)((long)i * members.Length / (2 * count))]].ToArray()).ToArray();
        var groups = new int[members.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < members.Length; i++)
            {
                groups[i] = Nearest(centers, vectors[members[i]]);
            }

            Recenter(centers, vectors, members, groups);
        }

        return groups;
    }

    private static int Nearest(float[][] centers, float[] vector)
    {
        var (best, most) = (0, float.MinValue);
        for (var i = 0; i < centers.Length; i++)
        {
            var likeness = Dot(centers[i], vector);
            if (likeness > most)
                (best, most) = (i, likeness);
        }

        return best;
    }

    private static float Dot(float[] a, float[] b)
    {
        // Four sums side by side, written out: a vector register would add in an order that depends on the machine.
        var (s0, s1, s2, s3) = (0f, 0f, 0f, 0f);
        for (var i = 0; i + 3 < a.Length && i + 3 < b.Length; i += 4)
        {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }

        return s0 + s1 + (s2 + s3);
    }

    private static void Recenter(float[][] centers, IReadOnlyList<float[]> vectors, int[] members, int[] groups)
    {
        foreach (var center in centers)
        {
            Array.Clear(center);
        }

        for (var i = 0; i < members.Length; i++)
        {
            var (center, vector) = (centers[groups[i]], vectors[members[i]]);
            for (var d = 0; d < center.Length; d++)
            {
                center[d] += vector[d];
            }
        }

        foreach (var center in centers)
        {
            var length = MathF.Sqrt(Dot(center, center));
            for (var d = 0; d < center.Length && length > 0; d++)
            {
                center[d] /= length;
            }
        }
    }
}
