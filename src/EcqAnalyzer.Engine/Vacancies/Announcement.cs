using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>What an announcement of a vacancy asks for, as far as it was found. <see cref="Framework"/> is the id of the
/// framework whose ECQs it names; null where it names too few to tell.</summary>
public sealed record Announcement(
    string? Title,
    string? Number,
    string? Framework,
    ImmutableArray<Qualification> Qualifications,
    ImmutableArray<StatedLimit> Limits,
    DateOnly? Opens,
    DateOnly? Closes)
{
    /// <summary>Limits that were found and that no check can measure, as the announcement words them.</summary>
    public ImmutableArray<string> Unmeasured { get; init; } = [];
}

/// <summary>A numbered technical qualification: the words that label it, such as "TQ", its title where it has one, and what
/// it asks for, word for word.</summary>
public sealed record Qualification(int Number, string Label, string? Title, string Text);

/// <summary>A limit with the sentence that states it.</summary>
public sealed record StatedLimit(DraftKind Kind, string Sentence)
{
    public int? Pages { get; init; }

    public int? Characters { get; init; }

    /// <summary>In points.</summary>
    public double? FontSize { get; init; }

    /// <summary>In inches.</summary>
    public double? Margin { get; init; }

    public ImmutableArray<string> Fonts { get; init; } = [];
}
