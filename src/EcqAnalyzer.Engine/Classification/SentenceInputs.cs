using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>What the classifier is given of a sentence: first for types, then, with these known, for competencies. The
/// trainer and the product make it by the same code.</summary>
public sealed class SentenceInputs(WordTable words)
{
    /// <summary>Makes values of vectors about as large as those of features: a mean of unit vectors is small.</summary>
    private const float VectorScale = 1.5f;

    private const float Least = 1e-9f;

    private readonly ReadWords _words = new(words);
    private readonly float[] _vectors = new float[MeaningVectors.Length];
    private float[] _topics = [];

    public FeatureList Features { get; } = new();

    /// <summary>The numbered inputs for types.</summary>
    public ReadOnlySpan<float> Vectors => _vectors;

    /// <summary>The numbered inputs for competencies.</summary>
    public ReadOnlySpan<float> Topics => _topics;

    public static int TopicsOf(int competencies) => MeaningVectors.Length + competencies + 6;

    public void ReadTypes(string text, Sentence sentence)
    {
        _words.Fill(text, sentence);
        Features.Clear();
        ClauseFeatures.Write(_words, Features);
        WordFeatures.Write(_words, Features);
        PatternFeatures.Write(_words, Features);
        MeaningVectors.Write(_words, _vectors);
        foreach (ref var part in _vectors.AsSpan())
        {
            part *= VectorScale;
        }
    }

    /// <summary>After <see cref="ReadTypes"/>: takes the features of form away and reads those of topic.</summary>
    public void ReadTopics(ReadOnlySpan<float> prototypes, ReadOnlySpan<float> types)
    {
        var competencies = prototypes.Length / WordTable.Dimensions;
        if (_topics.Length != TopicsOf(competencies))
        {
            _topics = new float[TopicsOf(competencies)];
        }

        Features.Clear();
        WordFeatures.WriteClasses(_words, Features);
        TopicFeatures.Write(_words, Features);
        WriteTopics(_vectors, prototypes, types, _topics);
    }

    /// <summary>The numbered inputs for competencies: the vectors, how like each competency's prototype they are, the types.</summary>
    public static void WriteTopics(
        ReadOnlySpan<float> vectors, ReadOnlySpan<float> prototypes, ReadOnlySpan<float> types, Span<float> into)
    {
        vectors.CopyTo(into);
        var competencies = prototypes.Length / WordTable.Dimensions;
        var own = LengthOf(vectors[..WordTable.Dimensions]);
        for (var i = 0; i < competencies; i += 2)
        {
            // The last of an odd number is its own neighbour.
            var next = Math.Min(i + 1, competencies - 1);
            (into[vectors.Length + i], into[vectors.Length + next]) = Likeness(vectors, own, Prototype(prototypes, i), Prototype(prototypes, next));
        }

        types.CopyTo(into[(vectors.Length + competencies)..]);
    }

    private static ReadOnlySpan<float> Prototype(ReadOnlySpan<float> prototypes, int i) =>
        prototypes.Slice(i * WordTable.Dimensions, WordTable.Dimensions);

    /// <summary>The cosines of the sentence's words, whose vector has this length, and two prototypes: sums that do not wait for
    /// each other take the time of one.</summary>
    private static (float One, float Other) Likeness(
        ReadOnlySpan<float> vectors, float own, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var (dotOne, dotOther, ofOne, ofOther) = (0f, 0f, Least, Least);
        for (var i = 0; i < WordTable.Dimensions; i++)
        {
            dotOne += vectors[i] * one[i];
            dotOther += vectors[i] * other[i];
            ofOne += one[i] * one[i];
            ofOther += other[i] * other[i];
        }

        return (dotOne / MathF.Sqrt(own * ofOne), dotOther / MathF.Sqrt(own * ofOther));
    }

    /// <summary>Squared, and never 0.</summary>
    private static float LengthOf(ReadOnlySpan<float> vector)
    {
        var length = Least;
        foreach (var part in vector)
        {
            length += part * part;
        }

        return length;
    }
}
