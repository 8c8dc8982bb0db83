using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>Exercises and drafts for the tests of grading, by the product's own rules.</summary>
internal static class Exercises
{
    public const string Yaml = """
        title: "One story"
        framework: opm-2006
        kind: story
        asks:
          ecq: leading-people
        """;

    public static readonly string[] Strong =
    [
        "When I took over the regional claims center in 2021, 41,000 claims were waiting and the two largest teams no longer spoke to each other.",
        "The union president had called for my predecessor's removal.",
        "I formed a group of nine examiners, clerks and union stewards and chaired it every Thursday.",
        "When a senior supervisor refused to share his staff, I settled the matter in one meeting with both chiefs.",
        "I paired twenty new examiners with experienced ones for six months.",
        "Within one year the backlog fell from 41,000 claims to 9,300.",
        "The agency adopted our pairing program in all eleven regions.",
    ];

    public static readonly string[] Duties =
    [
        "I am responsible for leading a workforce of 85 employees in the logistics division.",
        "My duties include supervising five branch chiefs and mentoring employees.",
        "I am in charge of hiring, training and evaluating employees.",
        "I regularly hold meetings with staff to share information.",
    ];

    private static readonly Workbench Bench = new();

    public static GradingPolicy Policy { get; } = Load(faults => GradingPolicy.Load(Bench.Rulebook.Files, faults));

    public static ClassSummarizer Summarizer { get; } = Load(faults => new ClassSummarizer(
        Policy, AgreementPolicy.Load(Bench.Rulebook.Files, faults), ComparingPolicy.Load(Bench.Rulebook.Files, faults)));

    public static Exercise Default { get; } = Read(Yaml);

    public static Exercise Read(string yaml) => Load(faults => Read(yaml, faults)!);

    public static Exercise? Read(string yaml, Faults faults) => YamlReader.Read("exercise.yaml", yaml, faults) is { } root
        ? new ExerciseLoader(Bench.Rulebook.Files, Bench.Frameworks, faults).Load(root, "exercise")
        : null;

    public static string[] FaultsOf(string yaml)
    {
        var faults = new Faults();
        Read(yaml, faults);
        return [.. faults.InOrder().Select(fault => fault.ToString())];
    }

    public static GradedDraft Propose(string participant, string[] lines, LearnedRubric? learned = null, NamesInQuotes names = NamesInQuotes.Kept, Exercise? exercise = null) =>
        new Proposer(Policy, exercise ?? Default, learned, names).Propose(participant, $"{participant}.txt", Analyze(lines));

    public static Analysis Analyze(params string[] lines) =>
        TestEngine.Analyze(new AnalysisOptions("opm-2006", DraftKind.Story, "leading-people"), lines);

    public static Grade Grade(string participant, string criterion, int level, string marker = Markers.Trainer, string reason = "") =>
        new(participant, criterion, marker, level, reason, "grades.xlsx", 2) { IsInMainSheet = true };

    /// <summary>A class of drafts between duties and a strong story, each with grades by <paramref name="levelOf"/>.</summary>
    public static GradedClass Class(int drafts, Func<Proposal, int, int> levelOf)
    {
        ImmutableArray<GradedDraft> proposed = [.. Enumerable.Range(0, drafts).Select(i => Propose($"p{i:00}", Between(i)))];
        var grades = proposed.SelectMany((draft, i) => draft.Proposals.Select(proposal => Grade(draft.Participant, proposal.Criterion.Id, levelOf(proposal, i))));
        return Summarizer.Summarize(Default, proposed, [.. grades]);
    }

    /// <summary>The draft of participant <paramref name="number"/>: as many sentences of a story as its number allows.</summary>
    private static string[] Between(int number) => (number % 4) switch
    {
        0 => Duties,
        1 => [.. Strong.Take(3), "I thanked the staff at a lunch.", $"We met in room {number}, on the second floor."],
        2 => [.. Strong.Take(6), $"We met in room {number}, on the second floor."],
        _ => [.. Strong, $"We met in room {number}, on the second floor."],
    };

    private static T Load<T>(Func<Faults, T> load)
    {
        var faults = new Faults();
        var loaded = load(faults);
        faults.ThrowIfAny();
        return loaded;
    }
}
