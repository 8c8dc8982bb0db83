using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>
/// What a writer can do about the gaps of a draft: where the evidence stands on the leadership journey, and the gaps, the weightiest
/// first. It asks for evidence and never writes any. Empty where the draft has no score.
/// </summary>
public sealed record ImprovementPlan(Analysis Analysis, ImmutableArray<JourneyPlace> Journey, ImmutableArray<PlannedGap> Gaps)
{
    /// <summary>How the weights are made, in one line.</summary>
    public string Formula { get; init; } = "";

    public ImmutableArray<PlanTerm> Terms { get; init; } = [];

    /// <summary>ECQs that the draft does not set out to tell, such as the other four of a narrative on one: they are no gaps.</summary>
    public ImmutableArray<Ecq> OutsideDraft { get; init; } = [];

    /// <summary>The user's catalog; null where none was given.</summary>
    public Catalog? Catalog { get; init; }
}

/// <summary>Where the best evidence of a competency stands. <see cref="Map"/> are the levels on which the map of the journey puts
/// it, in order: none where it has no home there, several where it takes from several. <see cref="Shown"/> is null where no
/// accomplishment shows it or none tells a level. <see cref="Sentence"/> is the accomplishment that carries most at that level.</summary>
public sealed record JourneyPlace(
    Competency Competency, ImmutableArray<Level> Map, Level? Shown, JourneyStand Stand, int? Sentence)
{
    /// <summary>The sentences that show it do not tell the level; the story around them does.</summary>
    public bool IsByStory { get; init; }
}

/// <summary>How the evidence of a competency stands to its level on the map. It says what fits, not what is good.</summary>
public enum JourneyStand
{
    /// <summary>Nothing shows it, or only a claim or a duty speaks of it.</summary>
    NotShown,

    /// <summary>An accomplishment shows it, and nothing tells how far it reached.</summary>
    NotTold,
    Below,
    At,
    Above,

    /// <summary>It is shown at a level, and the map has no level for it.</summary>
    OffMap,
}

/// <summary>What a reader misses in a competency, named as in <c>rules/uses/plan.yaml</c>.</summary>
public enum GapSort
{
    Absent,
    Claimed,
    Duty,
    Action,
    Result,
    Level,
}

/// <summary>A gap: <see cref="Weight"/> is the product of <see cref="Factors"/>, from above 0. <see cref="Says"/> tells in a
/// sentence what is missing. <see cref="Objectives"/>, <see cref="Courses"/> and <see cref="Questions"/> are empty in all but the
/// first few gaps of a plan; questions also where evidence is not thin.</summary>
public sealed record PlannedGap(
    Competency Competency, Ecq Ecq, CompetencyScore Score, GapSort Sort, double Weight, ImmutableArray<WeightFactor> Factors, string Says)
{
    public int? Sentence { get; init; }

    /// <summary>The level that the longer term aims at.</summary>
    public required Level Aim { get; init; }

    /// <summary>What would show the competency, as a noun phrase; empty where there are no objectives.</summary>
    public string Evidence { get; init; } = "";

    public ImmutableArray<Objective> Objectives { get; init; } = [];

    public ImmutableArray<CatalogEntry> Courses { get; init; } = [];

    /// <summary>To rehearse before an interview.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];
}

/// <summary>A number of the weight's product, and what it stands for.</summary>
public sealed record WeightFactor(double Value, string Why);

public sealed record Objective(Term Term, string Text);

public enum Term
{
    Short,
    Medium,
    Longer,
}

/// <summary>A term as the plan calls it, and what belongs there.</summary>
public sealed record PlanTerm(Term Term, string Name, string About);

/// <summary>The courses and assignments that a user may choose from; <see cref="Skipped"/> counts rows that could not be used,
/// each of which was told.</summary>
public sealed record Catalog(string Name, ImmutableArray<CatalogEntry> Entries, int Skipped)
{
    /// <summary>Rows for competencies of other frameworks that live on in no competency of this one.</summary>
    public int Elsewhere { get; init; }
}

/// <summary>A row of a catalog. <see cref="Competency"/> is as the user wrote it down; level and hours are null where it does not
/// say.</summary>
public sealed record CatalogEntry(CompetencyId Competency, string Title, string Provider, Level? Level, double? Hours, int Line);
