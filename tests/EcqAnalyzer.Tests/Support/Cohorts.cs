using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Drafts of a small cohort, made by hand: digests under a framework of two ECQs with two competencies each.</summary>
internal static class Cohorts
{
    public const string Rules = "r1";

    public static Framework Framework { get; } = new(
        "sample-2020", "Sample Qualifications of 2020", "current", "made for tests",
        [Ecq("leading-people", "Leading People", "Team Building", "Developing Others"), Ecq("results-driven", "Results Driven", "Accountability", "Problem Solving")],
        []);

    public static ScreeningPolicy Policy { get; } = LoadPolicy();

    /// <summary>The order of competencies is that of the framework: team building, developing others, accountability, problem solving.</summary>
    public static Digest Digest(string rungs, string addressed = "leading-people results-driven", string rules = Rules)
    {
        var competencies = Framework.Competencies.Select((competency, place) => Competency(competency, (Rung)(rungs[place] - '0'))).ToImmutableArray();
        return new Digest(
            rules,
            new string('0', 64),
            Framework.Id,
            DraftKind.Narrative,
            400,
            new Gradable(GradableStatus.Ok, null),
            [.. Framework.Ecqs.Select(ecq => EcqOf(ecq, competencies, addressed))],
            competencies,
            [],
            []);
    }

    public static Digest WithoutScore(string reason) => Digest("0000") with
    {
        Gradable = new Gradable(GradableStatus.TooShort, reason),
        Ecqs = [],
        Competencies = [],
    };

    public static ScreenedDraft Draft(string path, Digest digest) => new(path, path.Split('/')[0], digest, null);

    public static ScreenedDraft NotRead(string path, string message) =>
        new(path, path.Split('/')[0], null, new Diagnostic("ECQ202", path, null, null, message));

    public static Overview Build(params IEnumerable<ScreenedDraft> drafts)
    {
        var builder = new ScreeningBuilder(Policy, [Framework]);
        foreach (var client in drafts.GroupBy(draft => draft.Client))
        {
            builder.Add(client.Key, [.. client]);
        }

        return builder.Build("0.1.0", Rules);
    }

    private static EcqDigest EcqOf(Model.Ecq ecq, ImmutableArray<CompetencyDigest> competencies, string addressed)
    {
        var own = competencies.Where(each => each.Ecq == ecq.Id.Name).ToList();
        return new EcqDigest(
            ecq.Id.Name,
            Digester.RungOf(own.Select(each => each.Rung)),
            own.Average(each => each.Accomplishment),
            own.Average(each => each.Duty),
            own.Count(each => each.Rung >= Rung.Action),
            own.Count,
            addressed.Contains(ecq.Id.Name, StringComparison.Ordinal));
    }

    private static CompetencyDigest Competency(Competency competency, Rung rung)
    {
        var accomplishment = rung >= Rung.Action ? 15.0 * (int)rung : 0;
        return new CompetencyDigest(
            competency.Id.Name,
            Framework.FindEcqOf(competency.Id)!.Id.Name,
            rung,
            accomplishment,
            rung == Rung.Duty ? 60 : 0,
            new Interval(accomplishment, accomplishment),
            NeedsReader: false);
    }

    private static Model.Ecq Ecq(string id, string name, params string[] competencies) => new(
        new EcqId("sample-2020", id), name, "", false, [name],
        [.. competencies.Select(each => new Competency(new CompetencyId("sample-2020", each.ToLowerInvariant().Replace(' ', '-')), each, "", ""))]);

    private static ScreeningPolicy LoadPolicy()
    {
        var faults = new Faults();
        var policy = ScreeningPolicy.Load(Rulebook.LoadCompiled().Files, faults);
        faults.ThrowIfAny();
        return policy;
    }
}
