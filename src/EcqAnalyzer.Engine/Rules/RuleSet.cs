using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Vacancies;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Every rule pack, ready to match. What is here: <see cref="PatternParser"/> reads the notation into <see cref="PatternNode"/>s,
/// <see cref="PatternProgram"/> makes a program of them, <see cref="PatternSearch"/> runs it on a sentence;
/// <see cref="RulePackLoader"/> makes <see cref="Rule"/>s of YAML values, and <see cref="RuleMatcher"/> finds their evidence in a
/// document, trying only the rules whose rarest word stands in the sentence. <see cref="RuleTester"/> and
/// <see cref="RuleExplainer"/> serve those who write rules; packs of their own come in through <see cref="PackLayers"/>.
/// </summary>
public sealed class RuleSet
{
    private static readonly string[] NotPacks =
    [
        FrameworkLoader.Folder, CheckLoader.Folder, "scoring.yaml", "uses/", RubricReader.Folder,
        AnnouncementWords.File, SharedLists, ListsFolder, SuppressionLoader.Folder,
    ];

    internal const string SharedLists = "lists.yaml";

    /// <summary>Where lists that a user shares between packs stand.</summary>
    internal const string ListsFolder = "lists/";

    private RuleSet(ImmutableArray<RulePack> packs, PatternCompiler patterns)
    {
        Patterns = patterns;
        Packs = packs;
        Rules = [.. packs.SelectMany(pack => pack.Rules)];
    }

    /// <summary>What made the programs of all packs: whoever has patterns beside the packs, as checks have, makes them with it
    /// once this set is loaded.</summary>
    public PatternCompiler Patterns { get; }

    public Vocabulary Vocabulary => Patterns.Vocabulary;

    /// <summary>Every program once, in the order in which they were loaded.</summary>
    internal List<PatternProgram> Programs => Patterns.Programs;

    /// <summary>In ordinal order of path.</summary>
    public ImmutableArray<RulePack> Packs { get; }

    /// <summary>In order of pack and of standing there.</summary>
    public ImmutableArray<Rule> Rules { get; }

    public Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id || rule.Formerly.Contains(id));

    /// <summary>Loads every pack: all files but frameworks, checks, numbers and shared lists.</summary>
    public static RuleSet Load(
        RulesFiles files, IReadOnlyCollection<Framework> frameworks, RuleWeights weights, Faults faults)
    {
        var compiled = CompiledPatterns.Find(files);
        var shared = new PatternLists(compiled?.Vocabulary ?? new Vocabulary(), faults);
        foreach (var file in files.All)
        {
            if (file.Path == SharedLists || file.Path.StartsWith(ListsFolder, StringComparison.Ordinal))
            {
                AddLists(file, shared, faults);
            }
        }

        var patterns = new PatternCompiler(shared, compiled, faults);
        var loader = new RulePackLoader(frameworks, weights, patterns, faults);
        var packs = files.All
            .Where(pack => !NotPacks.Any(path => pack.Path.StartsWith(path, StringComparison.Ordinal)))
            .Select(loader.Load)
            .OfType<RulePack>()
            .ToImmutableArray();
        patterns.Finish(shared);
        var set = new RuleSet(packs, patterns);
        RequireUniqueIds(set.Rules, faults);
        return set;
    }

    /// <summary>The compiled form of <paramref name="files"/>, from which this set was loaded: what the build writes.</summary>
    public byte[] Compile(RulesFiles files) => RulesArchive.Write(files, CompiledPatterns.Write(this));

    private static void AddLists(RulesFile file, PatternLists shared, Faults faults)
    {
        if (YamlKeys.Of(file.Root, faults, "the shared lists") is { } keys)
        {
            if (keys.FindKeys("lists") is { } lists)
            {
                shared.Add(lists);
            }

            keys.Close();
        }
    }

    private static void RequireUniqueIds(ImmutableArray<Rule> rules, Faults faults)
    {
        var owners = new Dictionary<string, Rule>();
        foreach (var rule in rules)
        {
            foreach (var id in rule.Formerly.Append(rule.Id))
            {
                if (!owners.TryAdd(id, rule))
                {
                    var first = owners[id].Place;
                    faults.Add(
                        RuleFaults.SecondRuleOfItsId, rule.Place, $"the id '{id}' is taken: {first.File}({first.Line},{first.Column})");
                }
            }
        }
    }
}
