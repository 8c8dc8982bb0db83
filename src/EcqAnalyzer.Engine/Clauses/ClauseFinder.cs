using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>
/// START HERE: the main clause of a sentence, without a parser. <see cref="MainVerbScan"/> goes once over the words and keeps
/// count of the clauses that open (when, which, that) and still owe a verb; the first finite verb that no such clause claims is
/// the main one. <see cref="VerbGroup"/> then reads its tense and voice, <see cref="SubjectWords"/> its subject. Lines that
/// open with their verb, as resumes have them, are told first. Linear in the words; allocates nothing for sentences of
/// ordinary length. How often it is right is measured by <c>ecq evaluate --annotator</c>.
/// </summary>
public static class ClauseFinder
{
    /// <summary>Longer sentences are read with an array.</summary>
    private const int OnStack = 256;

    /// <summary>Lines of so few words, such as "Needed" over a column, are labels and no clauses without subject.</summary>
    private const int LabelWords = 2;

    public static Clause Find(ReadOnlySpan<Token> tokens, string text)
    {
        return Find(tokens, text, tokens.Length <= OnStack ? stackalloc WordSort[tokens.Length] : new WordSort[tokens.Length]);
    }

    private static Clause Find(ReadOnlySpan<Token> tokens, string text, Span<WordSort> sorts)
    {
        PastForms.Sort(tokens, text, sorts);
        var start = SkipOpening(tokens, sorts);
        if (start >= tokens.Length)
        {
            return default;
        }

        var opening = VerbGroup.SkipAdverbs(tokens, sorts, start);
        if (opening < sorts.Length && sorts[opening] == WordSort.Past && IsModifier(tokens, sorts, opening))
        {
            sorts[opening] = WordSort.Modifier;
        }

        if (FindDropped(tokens, sorts, start, opening) is { } dropped)
        {
            return dropped;
        }

        var found = new MainVerbScan(tokens, sorts, start).Find();
        if (found.Verb is { } verb)
        {
            return Finite(tokens, sorts, text, found, verb);
        }

        return FindBare(tokens, sorts, start, opening);
    }

    /// <summary>Bullets, numbering, opening quotes and "and" before the first word.</summary>
    private static int SkipOpening(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts)
    {
        var i = 0;
        while (i < sorts.Length && (sorts[i] is WordSort.And or WordSort.Comma or WordSort.Break or WordSort.Sign or WordSort.Quote or WordSort.Close
            || tokens[i].Tag is "LS" or "NFP" or "UH" || tokens[i].Pos is "SYM" or "INTJ"))
        {
            i++;
        }

        return i;
    }

    /// <summary>A line that opens with its verb, perhaps after an adverb.</summary>
    private static Clause? FindDropped(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int start, int at)
    {
        if (at >= tokens.Length || tokens.Length - start <= LabelWords)
        {
            return null;
        }

        var isAuxiliary = tokens[at].Pos == "AUX" || tokens[at].Lemma is "be" or "do" or "have";
        var next = VerbGroup.SkipAdverbs(tokens, sorts, at + 1);
        var isBeforeSubject = next < tokens.Length && sorts[next] is WordSort.Pronoun or WordSort.There;
        return sorts[at] switch
        {
            _ when isAuxiliary && at == start && (isBeforeSubject || EndsAsQuestion(tokens)) => null,
            WordSort.Past when !isBeforeSubject => Dropped(tokens, sorts, at, ClauseForm.Finite),
            WordSort.Participle when OpensDeed(tokens, sorts, at) => Deed(at),
            WordSort.Base => Dropped(tokens, sorts, at, ClauseForm.Imperative),
            WordSort.Present when !isBeforeSubject || !isAuxiliary =>
                Dropped(tokens, sorts, at, tokens[at].Tag == "VBZ" || isAuxiliary ? ClauseForm.Finite : ClauseForm.Imperative),
            _ => null,
        };
    }

