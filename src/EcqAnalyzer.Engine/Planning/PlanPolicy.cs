using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>The numbers and words of <c>rules/uses/plan.yaml</c>, where every number stands with its reason.
/// <see cref="Usual"/> serves a competency that <see cref="Rehearsal"/> has nothing for.</summary>
public sealed record PlanPolicy(
    ImmutableArray<PlanFactor> Missing,
    PlanFactors Factors,
    PlanCounts Counts,
    ImmutableArray<PlanTerm> Terms,
    ImmutableArray<string> LevelNames,
    Rehearsed Usual,
    ImmutableArray<ObjectiveWords> Objectives)
{
    public const string FileName = "uses/plan.yaml";
    private const int Most = 20;

    private static readonly string[] Sorts = ["absent", "claimed", "duty", "action", "result", "level"];
    private static readonly string[] Terming = ["short", "medium", "longer"];

    /// <summary>The keys of the file for the levels, in order.</summary>
    internal static ImmutableArray<string> LevelKeys { get; } = ["self", "projects", "people", "programs", "organization"];

    /// <summary>Read when a plan is asked for, and not with the rules: a check of a draft needs none of it.</summary>
    public static PlanPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = new PlanPolicy(
            ReasonedNumbers.Part(keys, "missing", part => Sorts.Select(sort => ReadFactor(part, sort)).ToImmutableArray()),
            ReasonedNumbers.Part(keys, "factors", part => new PlanFactors(ReadFactor(part, "fundamental"), ReadFactor(part, "empty-ecq"), ReadFactor(part, "top-level"))),
            ReasonedNumbers.Part(keys, "counts", part => new PlanCounts(Count(part, "planned"), Count(part, "recommended"), Count(part, "rehearsed"))),
            ReasonedNumbers.Part(keys, "terms", part => Terming.Select(term => ReadTerm(part, term)).ToImmutableArray()),
            ReasonedNumbers.Part(keys, "levels", part => LevelKeys.Select(part.RequireText).ToImmutableArray()),
            Rehearsed.Read(keys),
            ReasonedNumbers.Part(keys, "objectives", part => Sorts.Select(sort => ReadWords(part, sort)).ToImmutableArray()));
        keys.Close();
        return policy;
    }

    /// <summary>How the weights are made, for the reader: with the numbers in force.</summary>
    public string Formula => string.Create(CultureInfo.InvariantCulture, $"""
        Weight = what is missing ({string.Join(", ", Missing.Select(Told))}), times {Factors.Fundamental.Value} for a fundamental competency, times {1 + Factors.EmptyEcq.Value} where nothing of its ECQ is shown by a deed, times {1 + Factors.TopLevel.Value} on the highest level of the journey. rules/{FileName} has the reasons.
        """);

    private static string Told(PlanFactor factor) => string.Create(CultureInfo.InvariantCulture, $"{factor.Value}: {factor.Says}");

    private static int Count(YamlKeys part, string key) => (int)ReasonedNumbers.Number(part, key, Most);

    private static PlanFactor ReadFactor(YamlKeys part, string key) =>
        ReasonedNumbers.Reasoned(part, key, keys => new PlanFactor(ReasonedNumbers.InRange(keys, keys.RequireNumber("value"), 1), ReadText(keys, "says")));

    private static PlanTerm ReadTerm(YamlKeys part, string key) => ReasonedNumbers.Part(
        part, key, keys => new PlanTerm((Term)Array.IndexOf(Terming, key), keys.RequireText("name"), keys.RequireText("about")));

    private static ObjectiveWords ReadWords(YamlKeys part, string sort) => ReasonedNumbers.Part(
        part, sort, keys => new ObjectiveWords(ReadText(keys, "says"), [.. Terming.Select(term => ReadWordings(keys, term))]));

    private static ImmutableArray<string> ReadWordings(YamlKeys keys, string term)
    {
        var wordings = keys.FindScalars(term);
        if (wordings.IsEmpty)
        {
            keys.Faults.Add(YamlFaults.MissingKey, keys.Place, $"'{term}' lists at least one wording");
        }

        return [.. wordings.Select(wording => WithKnownHoles(wording, keys.Faults))];
    }

    private static string ReadText(YamlKeys keys, string key) => WithKnownHoles(keys.RequireScalar(key), keys.Faults);

    private static string WithKnownHoles(YamlScalar text, Faults faults)
    {
        foreach (var hole in PlanWords.HolesOf(text.Text).Where(hole => !PlanWords.Holes.Contains(hole)))
        {
            faults.Add(PlanFaults.UnknownHole, text.Place, $"there is nothing to put into '{{{hole}}}'{Spelling.Hint(hole, PlanWords.Holes)}");
        }

        return text.Text;
    }
}

/// <summary>What the weight of a gap is multiplied by: the first as it is, the others added to 1.</summary>
public sealed record PlanFactors(PlanFactor Fundamental, PlanFactor EmptyEcq, PlanFactor TopLevel);

/// <summary>A factor of the weight and, in a template, what it stands for.</summary>
public sealed record PlanFactor(double Value, string Says);

/// <summary>How many gaps get objectives, how many courses and how many questions each.</summary>
public sealed record PlanCounts(int Planned, int Recommended, int Rehearsed);

/// <summary>Templates of one sort of gap: what is missing, and for each term in order an objective in several wordings, which take
/// turns.</summary>
public sealed record ObjectiveWords(string Says, ImmutableArray<ImmutableArray<string>> ByTerm);
