using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>What a narrative of the corpus is for. A narrative is learned from or measured with, never both.</summary>
public enum CorpusPart
{
    Train,
    Dev,
    Test,
}

/// <summary>
/// A draft labelled by people, sentence by sentence. <see cref="Kind"/> is the genre in the corpus' own words (<c>ecq</c>,
/// <c>interview</c> ...); <see cref="Labelled"/> are the frameworks whose competencies were looked for: of any other nothing is
/// known, so that its absence must not be learned. <see cref="Ratings"/> are rungs of the evidence ladder; a competency
/// without one was not rated. <see cref="Weight"/> is how much the narrative counts in training.
/// </summary>
public sealed record GoldNarrative(
    string Id,
    string Kind,
    string Framework,
    string? Ecq,
    string Quality,
    string Setting,
    ImmutableArray<string> Labelled,
    ImmutableArray<GoldSentence> Sentences,
    ImmutableArray<GoldRating> Ratings,
    CorpusPart Part)
{
    public double Weight { get; init; } = 1;

    /// <summary>Rules were written with it before their writers' eyes.</summary>
    public bool HasShapedRules { get; init; }

    public bool Knows(string framework) => Labelled.Contains(framework);
}

/// <summary>A labelled sentence. <see cref="Also"/> are types that a reader would accept beside <see cref="Type"/>;
/// <see cref="Shown"/> and <see cref="Claimed"/> name competencies of every framework of <see cref="GoldNarrative.Labelled"/>,
/// strongest first; <see cref="Line"/> is where it stands in its file, from 1. <see cref="Readings"/> are what each reader made of it who
/// did not know what others say; empty where only one looked. Where they differ, the labels may be those of somebody who weighed
/// them.</summary>
public sealed record GoldSentence(
    string Text,
    StatementType Type,
    ImmutableArray<StatementType> Also,
    ImmutableArray<CompetencyId> Shown,
    ImmutableArray<CompetencyId> Claimed,
    Person Person,
    bool Measured,
    Level? Level,
    int Line)
{
    public ImmutableArray<GoldReading> Readings { get; init; } = [];

    /// <summary>Whether one reader sees the competency and another does not.</summary>
    public bool IsDisputed(CompetencyId competency) => Readings.Any(reading => reading.Shown.Contains(competency) != Shown.Contains(competency));
}

/// <summary>What a reader makes of a sentence, strongest competency first.</summary>
public sealed record GoldReading(StatementType Type, ImmutableArray<CompetencyId> Shown);

/// <summary>The rung on which a reader puts a competency of the whole narrative.</summary>
public sealed record GoldRating(CompetencyId Competency, Rung Rung);
