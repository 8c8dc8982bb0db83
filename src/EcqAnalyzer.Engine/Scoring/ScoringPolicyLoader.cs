using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Engine.Scoring.ReasonedNumbers;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Reads <c>rules/scoring.yaml</c>. Every number stands there as a value with its reason; one without a reason, or
/// out of its range, is a fault.</summary>
public static class ScoringPolicyLoader
{
    public const string FileName = "scoring.yaml";

    // In the order of the enumerations whose members they name.
    private static readonly string[] TypeNames = ["challenge", "context", "action", "result", "duty", "other"];
    private static readonly string[] PlaceNames = ["body", "heading", "under-duties", "under-accomplishments", "duties-draft"];
    private static readonly string[] PersonNames = ["i", "we", "other", "none"];
    private static readonly string[] LevelNames = ["self", "projects", "people", "programs", "organization"];

    public static ScoringPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = Open(files, FileName, faults);
        var policy = Read(keys);
        keys.Close();
        return policy;
    }

    private static ScoringPolicy Read(YamlKeys keys)
    {
        var signs = Part(keys, "signs", part => part.Entries.ToDictionary(entry => entry.Key, entry => ReadSign(part, entry)));
        var words = Part(keys, "verbs", part => part.Entries.ToDictionary(entry => entry.Key, entry => (IReadOnlySet<string>)ReadWords(part, entry)));
        return new ScoringPolicy(
            Part(keys, "weights", part => new RuleWeights(Number(part, "weak"), Number(part, "moderate"), Number(part, "strong"))),
            Part(keys, "reliability", part => new Reliability(Number(part, "rules"), Number(part, "models"), Number(part, "readers"))),
            new Signs(signs, words),
            Part(keys, "names", part => new NamePolicy(
                Number(part, "bare"),
                Number(part, "told"),
                Number(part, "recited-share"),
                (int)Number(part, "recited-words", most: 100),
                (int)Number(part, "salad-words", most: 100))),
            Part(keys, "types", ReadTypes),
            Part(keys, "thresholds", part => new ThresholdPolicy(
                Number(part, "competency"),
                Number(part, "counted"),
                Number(part, "claim"),
                Number(part, "mark"),
                Number(part, "level"),
                Number(part, "result-in-sentence"),
                Number(part, "measured"),
                Number(part, "outcome-in-action"))),
            Part(keys, "strength", ReadStrength),
            Part(keys, "interval", part => new IntervalPolicy(
                Number(part, "one-origin"),
                Number(part, "more-origins"),
                Number(part, "type-doubt"),
                Number(part, "borderline"),
                Number(part, "needs-reader-width", most: 100),
                Number(part, "needs-reader-type"),
                Number(part, "needs-reader-shown"))),
            Part(keys, "kinds", part => new KindPolicy(
                (int)Number(part, "resume-posts", most: 100),
                (int)Number(part, "resume-headings", most: 100),
                Number(part, "resume-fragment-share"),
                Number(part, "resume-list-share"),
                Number(part, "resume-post-list-share"),
                Number(part, "duties-share"),
                Number(part, "duties-past-share"),
                Number(part, "personal-share"),
                (int)Number(part, "story-words", most: 100_000))),
            Part(keys, "gradable", part => new GradablePolicy(
                (int)Number(part, "given-words", most: 1000),
                (int)Number(part, "draft-words", most: 1000),
                Number(part, "letter-share"),
                Number(part, "english-share"),
                Number(part, "known-share"),
                (int)Number(part, "off-topic-sentences", most: 1000))),
            Part(keys, "suggestions", part => new SuggestionPolicy(
                (int)Number(part, "most", most: 100),
                (int)Number(part, "most-of-one-sort", most: 100),
                Part(part, "priorities", ReadPriorities))));
    }

    private static TypePolicy ReadTypes(YamlKeys keys) => new(
        Part(keys, "priors", part => ImmutableArray.CreateRange(PlaceNames.Select(name => ReadPrior(part, name)))),
        Number(keys, "most-evidence", most: 0.999),
        Number(keys, "against-label"));

    private static StrengthPolicy ReadStrength(YamlKeys keys) => new(
        Number(keys, "accomplishment-gain"),
        Number(keys, "duty-gain"),
        Part(keys, "person", part => ReadNumbers(part, PersonNames)),
        Number(keys, "unmeasured"),
        Part(keys, "scope", ReadScope));

    private static ScopePolicy ReadScope(YamlKeys keys) => new(
        Number(keys, "unknown"),
        ReadNumbers(keys, LevelNames));

    private static ImmutableArray<double> ReadNumbers(YamlKeys keys, string[] names)
    {
        var numbers = ImmutableArray.CreateBuilder<double>(names.Length);
        foreach (var name in names)
        {
            numbers.Add(Number(keys, name));
        }

        return numbers.MoveToImmutable();
    }

    private static ImmutableArray<SuggestionPriority> ReadPriorities(YamlKeys keys) =>
        [.. keys.Entries.Select(entry => new SuggestionPriority(entry.Key, Number(keys, entry.Key)))];

    private static StatementTypes ReadPrior(YamlKeys parent, string key) => Reasoned(parent, key, keys =>
        Part(keys, "value", part =>
        {
            var numbers = new double[TypeNames.Length];
            var (sum, least) = (0.0, double.MaxValue);
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = part.RequireNumber(TypeNames[i]);
                (sum, least) = (sum + numbers[i], Math.Min(least, numbers[i]));
            }

            if (sum is < 0.999999 or > 1.000001 || least <= 0)
            {
                part.Faults.Add(ScoringFaults.NotOne, part.Place, $"the six types of '{key}' are above 0 and add up to 1");
            }

            return new StatementTypes(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        }));

    private static Sign ReadSign(YamlKeys parent, YamlEntry entry) => Reasoned(parent, entry.Key, keys =>
    {
        if (keys.FindText("mark") is { } mark)
        {
            ImmutableArray<Says> says = [new Says(new MarkLabel(mark), InRange(keys, keys.RequireNumber("value"), 1))];
            return new Sign(entry.Key, says, says);
        }

        if (keys.FindKeys("value") is { } value)
        {
            var always = ReadSays(value);
            return new Sign(entry.Key, always, always);
        }

        return new Sign(entry.Key, Part(keys, "before-deed", ReadSays), Part(keys, "after-deed", ReadSays));
    });

    private static ImmutableArray<Says> ReadSays(YamlKeys keys)
    {
        var says = new List<Says>();
        for (var type = 0; type < TypeNames.Length; type++)
        {
            if (keys.FindNumber(TypeNames[type]) is { } weight)
            {
                says.Add(new Says(new TypeLabel((StatementType)type), InRange(keys, weight, 1)));
            }
        }

        return [.. says];
    }

    private static HashSet<string> ReadWords(YamlKeys parent, YamlEntry entry) =>
        Reasoned(parent, entry.Key, keys => new HashSet<string>(keys.FindTexts("value"), StringComparer.Ordinal));
}
