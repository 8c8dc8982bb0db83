using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>
/// A linear model as it lies in a file: for each class a bias, a weight for each of the numbered inputs, and one for each
/// hashed feature. The trainer made the weights; here they are only added up. Features that it did not meet say nothing.
/// </summary>
public sealed class LinearModel
{
    /// <summary>Less probable is as good as never.</summary>
    public const float LeastProbability = 1e-4f;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _mask;
    private readonly int _rows;
    private readonly int _keys;
    private readonly int _places;
    private readonly int _bias;
    private readonly int _dense;
    private readonly int _sparse;

    /// <param name="bytes">A file that holds the model, among others.</param>
    /// <param name="start">Where in it the model begins.</param>
    internal LinearModel(ReadOnlyMemory<byte> bytes, int start)
    {
        var reader = new ModelReader(bytes.Span[start..]);
        Classes = reader.Count(256);
        Inputs = reader.Count(1 << 16);
        _rows = reader.Count(ushort.MaxValue);
        _mask = reader.Slots() - 1;
        _bytes = bytes;
        _keys = start + reader.Position;
        _places = _keys + (4 * (_mask + 1));
        _bias = _places + (2 * (_mask + 1));
        _dense = _bias + (4 * Classes);
        _sparse = _dense + (4 * Classes * Inputs);
        End = _sparse + (4 * Classes * _rows);
        if (End > bytes.Length)
        {
            throw new InvalidDataException("it ends early");
        }
    }

    public int Classes { get; }

    /// <summary>How many numbered inputs there are.</summary>
    public int Inputs { get; }

    internal int End { get; }

    /// <summary>Sets <paramref name="scores"/>, one for each class.</summary>
    public void Score(ReadOnlySpan<float> inputs, FeatureList? features, Span<float> scores)
    {
        FloatsAt(_bias, Classes).CopyTo(scores);
        var dense = FloatsAt(_dense, Classes * Inputs);
        for (var i = 0; i < Inputs; i++)
        {
            if (inputs[i] != 0)
            {
                Add(scores, dense.Slice(i * Classes, Classes), inputs[i]);
            }
        }

        if (features is null)
        {
            return;
        }

        var hashes = features.Hashes;
        var values = features.Values;
        var rows = features.Rows;
        var keys = MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(_keys, 4 * (_mask + 1)));
        var places = MemoryMarshal.Cast<byte, ushort>(_bytes.Span.Slice(_places, 2 * (_mask + 1)));
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = FindRow(keys, places, hashes[i]);
        }

        var sparse = FloatsAt(_sparse, Classes * _rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] > 0)
            {
                Add(scores, sparse.Slice(Classes * (rows[i] - 1), Classes), values[i]);
            }
        }
    }

    /// <summary>Turns scores into probabilities that sum to 1.</summary>
    public static void SoftMax(Span<float> scores)
    {
        var most = scores[0];
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    /// <summary>Turns scores into the logarithms of their probabilities, none below that of one in ten thousand.</summary>
    public static void LogSoftMax(Span<float> scores)
    {
        SoftMax(scores);
        foreach (ref var score in scores)
        {
            score = MathF.Log(Math.Max(LeastProbability, score));
        }
    }

    public static float Sigmoid(float score) => 1 / (1 + MathF.Exp(-score));

    /// <summary>The place of a feature's weights, from 1; 0 for a feature that training did not meet.</summary>
    private static int FindRow(ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> places, uint feature)
    {
        var mask = keys.Length - 1;
        var slot = (int)(FeatureHash.Spread(feature) & (uint)mask);
        while (places[slot] != 0 && keys[slot] != feature)
        {
            slot = (slot + 1) & mask;
        }

        return places[slot];
    }

    /// <summary>Four classes at a time; each is multiplied and added by itself, so that the sums are those of one at a time.</summary>
    private static void Add(Span<float> scores, ReadOnlySpan<float> weights, float value)
    {
        ref var to = ref MemoryMarshal.GetReference(scores);
        ref var from = ref MemoryMarshal.GetReference(weights);
        var (i, values) = (0, Vector128.Create(value));
        for (; i <= scores.Length - Vector128<float>.Count && i <= weights.Length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            (Vector128.LoadUnsafe(ref to, (nuint)i) + (Vector128.LoadUnsafe(ref from, (nuint)i) * values)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < scores.Length; i++)
        {
            scores[i] += weights[i] * value;
        }
    }

    private ReadOnlySpan<float> FloatsAt(int place, int count) =>
        MemoryMarshal.Cast<byte, float>(_bytes.Span.Slice(place, 4 * count));
}
