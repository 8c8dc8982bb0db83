using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>What is known of a sentence's type once the draft is read as a whole: what the sentence is by itself, and what
/// <see cref="DraftFollower"/> says of it, who knows what was told before and is still to come. The trainer and the product make it by
/// the same code.</summary>
/// <param name="places">Where each sentence stands.</param>
/// <param name="own">What each is by itself.</param>
/// <param name="followed">What the follower says of each: scores of the types, on the scale of logarithms.</param>
public sealed class SurroundingInputs(ImmutableArray<Place> places, StatementTypes[] own, float[][] followed)
{
    /// <summary>Own types, types as followed, place.</summary>
    public const int Count = 6 + 6 + 5;

    /// <summary>In a draft of so many sentences their surroundings count by half.</summary>
    private const double HalfTrust = 1;

    /// <summary>How far the surroundings are to be trusted, from 0 to 1.</summary>
    public double Trust => own.Length / (own.Length + HalfTrust);

    /// <summary>Fills <paramref name="into"/>, which has <see cref="Count"/> places.</summary>
    public void Write(int sentence, Span<float> into)
    {
        into.Clear();
        for (var type = 0; type < 6; type++)
        {
            into[type] = (float)Math.Log(Math.Max(LinearModel.LeastProbability, own[sentence][(StatementType)type]));
        }

        followed[sentence].CopyTo(into[6..]);
        LinearModel.LogSoftMax(into.Slice(6, 6));
        into[12 + (int)places[sentence]] = 1;
    }
}
