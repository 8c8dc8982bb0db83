using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Classification;

/// <summary>A labelled draft as the product reads it, with what its sentences give to learn from, and what a
/// <see cref="DraftFollower"/> that was not taught with it says of each: that of the committed
/// encoder, or of one that was taught with half of what that one was (<see cref="IsCrossed"/>).</summary>
public sealed record SampleDocument(
    GoldNarrative Gold, Document Document, DraftKind Kind, ImmutableArray<Place> Places, ImmutableArray<Sample> Samples, float[][] Followed, bool IsCrossed);

/// <summary>A labelled sentence with all that the classifier and the fusion are given of it. Features are hashes with values;
/// <see cref="RuledTypes"/> and <see cref="RuledShown"/> are what the rules say, by type and by competency; <see cref="Encoded"/> is what an
/// encoder says that was not taught with it.</summary>
public sealed record Sample(
    GoldSentence Gold,
    HashedFeatures Form,
    float[] Vectors,
    HashedFeatures Topic,
    Place Place,
    double[] RuledTypes,
    double[] RuledShown,
    EncodedSentence Encoded)
{
    public int Type => (int)Gold.Type;
}

/// <summary>Hashed features of a sentence.</summary>
public sealed record HashedFeatures(uint[] Hashes, float[] Values)
{
    /// <summary>Fills the list with them.</summary>
    public void CopyTo(FeatureList list)
    {
        list.Clear();
        for (var i = 0; i < Hashes.Length; i++)
        {
            list.AddHashed(Hashes[i], Values[i]);
        }
    }
}
