using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Planning;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Formats;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Plans by the product's own numbers and words.</summary>
internal static class Plans
{
    private static readonly Workbench Bench = new();

    public static PlanPolicy Policy { get; } = Load(faults => PlanPolicy.Load(Bench.Rulebook.Files, faults));

    public static Rehearsal Rehearsal { get; } = Load(faults => Rehearsal.Load(Bench.Rulebook.Files, Bench.Frameworks, faults));

    public static ImmutableArray<Framework> Frameworks => Bench.Frameworks;

    public static Framework FrameworkOf(string id) => Frameworks.First(framework => framework.Id == id);

    public static ImprovementPlan Of(Analysis analysis, Catalog? catalog = null, int? planned = null) =>
        new PlanMaker(Policy, Rehearsal, Frameworks).Make(analysis, catalog, planned);

    /// <summary>A plan with a gap of every sort, and courses for the first.</summary>
    public static ImprovementPlan Sample()
    {
        var draft = Scored(
            "opm-2025", DraftKind.Resume,
            ("strategic-thinking", Rung.ExecutiveResult, Level.Programs), ("operational-mindset", Rung.Action, Level.Programs), ("fiscal-responsibility", Rung.Result, null),
            ("developing-others", Rung.Duty, null), ("accountability", Rung.Claimed, null), ("problem-solving", Rung.ExecutiveResult, Level.Programs));
        var first = new CompetencyId("opm-2025", "knowledge-of-the-american-system-of-government");
        return Of(draft, new Catalog(
            "courses.csv",
            [new CatalogEntry(first, "A term on the Hill", "Own agency", Level.Programs, 480, 2), new CatalogEntry(first, "How a bill is made", "", null, 1, 3)],
            Skipped: 1));
    }

    /// <summary>A draft whose scores are as they are told, all else at rest: each competency named, on a rung, at a level, by the
    /// third sentence of the sample; the others absent.</summary>
    public static Analysis Scored(string framework, DraftKind kind, params (string Competency, Rung Rung, Level? Level)[] told)
    {
        var (sample, scheme) = (SampleAnalysis.Create(), FrameworkOf(framework));
        var scores = scheme.Competencies.Select(competency => told.FirstOrDefault(each => each.Competency == competency.Id.Name) is { Competency: not null } one
            ? ScoreOf(competency.Id, one.Rung, one.Level)
            : ScoreOf(competency.Id, Rung.Absent, null)).ToImmutableArray();
        var document = sample.Document with { Sections = [sample.Document.Sections[0] with { Ecq = null }] };
        return sample with
        {
            Document = document,
            Framework = sample.Framework with { Value = scheme },
            Kind = sample.Kind with { Value = kind },
            Statements = [.. sample.Statements.Select(statement => statement with { Level = statement.Sentence.Index == 2 ? told.FirstOrDefault().Level : null })],
            Stories = [],
            Competencies = scores,
            Ecqs = CompetencyScorer.SumByEcq(scheme, scores),
        };
    }

    public static Analysis Headed(this Analysis analysis, string ecq) => analysis with
    {
        Document = analysis.Document with { Sections = [analysis.Document.Sections[0] with { Ecq = new EcqId(analysis.Framework.Value.Id, ecq) }] },
    };

    private static CompetencyScore ScoreOf(CompetencyId id, Rung rung, Level? level) => rung switch
    {
        >= Rung.Action => new(id, rung, 60, 0, new Interval(50, 70), false, level, [new Share(2, Side.Accomplishment, 60, 0, "")]),
        Rung.Duty => new(id, rung, 0, 40, new Interval(0, 5), false, null, [new Share(4, Side.Duty, 40, 0, "")]),
        _ => new(id, rung, 0, 0, new Interval(0, 0), false, null, []),
    };

    private static T Load<T>(Func<Faults, T> load)
    {
        var faults = new Faults();
        var loaded = load(faults);
        faults.ThrowIfAny();
        return loaded;
    }
}
