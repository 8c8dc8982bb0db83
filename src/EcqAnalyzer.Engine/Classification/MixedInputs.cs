using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>What is given to the models that weigh the two ways of reading a sentence against each other: by its features, and as
/// the encoder reads it. The trainer and the product make it by the same code.</summary>
public static class MixedInputs
{
    /// <summary>The logarithms of the probability of each type, by features and by the encoder.</summary>
    public const int Types = 6 + 6;

    /// <summary>For competencies, before the mark of which one it is.</summary>
    public const int SharedShown = 2;

    /// <summary>Log odds beyond it say no more.</summary>
    private const float MostOdds = 6;

    /// <param name="byFeatures">Probabilities of the types.</param>
    /// <param name="encoded">The sentence's, of which the scores of the types are taken.</param>
    /// <param name="into">Has <see cref="Types"/> places.</param>
    public static void WriteTypes(ReadOnlySpan<float> byFeatures, EncodedSentence encoded, Span<float> into)
    {
        for (var type = 0; type < 6; type++)
        {
            into[type] = MathF.Log(Math.Max(LinearModel.LeastProbability, byFeatures[type]));
        }

        encoded.Scores.AsSpan(0, 6).CopyTo(into[6..]);
        LinearModel.LogSoftMax(into[6..Types]);
    }

    /// <param name="byFeatures">Log odds of the competency by features.</param>
    /// <param name="encoded">Log odds of it by the encoder.</param>
    /// <param name="number">Which competency of the model's it is.</param>
    /// <param name="into">Has <see cref="SharedShown"/> places and one for each of the model's competencies.</param>
    public static void WriteShown(float byFeatures, float encoded, int number, Span<float> into)
    {
        into.Clear();
        into[0] = Math.Clamp(byFeatures, -MostOdds, MostOdds);
        into[1] = Math.Clamp(encoded, -MostOdds, MostOdds);
        into[SharedShown + number] = 1;
    }

    /// <summary>For each of the competencies the encoder's class; -1 for one that it was not taught.</summary>
    public static int[] ClassesOf(ImmutableArray<CompetencyId> competencies, EncoderModel encoder)
    {
        var classes = new int[competencies.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            var at = encoder.Competencies.IndexOf(competencies[i]);
            classes[i] = at < 0 ? -1 : 6 + at;
        }

        return classes;
    }
}
