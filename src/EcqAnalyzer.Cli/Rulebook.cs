using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Everything that stands in a rules folder, loaded: <see cref="Files"/> are what it was made of.</summary>
public sealed record Rulebook(
    RulesFiles Files,
    ImmutableArray<Framework> Frameworks,
    ScoringPolicy Policy,
    CheckSet Checks,
    RuleSet Rules)
{
    /// <summary>The compiled rules beside the program, made when it was built.</summary>
    public const string ArchiveName = "rules.bin";

    /// <summary>What packs keep silent in every draft.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The packs that a user laid over the program's rules, used or set aside; empty where none was asked for.</summary>
    public ImmutableArray<PackUse> Packs { get; init; } = [];

    public static Rulebook Load(RulesFiles files, Faults faults)
    {
        var frameworks = FrameworkLoader.LoadAll(files, faults);
        var policy = ScoringPolicyLoader.Load(files, faults);
        var rules = RuleSet.Load(files, frameworks, policy.Weights, faults);
        var checks = CheckLoader.Load(files, rules, faults);
        return new Rulebook(files, frameworks, policy, checks, rules)
        {
            Suppressions = new SuppressionLoader(rules, checks, faults).LoadAll(files),
        };
    }

    /// <summary>What else stands in the files, such as the numbers of a use. Throws <see cref="FaultyFilesException"/> with every fault
    /// that <paramref name="load"/> found.</summary>
    public T Load<T>(Func<RulesFiles, Faults, T> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var faults = new Faults();
        var loaded = load(Files, faults);
        faults.ThrowIfAny();
        return loaded;
    }

    /// <summary>The rules of the product, from the compiled file.</summary>
    public static Rulebook LoadCompiled() => LoadArchive(ReadArchive());

    public static byte[] ReadArchive() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, ArchiveName));

    /// <summary>Rules from a compiled file, which has no faults.</summary>
    public static Rulebook LoadArchive(byte[] archive)
    {
        var faults = new Faults();
        var rulebook = Load(RulesArchive.Read(archive), faults);
        faults.ThrowIfAny();
        return rulebook;
    }

    /// <summary>Rules with their examples, from YAML: of <paramref name="folder"/>, or the product's own where it is null.
    /// Throws <see cref="FaultyFilesException"/> with every fault of every file.</summary>
    public static Rulebook LoadYaml(string? folder)
    {
        var faults = new Faults();
        var rulebook = Load(ReadYaml(folder, faults), faults);
        faults.ThrowIfAny();
        return rulebook;
    }

    internal static RulesFiles ReadYaml(string? folder, Faults faults) => folder is null
        ? RulesFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"), "rules", faults)
        : RulesFolder.Read(folder, folder, faults);
}
