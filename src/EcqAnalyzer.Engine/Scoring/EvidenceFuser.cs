using System.Diagnostics;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Combines evidence for one label of one sentence: <c>1 − Π(1 − weight × reliability)</c> over distinct origins. An
/// origin that speaks twice counts once, with the most it says. Further evidence never lowers what comes out.</summary>
public sealed class EvidenceFuser(Reliability reliability)
{
    public double Fuse(IEnumerable<Evidence> evidence)
    {
        var strongest = new List<Evidence>();
        foreach (var each in evidence)
        {
            KeepStrongest(strongest, each);
        }

        if (strongest.Count == 0)
        {
            return 0;
        }

        // Sorted, so that the order in which evidence was found cannot change the last bit of the product.
        var parts = new double[strongest.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = strongest[i].Weight * Of(strongest[i].Origin);
        }

        Ascending.Sort(parts);
        var open = 1.0;
        foreach (var part in parts)
        {
            open *= 1 - part;
        }

        return 1 - open;
    }

    /// <summary>A sentence has a handful of pieces of evidence for a label: looking through them costs less than a table.</summary>
    private static void KeepStrongest(List<Evidence> strongest, Evidence evidence)
    {
        for (var i = 0; i < strongest.Count; i++)
        {
            if (strongest[i].Origin == evidence.Origin)
            {
                strongest[i] = strongest[i].Weight >= evidence.Weight ? strongest[i] : evidence;
                return;
            }
        }

        strongest.Add(evidence);
    }

    private double Of(EvidenceOrigin origin) => origin switch
    {
        RuleOrigin => reliability.Rules,
        ModelOrigin => reliability.Models,
        ReaderOrigin => reliability.Readers,
        _ => throw new UnreachableException(),
    };
}
