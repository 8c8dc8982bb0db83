using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>A check as an entry of <c>rules/checks/</c> gives it: what to look at, in which kinds of draft and under which
/// frameworks (none named: all), how much it matters and who says so. <see cref="Rules"/> are the writing rules that it
/// stands for, by their numbers in the catalogue, such as F4.</summary>
public sealed record Check(
    string Id,
    ImmutableArray<string> Rules,
    Severity Severity,
    DraftKinds Kinds,
    ImmutableArray<string> Frameworks,
    string Message,
    string Source,
    ICheckKind Kind,
    YamlPlace Place)
{
    /// <summary>Texts that it must find something in; empty where it was loaded from the compiled rules.</summary>
    public ImmutableArray<YamlValue> Hits { get; init; } = [];

    public ImmutableArray<YamlValue> Misses { get; init; } = [];

    /// <summary>Looks at short essays of merit hiring too, of which nothing else is judged.</summary>
    public bool IsForEssays { get; init; }

    /// <summary>What it finds changes how all else is to be read, and so stands before other findings as grave.</summary>
    public bool IsAboutAll { get; init; }

    /// <summary>A check of the base is one of the framework that builds on it.</summary>
    public bool IsFor(DraftKind kind, Framework framework) =>
        (Kinds & (DraftKinds)(1 << (int)kind)) != DraftKinds.None
        && (Frameworks.IsEmpty || Frameworks.Contains(framework.Id) || (framework.Base is { } built && Frameworks.Contains(built)));
}

/// <summary>Kinds of draft as a set: bit <c>1 &lt;&lt; kind</c>.</summary>
[Flags]
public enum DraftKinds
{
    None = 0,
    Resume = 1 << DraftKind.Resume,
    Story = 1 << DraftKind.Story,
    Narrative = 1 << DraftKind.Narrative,
    Record = 1 << DraftKind.Record,
    Duties = 1 << DraftKind.Duties,
}

/// <summary>A way of checking a whole draft, set up with the numbers or phrases of one check.</summary>
public interface ICheckKind
{
    /// <summary>The phrases that it looks for; where they stand is found for all checks in one pass.</summary>
    ImmutableArray<Rule> Phrases => [];

    /// <summary>What it finds: each with a place, or none for the whole draft, and words for <c>{0}</c> in the message.</summary>
    IEnumerable<CheckHit> Find(CheckedDraft draft);
}

public sealed record CheckHit(TextSpan? Span, string Words);
