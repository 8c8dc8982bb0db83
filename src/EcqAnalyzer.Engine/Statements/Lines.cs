using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Lines that stand in a draft and tell nothing of their writer's work, by their form.</summary>
internal static class Lines
{
    /// <summary>A label of one word may name what was reached: "Vacancies: 9".</summary>
    private const int WordsOfLabel = 2;

    /// <summary>More words before a colon are no label, but told.</summary>
    private const int MostWordsOfLabel = 5;

    /// <summary>What a board or a form asks: "Tell me about a time when you led", "What was your part?" A question told within a
    /// deed ("I asked each of them: what stopped?") is none.</summary>
    public static bool IsPrompt(Sentence sentence, StatementType type) => sentence.Clause.Form switch
    {
        ClauseForm.Question => type != StatementType.Action,
        ClauseForm.Imperative => SpeaksToReader(sentence),
        _ => false,
    };

    /// <summary>A degree, licence or clearance that somebody has or got, and no more: "Obtained a security clearance". A course that
    /// was completed may show learning.</summary>
    public static bool IsCredential(Sentence sentence, ImmutableArray<Evidence> evidence, Signs signs) =>
        (sentence.Verb is not { } verb || signs.IsIn("possession", verb.Lemma)) && HasCredential(evidence);

    /// <summary>A field of a form or a cell of a table: words without a verb, a colon, a bare number; or the number alone.</summary>
    public static bool IsField(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var (colon, numbers) = (tokens.Length - 1, 0);
        while (colon >= 0 && tokens[colon].Lemma != ":")
        {
            if (tokens[colon].Pos is not ("NUM" or "PUNCT" or "SYM"))
            {
                return false;
            }

            numbers += tokens[colon--].Pos == "NUM" ? 1 : 0;
        }

        return (colon < 0 || colon >= WordsOfLabel) && numbers > 0 && !sentence.Clause.HasVerb;
    }

    /// <summary>A cell of a table or a box that holds a number and what it counts: "38 ports of entry". What changed or was reached is told
    /// there too: "40 percent fewer complaints".</summary>
    public static bool IsFigureInCell(Sentence sentence)
    {
        if (sentence.Block is not (BlockKind.TableCell or BlockKind.Box) || sentence.Clause.HasVerb || sentence.Measures is not [var measure])
        {
            return false;
        }

        foreach (var token in sentence.Tokens)
        {
            if (token.Pos is "VERB" or "ADV" || token.Lemma is "," or ";")
            {
                return false;
            }
        }

        return measure.Span.Start == sentence.Span.Start && measure.Sense is MeasureSense.Amount or MeasureSense.Size or MeasureSense.Budget;
    }

    /// <summary>A label and a list of what somebody knows: "Operating systems: Microsoft Windows, Linux". It names things, and claims no
    /// competency by whatever phrase fits one of them.</summary>
    public static bool IsLabelledList(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var colon = 0;
        while (colon < tokens.Length && tokens[colon].Lemma != ":")
        {
            colon++;
        }

        return colon is > 0 and <= MostWordsOfLabel && colon < tokens.Length - 1 && !sentence.Clause.HasVerb;
    }

    private static bool SpeaksToReader(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Lemma is "you" or "your")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCredential(ImmutableArray<Evidence> evidence)
    {
        foreach (var each in evidence)
        {
            if (each.Label is MarkLabel { Mark: Marks.Credential })
            {
                return true;
            }
        }

        return false;
    }
}
