using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Packs;

/// <summary>Takes out what suppressed rules and checks found in one draft, and counts it.</summary>
internal sealed class Silence
{
    private readonly List<Suppression> _wishes = [];
    private readonly Dictionary<string, HashSet<string>> _places = [];

    /// <summary>Of two wishes for one id the first counts: that of a pack, which is for every draft.</summary>
    public Silence(ImmutableArray<Suppression> ofPacks, ImmutableArray<Suppression> ofDraft)
    {
        foreach (var wishes in new[] { ofPacks, ofDraft })
        {
            foreach (var wish in wishes)
            {
                if (_places.TryAdd(wish.Id, []))
                {
                    _wishes.Add(wish);
                }
            }
        }
    }

    /// <summary>Takes the evidence of suppressed rules out of the list.</summary>
    public void Keep(List<Evidence> found)
    {
        if (_wishes.Count > 0)
        {
            found.RemoveAll(evidence => evidence.Origin is RuleOrigin && IsSilent(evidence.Origin.Id, evidence.Span.ToString()));
        }
    }

    public ImmutableArray<Finding> Keep(ImmutableArray<Finding> findings) => _wishes.Count == 0
        ? findings
        : findings.RemoveAll(finding => IsSilent(finding.Check, $"{finding.Span} {finding.Words}"));

    /// <summary>Every wish, with the count of places at which its rule or check would have spoken.</summary>
    public ImmutableArray<Suppressed> Told() => _wishes.Count == 0
        ? []
        : [.. _wishes.Select(wish => new Suppressed(wish, _places[wish.Id].Count))];

    /// <summary>A rule that speaks for two competencies at one place speaks once.</summary>
    private bool IsSilent(string id, string place)
    {
        if (!_places.TryGetValue(id, out var places))
        {
            return false;
        }

        places.Add(place);
        return true;
    }
}
