using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>Finds what is most worth doing, and asks for it.</summary>
public static class SuggestionFinder
{
    public static ImmutableArray<Suggestion> Find(Analysis analysis, SuggestionPolicy policy) => [];
}
