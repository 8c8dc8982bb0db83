using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>Everything the program has to say about a draft. Reporters render it and compute nothing.
/// <see cref="Competencies"/> holds every competency of the framework that has rules, in its order (those under
/// <see cref="Framework.WithoutRules"/> are missing: they were not looked for); it and <see cref="Ecqs"/> are empty where the
/// draft is not gradable.</summary>
public sealed record Analysis(
    Document Document,
    Choice<Framework> Framework,
    Choice<DraftKind> Kind,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Story> Stories,
    ImmutableArray<CompetencyScore> Competencies,
    ImmutableArray<EcqScore> Ecqs,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Suggestion> Suggestions,
    Gradable Gradable,
    Provenance Provenance)
{
    /// <summary>Null where the draft was written for the framework it is judged by, as far as its headings tell.</summary>
    public CarryOver? CarryOver { get; init; }

    /// <summary>Under a framework that is vocabulary only: the one or two of its languages that the draft speaks most, the
    /// stronger first. It is about the text, never about its writer. Empty under other frameworks.</summary>
    public ImmutableArray<SpokenLanguage> Languages { get; init; } = [];

    /// <summary>What was kept silent, in the order in which it was asked for; its evidence and findings are not among the
    /// others.</summary>
    public ImmutableArray<Suppressed> Suppressed { get; init; } = [];
}

/// <summary>A language that a draft speaks, with the places of its words in order of text.</summary>
public sealed record SpokenLanguage(CompetencyId Of, ImmutableArray<TextSpan> Places);

/// <summary>What was chosen, why, in a plain sentence, and how surely (0 to 1; 1 where the user said so).</summary>
public sealed record Choice<T>(T Value, string Reason, double Confidence);

/// <summary>Steps of the evidence ladder.</summary>
public enum Rung
{
    Absent = 0,
    Claimed = 1,
    Duty = 2,
    Action = 3,
    Result = 4,
    ExecutiveResult = 5,
}

/// <summary>How strongly a draft shows one competency. Both strengths are in [0, 100] and are the sum of the
/// <see cref="Shares"/> of their side, exactly. <see cref="NeedsReader"/> is set where evidence disagrees or is thin, so that
/// a person should look before trusting the number. <see cref="Level"/> is the highest level at which an accomplishment
/// shows it; null where none tells.</summary>
public sealed record CompetencyScore(
    CompetencyId Competency,
    Rung Rung,
    double Accomplishment,
    double Duty,
    Interval Interval,
    bool NeedsReader,
    Level? Level,
    ImmutableArray<Share> Shares);

/// <summary>Where the accomplishment strength probably lies: 0 ≤ Low ≤ strength ≤ High ≤ 100.</summary>
public readonly record struct Interval(double Low, double High);

public enum Side
{
    Accomplishment,
    Duty,
}

/// <summary>A sentence's part of a strength, in points, and why in words a reader can follow. <see cref="Without"/> is what the
/// strength would be if the sentence were struck out: as a rule more than strength less points, since the others
/// would take its room.</summary>
public sealed record Share(int Sentence, Side Side, double Points, double Without, string Why);

/// <summary>An ECQ over its competencies: the mean of their strengths, how many stand on rung 3 or higher, and of how many.</summary>
public sealed record EcqScore(EcqId Ecq, double Accomplishment, double Duty, int Shown, int Of);

public enum Severity
{
    Advice,
    Weakens,
    Blocks,
}

/// <summary>What a check found. <see cref="Span"/> is null where it is about the whole draft.</summary>
public sealed record Finding(string Check, Severity Severity, TextSpan? Span, string Message)
{
    /// <summary>What was found, as the message says it: tells several findings of one check apart.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A question that would bring missing evidence: never a sentence to paste. <see cref="Priority"/> is higher for
/// what is worth more; <see cref="Sentence"/> points at the place where the answer belongs, where there is one.</summary>
public sealed record Suggestion(CompetencyId? Competency, int? Sentence, double Priority, string Problem, string Question)
{
    /// <summary>What sort of gap it is about, such as <c>duty-only</c>: with the competency, a name that outlives the wording.</summary>
    public string Sort { get; init; } = "";
}

/// <summary>Whether a draft can be scored. <see cref="Reason"/> is null only where it can.</summary>
public sealed record Gradable(GradableStatus Status, string? Reason);

public enum GradableStatus
{
    Ok,
    TooShort,
    Unreadable,
    OffTopic,
}

/// <summary>The program's version, and the hash of every rule file and model that had a part in the analysis.</summary>
public sealed record Provenance(string Engine, ImmutableArray<Hashed> RulesAndModels)
{
    /// <summary>The packs that a user laid over the program's rules, and those that were set aside for their faults.</summary>
    public ImmutableArray<PackUse> Packs { get; init; } = [];
}

public sealed record Hashed(string Name, ContentHash Hash);
