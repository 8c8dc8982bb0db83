using System.Diagnostics;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Combines evidence for one label of one sentence: <c>1 − Π(1 − weight × reliability)</c> over distinct origins. An
/// origin that speaks twice counts once, with the most it says. Further evidence never lowers what comes out.</summary>
public sealed class EvidenceFuser(Reliability reliability)
{
    public double Fuse(IEnumerable<Evidence> evidence)
    {
        // Sorted, so that the order in which evidence was found cannot change the last bit of the product.
        var parts = evidence
            .GroupBy(each => each.Origin)
            .Select(group => group.Max(each => each.Weight) * Of(group.Key))
            .Order();
        var open = 1.0;
        foreach (var part in parts)
        {
            open *= 1 - part;
        }

        return 1 - open;
    }

    private double Of(EvidenceOrigin origin) => origin switch
    {
        RuleOrigin => reliability.Rules,
        ModelOrigin => reliability.Models,
        ReaderOrigin => reliability.Readers,
        _ => throw new UnreachableException(),
    };
}
