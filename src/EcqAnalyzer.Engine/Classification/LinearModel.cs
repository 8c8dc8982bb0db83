using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>
/// A linear model as it lies in a file: for each class a bias, a weight for each of the numbered inputs, and one for each
/// hashed feature. The trainer made the weights; here they are only added up. Features that it did not meet say nothing.
/// </summary>
public sealed class LinearModel
{
    private readonly byte[] _bytes;
    private readonly int _mask;
    private readonly int _rows;
    private readonly int _keys;
    private readonly int _places;
    private readonly int _bias;
    private readonly int _dense;
    private readonly int _sparse;

    /// <param name="bytes">A file that holds the model, among others.</param>
    /// <param name="start">Where in it the model begins.</param>
    internal LinearModel(byte[] bytes, int start)
    {
        var reader = new ModelReader(bytes.AsSpan(start));
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

        for (var i = 0; features is not null && i < features.Count; i++)
        {
            if (FindWeights(features.Hashes[i], out var weights))
            {
                Add(scores, weights, features.Values[i]);
            }
        }
    }

    /// <summary>What one hashed feature adds to a class; 0 for one that the model does not know.</summary>
    public float WeightOf(uint feature, int of) => FindWeights(feature, out var weights) ? weights[of] : 0;

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

    public static float Sigmoid(float score) => 1 / (1 + MathF.Exp(-score));

    private bool FindWeights(uint feature, out ReadOnlySpan<float> weights)
    {
        var keys = MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan(_keys, 4 * (_mask + 1)));
        var places = MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan(_places, 2 * (_mask + 1)));
        for (var slot = (int)(FeatureHash.Spread(feature) & (uint)_mask); places[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (keys[slot] == feature)
            {
                weights = FloatsAt(_sparse + (4 * Classes * (places[slot] - 1)), Classes);
                return true;
            }
        }

        weights = default;
        return false;
    }

    private static void Add(Span<float> scores, ReadOnlySpan<float> weights, float value)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += weights[i] * value;
        }
    }

    private ReadOnlySpan<float> FloatsAt(int place, int count) =>
        MemoryMarshal.Cast<byte, float>(_bytes.AsSpan(place, 4 * count));
}
