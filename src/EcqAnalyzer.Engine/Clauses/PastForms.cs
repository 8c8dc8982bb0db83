using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>Sorts the words of a sentence. Past tenses and participles look alike, and a tagger that sees few words takes one
/// for the other; where the words beside leave only one of them, that one is taken.</summary>
internal static class PastForms
{
    public static void Sort(ReadOnlySpan<Token> tokens, string text, Span<WordSort> sorts)
    {
        // The last word that was no adverb, and whether a form of "be" or "have" still waits for its participle.
        var before = -1;
        var isAwaited = false;
        for (var i = 0; i < sorts.Length; i++)
        {
            var sort = WordSorts.Of(tokens[i], tokens[i].Span.Of(text));
            sorts[i] = sort switch
            {
                WordSort.Past when before >= 0 && IsBareAuxiliary(tokens[before]) => WordSort.Participle,
                WordSort.Participle when before >= 0 && !isAwaited && IsPast(tokens, sorts, before, i) => WordSort.Past,
                _ => sort,
            };
            isAwaited = sort switch
            {
                WordSort.Past or WordSort.Present or WordSort.Base or WordSort.Ing or WordSort.Participle or WordSort.Modal =>
                    tokens[i].Lemma is "be" or "have" or "get",
                WordSort.Comma or WordSort.Break or WordSort.And or WordSort.Relative or WordSort.Subordinator => false,
                _ => isAwaited,
            };
            before = sort == WordSort.Adverb ? before : i;
        }
    }

    /// <summary>"Having visited", "to have led".</summary>
    private static bool IsBareAuxiliary(Token token) => token.Lemma is "have" or "be" && token.Tag is "VBG" or "VB" or "VBN";

    /// <summary>"She asked", "the crew invited their": after a subject form, or between a noun and an object.</summary>
    private static bool IsPast(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int before, int i)
    {
        if (sorts[before] == WordSort.Pronoun)
        {
            return true;
        }

        if (IsNeverPassive(tokens[i].Lemma))
        {
            var next = i + 1 < tokens.Length ? tokens[i + 1].Tag : "";
            return sorts[before] is WordSort.Noun or WordSort.Close ? next is not ("VBD" or "VBP" or "VBZ" or "MD")
                : sorts[before] == WordSort.Comma && next is "IN" or "TO";
        }

        return sorts[before] == WordSort.Noun && i + 1 < tokens.Length
            && IsObject(tokens[i + 1], tokens[before].Tag == "NNP")
            && !TakesTwoObjects(tokens[i].Lemma);
    }

    /// <summary>What opens an object; after a name, which nothing narrows, a bare noun does too.</summary>
    private static bool IsObject(Token token, bool isAfterName) => token.Tag switch
    {
        "DT" or "PRP$" => true,
        "PRP" => token.Lemma is not ("it" or "you"),
        "IN" => token.Lemma == "that",
        "NN" or "NNS" or "NNP" or "JJ" or "CD" => isAfterName,
        _ => false,
    };

    /// <summary>Verbs without a passive, so that a form of theirs without auxiliary is a past tense.</summary>
    private static bool IsNeverPassive(string lemma) => lemma is "want" or "continue" or "seem" or "agree" or "fail" or "tend" or "hope"
        or "originate" or "die" or "occur" or "happen" or "participate" or "comment" or "appear" or "remain" or "arrive"
        or "vote" or "refuse" or "attempt" or "respond" or "reply" or "emerge" or "consist" or "belong" or "exist" or "depend"
        or "decline" or "prevail" or "collapse" or "rely" or "succeed" or "insist" or "resign" or "collaborate"
        or "compete" or "volunteer" or "react" or "persist" or "matter" or "listen" or "talk" or "wait" or "stay" or "live"
        or "graduate" or "plummet" or "soar" or "vary" or "deteriorate" or "coincide" or "apologize" or "retaliate";

    /// <summary>Their participles keep an object: "the crew awarded the medal", "a boy named that".</summary>
    private static bool TakesTwoObjects(string lemma) => lemma is "award" or "give" or "call" or "name" or "offer" or "grant" or "pay"
        or "send" or "make" or "deem" or "teach" or "allow" or "show" or "tell" or "owe" or "ask" or "assign" or "bring" or "hand" or "lend"
        or "locate" or "base" or "bear" or "date" or "title" or "entitle" or "know";
}
