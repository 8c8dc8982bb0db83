using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>The five levels of the journey as reports name them, from the lowest.</summary>
internal sealed record LevelWords(Level Level, string Name, string Short, string Meaning)
{
    public static ImmutableArray<LevelWords> All { get; } =
    [
        new(Level.Self, "Self", "Self", "your own work"),
        new(Level.Projects, "Projects", "Proj.", "a task with an end"),
        new(Level.People, "People", "Peop.", "a team or staff"),
        new(Level.Programs, "Programs", "Prog.", "several teams, a program"),
        new(Level.Organization, "Organization", "Org.", "the agency and beyond"),
    ];
}