    private static bool EndsAsQuestion(ReadOnlySpan<Token> tokens)
    {
        for (var i = tokens.Length - 1; i >= 0 && i >= tokens.Length - 3; i--)
        {
            if (tokens[i].Lemma.StartsWith('?'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A participle that opens a line and has an object is a past tense that the tagger missed, unless a clause with
    /// a subject of its own follows after a comma.</summary>
    private static bool OpensDeed(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int at)
    {
        if (at + 1 >= sorts.Length || !(sorts[at + 1] is WordSort.Modifier or WordSort.Noun or WordSort.And or WordSort.Comma))
        {
            return false;
        }

        for (var i = at + 1; i < sorts.Length; i++)
        {
            if (sorts[i].IsFinite())
            {
                return sorts[i - 1] is WordSort.And or WordSort.Relative or WordSort.Subordinator or WordSort.Comma;
            }
        }

        return true;
    }

    /// <summary>"Related national studies have shown": a participle that was tagged as a past tense.</summary>
    private static bool IsModifier(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int at)
    {
        if (at + 1 >= sorts.Length || tokens[at + 1].Tag is not ("JJ" or "NN" or "NNS") || TakesClause(tokens[at].Lemma))
        {
            return false;
        }

        for (var i = at + 1; i < sorts.Length; i++)
        {
            if (sorts[i].IsFinite())
            {
                return sorts[i - 1] == WordSort.Noun;
            }

            if (sorts[i] is not (WordSort.Noun or WordSort.Modifier or WordSort.Preposition or WordSort.Adverb))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Verbs that a clause may follow without "that": "Ensured staff had tools".</summary>
    private static bool TakesClause(string lemma) => lemma is "ensure" or "assure" or "say" or "believe" or "find" or "know" or "recommend"
        or "propose" or "see" or "show" or "prove" or "confirm" or "demonstrate" or "verify" or "suggest" or "decide" or "learn"
        or "realize" or "hope" or "discover" or "determine" or "note" or "think" or "feel" or "wish" or "help" or "watch" or "hear";

    private static Clause Deed(int at) => new()
    {
        Form = ClauseForm.Finite,
        Verb = at,
        Auxiliary = at,
        SubjectKind = SubjectKind.Dropped,
        Tense = Tense.Past,
    };

    private static Clause Dropped(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int at, ClauseForm form) =>
        Of(VerbGroup.Read(tokens, sorts, at), form) with { SubjectKind = SubjectKind.Dropped };

    private static Clause Finite(
        ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, string text, MainVerb found, int verb)
    {
        if (found.IsMissedPast)
        {
            return new Clause
            {
                Form = ClauseForm.Finite,
                Verb = verb,
                Auxiliary = verb,
                Subject = found.Subject,
                SubjectKind = found.Subject is { } doer ? SubjectWords.KindOf(tokens, doer, text) : SubjectKind.None,
                Tense = Tense.Past,
            };
        }

        if (sorts[verb] == WordSort.Base)
        {
            return Dropped(tokens, sorts, verb, ClauseForm.Imperative);
        }

        var isQuestion = EndsAsQuestion(tokens);
        var isInverted = isQuestion || (verb + 1 < sorts.Length && sorts[verb + 1] == WordSort.Pronoun && found.Subject is null);
        var group = VerbGroup.Read(tokens, sorts, verb, isInverted);
        var clause = Of(group, isQuestion ? ClauseForm.Question : ClauseForm.Finite);
        var subject = found.Subject ?? SubjectAfter(sorts, verb, group.Verb);
        var kind = subject is { } head ? SubjectWords.KindOf(tokens, head, text) : SubjectKind.None;
        return clause with { Subject = subject, SubjectKind = kind, IsCopula = clause.IsCopula && kind != SubjectKind.There };
    }

    private static int? SubjectAfter(ReadOnlySpan<WordSort> sorts, int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (sorts[i] is WordSort.Pronoun or WordSort.There or WordSort.Noun)
            {
                return i;
            }
        }

        return null;
    }

    private static Clause Of(VerbGroup group, ClauseForm form) => new()
    {
        Form = form,
        Verb = group.Verb,
        Auxiliary = group.First,
        Tense = group.Tense,
        Aspect = group.Aspect,
        Voice = group.Voice,
        Modality = group.Modality,
        IsNegated = group.IsNegated,
        IsCopula = group.IsBe,
    };

    /// <summary>Without a finite verb: a line that opens with an -ing form, a participle or "to".</summary>
    private static Clause FindBare(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int start, int opening)
    {
        if (opening >= tokens.Length || tokens.Length - start <= LabelWords)
        {
            return default;
        }

        var verb = sorts[opening] == WordSort.To ? VerbGroup.SkipAdverbs(tokens, sorts, opening + 1) : opening;
        if (verb >= tokens.Length)
        {
            return default;
        }

        var form = sorts[opening] switch
        {
            WordSort.Ing => ClauseForm.Gerund,
            WordSort.Participle => ClauseForm.Participle,
            WordSort.To when sorts[verb] == WordSort.Base => ClauseForm.Infinitive,
            _ => ClauseForm.Verbless,
        };
        if (form == ClauseForm.Verbless)
        {
            return default;
        }

        var voice = form == ClauseForm.Participle ? Voice.Passive : Voice.Active;
        return new Clause { Form = form, Verb = verb, Auxiliary = verb, SubjectKind = SubjectKind.Dropped, Voice = voice };
    }
}
