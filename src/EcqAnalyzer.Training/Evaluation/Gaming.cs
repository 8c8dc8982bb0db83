using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>What a trick gained: the strength or rung that rose most, in plain words; null where none rose.</summary>
public sealed record GamingOutcome(string Id, string Name, string? Raised)
{
    public bool IsPassed => Raised is null;
}

/// <summary>
/// Plays each <see cref="GamingTrick"/> on a draft. None may raise an accomplishment strength, or a rung above "claimed": to
/// name a competency is to claim it. Repeating may add what scoring allows a second copy, a twentieth of the strength; words
/// that were made to look like evidence by nobody may add nothing at all to either side.
/// </summary>
public static class Gaming
{
    private const double OfACopy = 0.05;

    public static ImmutableArray<GamingOutcome> Play(Pipeline pipeline, Framework framework)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(framework);
        var options = new AnalysisOptions(framework.Id, DraftKind.Narrative) { Scope = AnalysisScope.Scores };
        var before = pipeline.Analyze(GamingTrick.DraftOf(GamingTrick.Draft), options).Competencies;
        return
        [
            .. GamingTrick.All(framework).Select(trick => new GamingOutcome(
                trick.Id, trick.Name, Raised(before, pipeline.Analyze(trick.Applied(), options).Competencies, Allowed(trick)))),
        ];
    }

    /// <summary>Where a text cannot be scored any more, nothing rose.</summary>
    private static string? Raised(ImmutableArray<CompetencyScore> before, ImmutableArray<CompetencyScore> after, double allowed)
    {
        var raised = before.Zip(after, (old, now) => (Old: old, Now: now)).Where(pair => pair.Now.Rung > pair.Old.Rung && pair.Now.Rung > Rung.Claimed
            || Rise(pair.Old.Accomplishment, pair.Now.Accomplishment, allowed) > 0
            || Rise(pair.Old.Duty, pair.Now.Duty, allowed) > 0);
        var most = raised.OrderByDescending(pair => pair.Now.Accomplishment - pair.Old.Accomplishment).ThenBy(pair => pair.Now.Competency.Name, StringComparer.Ordinal).FirstOrDefault();
        return most.Now is null
            ? null
            : $"{most.Now.Competency.Name}: accomplishment {most.Old.Accomplishment:0.##} to {most.Now.Accomplishment:0.##}, "
                + $"duty {most.Old.Duty:0.##} to {most.Now.Duty:0.##}, rung {(int)most.Old.Rung} to {(int)most.Now.Rung}";
    }

    private static double Rise(double before, double after, double allowed) => after - before * (1 + allowed);

    private static double Allowed(GamingTrick trick) =>
        trick.Id.StartsWith("repeated", StringComparison.Ordinal) ? OfACopy : 0;
}
