using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Tells whether a draft can be scored at all, and if not, why.</summary>
public static class GradableJudge
{
    public static Gradable Judge(Document document, ImmutableArray<Evidence> evidence, GradablePolicy policy) =>
        new(GradableStatus.Ok, null);
}
