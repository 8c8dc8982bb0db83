using System.Collections.Immutable;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>A text labelled by people, to measure with: a narrative of the corpus or a document of a gold file.
/// <see cref="Labelled"/> are the frameworks whose competencies were looked for; of any other nothing is known.
/// <see cref="Ecq"/> is the ECQ under which it stood, of <see cref="Framework"/>; both are null where nobody said.</summary>
public sealed record MeasuredText(
    string Id,
    string Kind,
    string? Framework,
    string? Ecq,
    ImmutableArray<string> Labelled,
    ImmutableArray<MeasuredSentence> Sentences,
    ImmutableArray<GoldRating> Ratings)
{
    public static MeasuredText Of(GoldNarrative narrative)
    {
        ArgumentNullException.ThrowIfNull(narrative);
        return new MeasuredText(
            narrative.Id,
            narrative.Kind,
            narrative.Framework,
            narrative.Ecq,
            narrative.Labelled,
            [.. narrative.Sentences.Select(MeasuredSentence.Of)],
            narrative.Ratings);
    }

    public Draft ToDraft() => Draft.OfSentences(Id, [.. Sentences.Select(sentence => sentence.Text)]);
}

/// <summary>A sentence and what is held right of it. <see cref="Number"/> is how its text counts it; <see cref="Others"/> are readings made without
/// knowledge of others, empty where there is but one.</summary>
public sealed record MeasuredSentence(int Number, string Text, Reading Label, ImmutableArray<Reading> Others)
{
    public static MeasuredSentence Of(GoldSentence gold, int index)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var marks = new ReadMarks(gold.Claimed, gold.Person, gold.Measured, gold.Level);
        return new MeasuredSentence(
            index + 1,
            gold.Text,
            new Reading(gold.Type, gold.Also, gold.Shown) { Marks = marks },
            [.. gold.Readings.Select(reading => new Reading(reading.Type, [], reading.Shown))]);
    }

    public bool AllSay(Func<Reading, bool> says) => says(Label) && Others.All(says);

    public bool AnySays(Func<Reading, bool> says) => says(Label) || Others.Any(says);
}

/// <summary>What a reader makes of a sentence. <see cref="Marks"/> are null where only types and competencies were
/// read.</summary>
public sealed record Reading(StatementType Type, ImmutableArray<StatementType> Also, ImmutableArray<CompetencyId> Shown)
{
    public ReadMarks? Marks { get; init; }

    public bool Accepts(StatementType type) => Type == type || Also.Contains(type);
}

public sealed record ReadMarks(ImmutableArray<CompetencyId> Claimed, Person Person, bool Measured, Level? Level);
