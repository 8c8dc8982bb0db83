using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>What changed between two versions of a draft, both judged by the same rules under the same framework. Every
/// sentence of either version stands in exactly one of <see cref="Changes"/>, which are in reading order of the new version,
/// a sentence that is gone where it stood. <see cref="Competencies"/> is empty where one of the two has no score.</summary>
public sealed record Comparison(
    Analysis Old,
    Analysis New,
    ImmutableArray<SentenceChange> Changes,
    ImmutableArray<CompetencyChange> Competencies,
    ImmutableArray<FindingChange> Findings,
    ImmutableArray<SuggestionChange> Suggestions)
{
    /// <summary>The framework that the old version was taken for where that is another than the one both are judged by;
    /// else null.</summary>
    public Framework? OldFramework { get; init; }

    /// <summary>What other rules and models make of the old version, whoever changed nothing in it: only where it is a saved
    /// report.</summary>
    public VersionEffect? Version { get; init; }
}

public enum ChangeKind
{
    /// <summary>The same words at the same place.</summary>
    Same,

    /// <summary>The same words at another place.</summary>
    Moved,
    Edited,

    /// <summary>One sentence became several.</summary>
    Split,

    /// <summary>Several sentences became one.</summary>
    Merged,
    Added,
    Gone,
}

/// <summary>What became of a sentence, by the numbers that it has in the two versions: <see cref="Old"/> is empty where it was
/// added, <see cref="New"/> where it is gone.</summary>
public sealed record SentenceChange(ChangeKind Kind, ImmutableArray<int> Old, ImmutableArray<int> New)
{
    /// <summary>It also stands elsewhere: an edited sentence may have moved.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Share of the words that both have, from 0 to 1.</summary>
    public double Similarity { get; init; } = 1;

    /// <summary>Words of the old version that the new one does not have at that place, neighbours joined.</summary>
    public ImmutableArray<TextSpan> Without { get; init; } = [];

    /// <summary>Words of the new version that the old one did not have.</summary>
    public ImmutableArray<TextSpan> With { get; init; } = [];

    /// <summary>What the change did to its shares in strengths, the competency moved most first. Of a sentence that is the
    /// same: what the changes around it did.</summary>
    public ImmutableArray<StrengthShift> Shifts { get; init; } = [];

    public bool IsSame => Kind == ChangeKind.Same;
}

/// <summary>Points won, or lost where negative, on each side of a competency.</summary>
public sealed record StrengthShift(CompetencyId Competency, double Accomplishment, double Duty);

/// <summary>A competency in both versions. <see cref="Because"/> are the changes that moved its strengths, by their place in
/// <see cref="Comparison.Changes"/>, the one that moved most first; <see cref="Rest"/> is what of the accomplishment's
/// difference lies in sentences that stayed as they are, whose shares depend on their neighbours. The shifts of the changes and
/// the rest add up to the difference.</summary>
public sealed record CompetencyChange(
    CompetencyScore Old, CompetencyScore New, ImmutableArray<int> Because, double Rest)
{
    public CompetencyId Competency => New.Competency;

    public bool IsChanged =>
        Old.Rung != New.Rung || Old.Accomplishment != New.Accomplishment || Old.Duty != New.Duty;
}

public enum Fate
{
    /// <summary>In the old version only.</summary>
    Met,

    /// <summary>In both.</summary>
    Stands,

    /// <summary>In the new version only.</summary>
    New,
}

/// <summary>A finding of a check, of the old version where it was met, else of the new one; and the change of its sentence,
/// where it is about one that changed.</summary>
public sealed record FindingChange(Finding Finding, Fate Fate, int? Change);

/// <summary>As <see cref="FindingChange"/>. One that is met is asked no more, be it answered or be another worth more.</summary>
public sealed record SuggestionChange(Suggestion Suggestion, Fate Fate, int? Change);

/// <summary>What an earlier run said of a draft, from a saved report, and the draft as far as the report holds it.</summary>
public sealed record SavedReport(
    Draft Draft,
    string Framework,
    DraftKind Kind,
    Provenance Provenance,
    ImmutableArray<SavedScore> Scores,
    ImmutableArray<SavedSentence> Sentences,
    ImmutableArray<SavedFinding> Findings);

public sealed record SavedScore(string Competency, Rung Rung, double Accomplishment, double Duty);

public sealed record SavedSentence(TextSpan Span, StatementType Type);

public sealed record SavedFinding(string Check, TextSpan? Span, string Message);

/// <summary>The same text judged by the rules and models of a saved report and by those of today.
/// <see cref="Parts"/> names the rules and models that differ.</summary>
public sealed record VersionEffect(
    string OldEngine,
    string NewEngine,
    ImmutableArray<string> Parts,
    ImmutableArray<ScoreShift> Scores,
    ImmutableArray<TypeShift> Types,
    ImmutableArray<SavedFinding> NoLongerFound,
    ImmutableArray<Finding> NowFound)
{
    public bool IsNothing =>
        Parts.IsEmpty && OldEngine == NewEngine && Scores.IsEmpty && Types.IsEmpty && NoLongerFound.IsEmpty && NowFound.IsEmpty;
}

/// <summary>A score then and now. <see cref="Then"/> is null where the competency had none.</summary>
public sealed record ScoreShift(CompetencyId Competency, SavedScore? Then, SavedScore Now);

/// <summary>A sentence of the old version that was taken for another type.</summary>
public sealed record TypeShift(int Sentence, StatementType Then, StatementType Now);
