using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Who takes evidence from whom: turns what was found for a competency of one framework into what it shows in
/// another.</summary>
internal sealed class Takers
{
    private readonly Dictionary<CompetencyId, List<CompetencyId>> _takers = [];

    public Takers(ImmutableArray<Framework> frameworks)
    {
        foreach (var framework in frameworks)
        {
            foreach (var ecq in framework.OwnEcqs)
            {
                foreach (var competency in ecq.Competencies)
                {
                    Add(competency);
                }
            }
        }
    }

    /// <summary>Adds to <paramref name="found"/> the evidence as the competencies of <paramref name="framework"/> take
    /// it.</summary>
    public void Translate(Evidence evidence, Framework framework, List<Evidence> found)
    {
        if (evidence.Label.FindCompetency() is not { } competency || !_takers.TryGetValue(competency, out var takers))
        {
            return;
        }

        foreach (var taker in takers)
        {
            if (framework.Covers(taker.Framework))
            {
                Label label = evidence.Label is ClaimLabel ? new ClaimLabel(taker) : new CompetencyLabel(taker);
                found.Add(evidence with { Label = label });
            }
        }
    }

    private void Add(Competency competency)
    {
        foreach (var giver in competency.Takes)
        {
            if (!_takers.TryGetValue(giver, out var takers))
            {
                _takers.Add(giver, takers = []);
            }

            takers.Add(competency.Id);
        }
    }
}
