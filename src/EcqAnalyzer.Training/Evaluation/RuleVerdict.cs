using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Whether a rule that fired on a sentence is right, by its label; null where the readers did not look for that label,
/// or differ.</summary>
public static class RuleVerdict
{
    public static bool? Of(Label label, MeasuredText text, MeasuredSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        if (label is CompetencyLabel { Competency.Framework: var framework } && !text.Labelled.Contains(framework))
        {
            return null;
        }

        if (label is ClaimLabel { Competency.Framework: var of } && !text.Labelled.Contains(of))
        {
            return null;
        }

        if (!sentence.AllSay(reading => IsLookedFor(label, reading)))
        {
            return null;
        }

        var (all, any) = (sentence.AllSay(reading => Says(label, reading)), sentence.AnySays(reading => Says(label, reading)));
        return all == any ? all : null;
    }

    private static bool IsLookedFor(Label label, Reading reading) => label switch
    {
        CompetencyLabel or TypeLabel => true,
        MarkLabel mark => mark.Mark == Marks.Belief || (reading.Marks is not null && IsKnown(mark.Mark)),
        _ => reading.Marks is not null,
    };

    private static bool IsKnown(string mark) =>
        mark is Marks.Measured or Marks.PersonI or Marks.PersonWe or Marks.PersonOther or Marks.PersonNone;

    private static bool Says(Label label, Reading reading) => label switch
    {
        CompetencyLabel shown => reading.Shown.Contains(shown.Competency) || IsSaid(shown.Competency, reading),
        ClaimLabel claimed => reading.Marks?.Claimed.Contains(claimed.Competency) == true,
        TypeLabel type => reading.Accepts(type.Type),
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
