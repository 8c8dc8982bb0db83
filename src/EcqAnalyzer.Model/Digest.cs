using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>What a screening keeps of an analysis: a few kilobytes, with ids in place of frameworks and no text of the draft but
/// the words of findings and questions. <see cref="Rules"/> is a hash of the program, its rules and models and of what was asked:
/// digests with the same one can be set side by side. Where the draft has no score, competencies and ECQs are empty.</summary>
public sealed record Digest(
    string Rules,
    ContentHash Sha256,
    string Framework,
    DraftKind Kind,
    int Words,
    Gradable Gradable,
    ImmutableArray<EcqDigest> Ecqs,
    ImmutableArray<CompetencyDigest> Competencies,
    ImmutableArray<CheckDigest> Checks,
    ImmutableArray<QuestionDigest> Questions)
{
    /// <summary>The pages; null where the file does not tell.</summary>
    public int? Pages { get; init; }

    /// <summary>What was doubtful when the file was read, in sentences.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];
}

/// <summary>An ECQ in one draft. <see cref="Rung"/> is the one that at least half of its competencies reach; strengths are means
/// over them, in [0, 100]. <see cref="IsAddressed"/> is set where the draft has the ECQ's heading, and for all ECQs where it has
/// the heading of none.</summary>
public sealed record EcqDigest(string Ecq, Rung Rung, double Accomplishment, double Duty, int Shown, int Of, bool IsAddressed);

/// <summary>A competency in one draft, as <see cref="CompetencyScore"/> has it.</summary>
public sealed record CompetencyDigest(
    string Competency, string Ecq, Rung Rung, double Accomplishment, double Duty, Interval Interval, bool NeedsReader);

/// <summary>A check that found something, how often, and the words of the first.</summary>
public sealed record CheckDigest(string Check, Severity Severity, int Count, string Message);

/// <summary>A question that would bring missing evidence; the competency is null where it is about none.</summary>
public sealed record QuestionDigest(string? Competency, string Problem, string Question);
