using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>What a rule is used for.</summary>
public enum RuleStatus
{
    /// <summary>Loaded and tested, used nowhere.</summary>
    Draft,

    /// <summary>Runs in evaluation, scores nothing.</summary>
    Trial,

    /// <summary>Scores.</summary>
    Stable,

    /// <summary>Kept for its id, never run.</summary>
    Retired,
}

public enum RuleWeight
{
    Weak,
    Moderate,
    Strong,
}

/// <summary>A phrase rule. <see cref="Strength"/> is what its weight is worth in <c>rules/scoring.yaml</c>. <see cref="Hits"/> and
/// <see cref="Misses"/> are empty where it was loaded from the compiled rules, which leave examples out.</summary>
public sealed record Rule(
    string Id,
    string Title,
    RuleStatus Status,
    RuleWeight Weight,
    double Strength,
    ImmutableArray<Label> Labels,
    ImmutableArray<PatternProgram> When,
    ImmutableArray<PatternProgram> Unless,
    string Why,
    ImmutableArray<string> Formerly,
    YamlPlace Place)
{
    public ImmutableArray<YamlScalar> Hits { get; init; } = [];

    public ImmutableArray<YamlScalar> Misses { get; init; } = [];

    /// <summary>The key characteristic it stands for, written <c>leading-people/5</c>; null for most rules.</summary>
    public string? Characteristic { get; init; }

    /// <summary>What somebody found who read its firings one by one, such as <c>3 firings read, 3 right</c>; null where its
    /// figures speak.</summary>
    public string? Reviewed { get; init; }

    /// <summary>The <c>unless</c> patterns as they are written, in their order.</summary>
    public ImmutableArray<YamlScalar> UnlessWritten { get; init; } = [];
}

/// <summary>All rules of one label, from one file.</summary>
public sealed record RulePack(string Path, string Sha256, Label Label, ImmutableArray<Rule> Rules);
