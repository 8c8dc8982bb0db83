using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>Where the competencies of one framework live on in another: one row for each competency of
/// <see cref="From"/>, in its order.</summary>
public sealed record Crosswalk(Framework From, Framework To, ImmutableArray<CrosswalkRow> Rows)
{
    /// <summary>Competencies of <see cref="To"/> that continue nothing of <see cref="From"/>.</summary>
    public ImmutableArray<Competency> New { get; init; } = [];
}

/// <summary>A competency and where it went; no links where it has no home.</summary>
public sealed record CrosswalkRow(Competency From, ImmutableArray<CrosswalkLink> Links);

public sealed record CrosswalkLink(Competency To, Fit Fit);

public enum Fit
{
    /// <summary>The same name under the same ECQ.</summary>
    Same,

    /// <summary>The same meaning under another name or ECQ.</summary>
    Moved,

    /// <summary>A part of the meaning.</summary>
    Partly,
}

/// <summary>What a draft written for one framework keeps when it is read under another: every competency that it shows in
/// <see cref="From"/>, as a duty at least, with what it counts for in the framework asked for.</summary>
public sealed record CarryOver(Framework From, ImmutableArray<CarriedEvidence> Competencies);

public sealed record CarriedEvidence(CompetencyScore Score, CrosswalkRow Row);
