using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Stories;

/// <summary>Finds where one example begins and ends.</summary>
public static class StoryGrouper
{
    public static ImmutableArray<Story> Group(Document document, ImmutableArray<Statement> statements) => [];
}
