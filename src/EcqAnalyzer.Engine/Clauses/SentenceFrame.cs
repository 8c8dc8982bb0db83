using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>A sentence as the scan for its main verb sees it: what each word can be, where its last verbs and commas stand, and
/// what can be told of a place by the words around it, whatever the scan has met before.</summary>
internal readonly ref struct SentenceFrame
{
    /// <summary>So many words may a clause without "that" have within an opening phrase.</summary>
    private const int ContactReach = 24;

    private readonly int _lastClose;
    private readonly int _lastQuote;

    public SentenceFrame(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int start)
    {
        Tokens = tokens;
        Sorts = sorts;
        Start = start;
        LastVerb = VerbBefore(sorts, sorts.Length);
        NextToLastVerb = VerbBefore(sorts, LastVerb);
        LastClauseComma = LastOf(WordSort.Comma, sorts, LastVerb);
        _lastClose = LastOf(WordSort.Close, sorts, sorts.Length);
        _lastQuote = LastOf(WordSort.Quote, sorts, sorts.Length);
        EndsWithStop = sorts.Length > 0 && tokens[^1].Lemma is "." or "!";
        IsQuestion = tokens.Length > 0 && tokens[^1].Lemma.StartsWith('?');
    }

    public ReadOnlySpan<Token> Tokens { get; }

    public ReadOnlySpan<WordSort> Sorts { get; }

    /// <summary>The first word, past bullets and quotes.</summary>
    public int Start { get; }

    /// <summary>The last finite verb, and the one before it; -1 without one.</summary>
    public int LastVerb { get; }

    public int NextToLastVerb { get; }

    /// <summary>The last comma that a finite verb follows; -1 without one.</summary>
    public int LastClauseComma { get; }

    public bool IsQuestion { get; }

    public bool EndsWithStop { get; }

    /// <summary>The last word before <paramref name="i"/> that is no adverb.</summary>
    public int BeforeAdverbs(int i)
    {
        i--;
        while (i >= Start && Sorts[i] == WordSort.Adverb)
        {
            i--;
        }

        return i;
    }

    /// <summary>"How to", "after leading", "if needed", "because of": no finite verb is owed.</summary>
    public bool IsPhraseOpener(int i, int next, WordSort sort)
    {
        if (sort != WordSort.Subordinator)
        {
            return Sorts[next] == WordSort.To;
        }

        return Tokens[i].Lemma is "because" or "that" or "although" && Sorts[next] != WordSort.Participle
            ? Tokens[next].Lemma == "of"
            : Sorts[next] is WordSort.To or WordSort.Ing or WordSort.Participle or WordSort.Comma;
    }

    /// <summary>A question for the subject or with its verb first: "What did", "Who led", "how long have you".</summary>
    public bool AsksWith(int i, int next)
    {
        var isInverted = Sorts[next].IsFinite() && next + 1 < Sorts.Length && Sorts[next + 1] == WordSort.Pronoun;
        return i == Start && Tokens[i].Tag[0] == 'W' ? IsQuestion || isInverted : IsQuestion && isInverted;
    }

    /// <summary>The next comma is followed by a subject of its own: "In the plan I wrote, we".</summary>
    public bool IsEndedByPronoun(int i)
    {
        var end = Math.Min(LastClauseComma, i + ContactReach);
        for (var j = i; j <= end; j++)
        {
            if (Sorts[j] is WordSort.Comma or WordSort.Break)
            {
                return Sorts[j] == WordSort.Comma && Sorts[j + 1] == WordSort.Pronoun;
            }
        }

        return false;
    }

    /// <summary>"This saved", "Nine of them left": a word that else stands before a noun is the subject itself.</summary>
    public bool IsAlone(int i) =>
        Tokens[i].Tag is "CD" or "DT" && Tokens[i].Lemma is not ("a" or "an" or "the") && i + 1 < Sorts.Length
        && Sorts[i + 1] is WordSort.Past or WordSort.Present or WordSort.Modal or WordSort.Participle or WordSort.Preposition or WordSort.Adverb;

    /// <summary>"presented by the crew" is passive; "dropped by half" is not.</summary>
    public bool IsBeforeDoer(int after) =>
        Tokens[after].Lemma == "by"
        && !(after + 1 < Tokens.Length && (Tokens[after + 1].Tag is "CD" or "$" or "RB" or "RBR" || Tokens[after + 1].Lemma is "half" or "a"));

    /// <summary>"The results presented by the crew were": a participle that was tagged as a past tense.</summary>
    public bool IsReduced(int i, int before)
    {
        if (Sorts[i] != WordSort.Past || before != i - 1 || before < Start || Sorts[before] != WordSort.Noun
            || i + 1 >= Sorts.Length || Sorts[i + 1] != WordSort.Preposition)
        {
            return false;
        }

        for (var j = i + 1; j < Sorts.Length; j++)
        {
            if (Sorts[j].IsFinite())
            {
                return Sorts[j - 1] == WordSort.Noun;
            }

            if (Sorts[j] is WordSort.And or WordSort.Comma or WordSort.Break or WordSort.Relative or WordSort.Subordinator
                or WordSort.Pronoun or WordSort.To or WordSort.Quote)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A pronoun close before the verb is the subject, whatever stood in front of it.</summary>
    public int? PronounBefore(int verb) =>
        BeforeAdverbs(verb) is var i && i >= Start && Sorts[i] is WordSort.Pronoun or WordSort.There ? i : null;

    /// <summary>"'We did it', she said": what is quoted first is no main clause if one of telling follows, and the quotation
    /// does not go on.</summary>
    public int AfterQuotation()
    {
        var end = Start;
        while (end < Sorts.Length && Sorts[end] != WordSort.Quote)
        {
            end++;
        }

        var isQuotedFirst = end + 1 < Sorts.Length && end > Start && Sorts[end - 1] is WordSort.Comma or WordSort.Sign or WordSort.Other;
        isQuotedFirst |= end > Start && end + 1 < Sorts.Length && Sorts[end + 1] == WordSort.Comma;
        if (!isQuotedFirst || end >= LastVerb)
        {
            return Start;
        }

        for (var i = end + 1; i < Sorts.Length && Sorts[i] != WordSort.Quote; i++)
        {
            if (Sorts[i].IsFinite())
            {
                return Tells(Tokens[i].Lemma) && _lastQuote <= i ? end + 1 : Start;
            }
        }

        return Start;
    }

    private static bool Tells(string lemma) => lemma is "say" or "tell" or "add" or "ask" or "explain" or "note" or "reply" or "answer"
        or "claim" or "announce" or "write" or "report" or "state" or "argue" or "recall" or "declare" or "warn" or "insist" or "observe";

    public int EndOfBrackets(int open)
    {
        var end = open;
        while (open < _lastClose && Sorts[end] != WordSort.Close)
        {
            end++;
        }

        return end;
    }

    // A loop, since a search of a span over an enumeration would be compiled at every start.
    private static int LastOf(WordSort sort, ReadOnlySpan<WordSort> sorts, int end)
    {
        var last = end - 1;
        while (last >= 0 && sorts[last] != sort)
        {
            last--;
        }

        return last;
    }

    /// <summary>The last finite verb before <paramref name="end"/>; -1 without one.</summary>
    private static int VerbBefore(ReadOnlySpan<WordSort> sorts, int end)
    {
        var last = end - 1;
        while (last >= 0 && !sorts[last].IsFinite())
        {
            last--;
        }

        return last;
    }
}
