using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>The words and numbers of <c>rules/uses/grading.yaml</c>, where each stands with its reason.</summary>
public sealed record GradingPolicy(
    ImmutableArray<FactWords> Facts,
    ImmutableArray<ExampleWords> Examples,
    ImmutableArray<NextTask> Next,
    NearIdenticalPolicy NearIdentical,
    PartPolicy PartTold,
    int Evident,
    LearningPolicy Learning)
{
    public const string FileName = "uses/grading.yaml";

    private static readonly string[] Parts = ["challenge", "context", "action", "result"];

    public static GradingPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = new GradingPolicy(
            ReasonedNumbers.Part(keys, "facts", part => Each(part, (id, each) => new FactWords(id, each.RequireText("says"), each.RequireText("ask")))),
            ReasonedNumbers.Part(keys, "examples", part => Each(part, (id, each) => new ExampleWords(id, each.RequireText("name"), each.RequireText("ask")))),
            ReasonedNumbers.Part(keys, "next", part => Each(part, (id, each) => new NextTask(PartOf(id), each.RequireText("task")))),
            ReasonedNumbers.Part(keys, "near-identical", part => new NearIdenticalPolicy(
                ReasonedNumbers.Number(part, "share"), ReasonedNumbers.Whole(part, "words", most: 1000))),
            ReasonedNumbers.Part(keys, "part-told", part => new PartPolicy(ReasonedNumbers.Number(part, "setting"), ReasonedNumbers.Number(part, "deed"))),
            ReasonedNumbers.Whole(keys, "evident", most: 10),
            ReasonedNumbers.Part(keys, "learn", part => new LearningPolicy(
                ReasonedNumbers.Whole(part, "least-grades", most: 1000),
                ReasonedNumbers.Whole(part, "least-participants", most: 1000),
                ReasonedNumbers.Number(part, "shrink"))));
        keys.Close();
        return policy;
    }

    /// <summary>What a next exercise asks where every draft tells every part.</summary>
    public string NextWhereNoneIsMissed => Next.First(next => next.Part is null).Task;

    public FactWords FactOf(string id) => Facts.First(fact => fact.Id == id);

    private static StatementType? PartOf(string id) => Array.IndexOf(Parts, id) is >= 0 and var part ? (StatementType)part : null;

    private static ImmutableArray<T> Each<T>(YamlKeys keys, Func<string, YamlKeys, T> read) =>
        [.. keys.Entries.Select(entry => ReasonedNumbers.Reasoned(keys, entry.Key, each => read(entry.Key, each)))];
}

/// <summary>How a fact is told, and the question that would bring more of it.</summary>
public sealed record FactWords(string Id, string Says, string Ask);

/// <summary>What an example in class is one of, and what to ask about it.</summary>
public sealed record ExampleWords(string Sort, string Name, string Ask);

/// <summary>What a next exercise asks where this part of a story is missed most; null where none is missed.</summary>
public sealed record NextTask(StatementType? Part, string Task);

/// <summary>From which share of common words two drafts are called alike, where each has so many words of its own at
/// least.</summary>
public sealed record NearIdenticalPolicy(double Share, int Words);

/// <summary>From which probability of one of its sentences a story tells its challenge and context (<see cref="Setting"/>), its
/// action and result (<see cref="Deed"/>).</summary>
public sealed record PartPolicy(double Setting, double Deed);

/// <summary>When grades are enough to learn from, and how strongly weights are pulled towards zero.</summary>
public sealed record LearningPolicy(int LeastGrades, int LeastParticipants, double Shrink);
