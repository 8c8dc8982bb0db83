using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>What a word can be to the frame of a clause. Finite verbs, that can be main verbs, come last.</summary>
internal enum WordSort : byte
{
    Other,
    Noun,

    /// <summary>I, we, he, it: a pronoun that can be a subject.</summary>
    Pronoun,

    /// <summary>Stands before a noun: the, my, new, 40.</summary>
    Modifier,
    Adverb,
    Preposition,

    /// <summary>When, because, that: a clause with a verb of its own follows, or a phrase without.</summary>
    Subordinator,

    /// <summary>Which, who, what.</summary>
    Relative,
    To,
    And,
    Comma,

    /// <summary>A colon, semicolon or dash.</summary>
    Break,
    Quote,
    Open,
    Close,

    /// <summary>Any other sign.</summary>
    Sign,
    There,
    Base,
    Ing,
    Participle,
    Past,
    Present,
    Modal,
}

internal static class WordSorts
{
    public static bool IsFinite(this WordSort sort) => sort >= WordSort.Past;

    public static WordSort Of(Token token, ReadOnlySpan<char> form) => token.Tag switch
    {
        "NN" or "NNS" or "NNP" or "NNPS" or "GW" => WordSort.Noun,
        "VBD" => WordSort.Past,
        "VBP" or "VBZ" => WordSort.Present,
        "MD" => WordSort.Modal,
        "VB" => WordSort.Base,
        "VBG" => WordSort.Ing,
        "VBN" => WordSort.Participle,
        "PRP" => IsSubjectForm(form) ? WordSort.Pronoun : WordSort.Other,
        "DT" or "PDT" or "PRP$" or "POS" or "CD" or "JJ" or "JJR" or "JJS" or "AFX" or "HYPH" or "$" => WordSort.Modifier,
        "RB" or "RBR" or "RBS" => WordSort.Adverb,
        "IN" => OfPreposition(token),
        "TO" => WordSort.To,
        "WDT" or "WP" or "WP$" => WordSort.Relative,
        "WRB" => WordSort.Subordinator,
        "CC" => WordSort.And,
        "EX" => WordSort.There,
        "," => WordSort.Comma,
        ":" => token.Lemma is "..." or "…" ? WordSort.Sign : WordSort.Break,
        "``" or "''" => WordSort.Quote,
        "-LRB-" => WordSort.Open,
        "-RRB-" => WordSort.Close,
        _ => token.Pos == "PUNCT" ? WordSort.Sign : WordSort.Other,
    };

    /// <summary>Words that open clauses whatever the tagger says, and those that do where it says so.</summary>
    private static WordSort OfPreposition(Token token) => token.Lemma switch
    {
        "because" or "although" or "though" or "if" or "whether" or "while" or "unless" or "whereas" or "that" or "once" or "lest" =>
            WordSort.Subordinator,
        "for" or "of" or "with" or "by" or "in" or "without" => WordSort.Preposition,
        "to" => WordSort.To,
        _ => token.Pos == "SCONJ" ? WordSort.Subordinator : WordSort.Preposition,
    };

    private static bool IsSubjectForm(ReadOnlySpan<char> form) =>
        form is "I" or "i" or "we" or "We" or "WE" or "he" or "He" or "HE" or "she" or "She" or "SHE" or "they" or "They" or "THEY"
            or "you" or "You" or "YOU" or "it" or "It" or "IT";
}
