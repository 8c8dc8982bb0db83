using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>
/// Whether a rule that fired on a sentence is right, by its label; null where no reader looked for that label, or those who did
/// differ. A second reader who gave types and competencies only has no say in claims, marks and levels. A rule for a type is
/// right where the type is the reader's own or one that the reader would accept as well (<c>also:</c> of the corpus): a rule
/// gives one type, and a sentence often does two things. A rule for the level of programs is right beyond it too: the highest
/// rung asks for programs or more, and of several levels judging takes the highest.
/// </summary>
public static class RuleVerdict
{
    public static bool? Of(Label label, MeasuredText text, MeasuredSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        if (label.FindCompetency() is { } competency && !text.Labelled.Contains(competency.Framework))
        {
            return null;
        }

        // Marks and levels are the first reader's, who gave them with a type of his own: where another was settled they say nothing.
        if (label is MarkLabel or LevelLabel && sentence.Others is [var first, ..] && first.Type != sentence.Label.Type)
        {
            return null;
        }

        if (!sentence.AnySays(reading => IsLookedFor(label, reading)))
        {
            return null;
        }

        var all = sentence.AllSay(reading => !IsLookedFor(label, reading) || Says(label, reading));
        var any = sentence.AnySays(reading => IsLookedFor(label, reading) && Says(label, reading));
        return all == any ? all : null;
    }

    /// <summary>Judging takes person and level from what counts, and measures from what tells an outcome: elsewhere a mark says
    /// nothing, and readers leave it out or give it at will. A level that a reader gave is always one looked for.</summary>
    private static bool IsLookedFor(Label label, Reading reading) => label switch
    {
        CompetencyLabel or TypeLabel or MarkLabel { Mark: Marks.Belief } => true,
        ClaimLabel => reading.Marks is not null,
        LevelLabel => reading.Marks is { } marks && (Counts(reading) || marks.Level is not null),
        MarkLabel { Mark: Marks.Measured } => reading.Marks is not null && TellsOutcome(reading),
        MarkLabel mark => reading.Marks is not null && Counts(reading) && IsKnown(mark.Mark),
        _ => false,
    };

    private static bool TellsOutcome(Reading reading) =>
        reading.Accepts(StatementType.Action) || reading.Accepts(StatementType.Result);

    private static bool Counts(Reading reading) => TellsOutcome(reading) || reading.Accepts(StatementType.Duty);

    private static bool IsKnown(string mark) =>
        mark is Marks.PersonI or Marks.PersonWe or Marks.PersonOther or Marks.PersonNone;

    private static bool Says(Label label, Reading reading) => label switch
    {
        CompetencyLabel shown => reading.Shown.Contains(shown.Competency) || IsSaid(shown.Competency, reading),
        ClaimLabel claimed => reading.Marks?.Claimed.Contains(claimed.Competency) == true,
        TypeLabel type => reading.Accepts(type.Type),
        LevelLabel { Level: Level.Programs } => reading.Marks?.Level >= Level.Programs,
        LevelLabel level => reading.Marks?.Level == level.Level,
        MarkLabel { Mark: Marks.Belief } => reading.Accepts(StatementType.Other),
        MarkLabel { Mark: Marks.Measured } => reading.Marks?.Measured == true,
        MarkLabel mark => $"person-{reading.Marks?.Person.ToString().ToLowerInvariant()}" == mark.Mark,
        _ => false,
    };

    /// <summary>In a sentence of type other, judging turns what is shown into a claim: so a rule for it is right there.</summary>
    private static bool IsSaid(CompetencyId competency, Reading reading) =>
        reading.Type == StatementType.Other && reading.Marks?.Claimed.Contains(competency) == true;
}
