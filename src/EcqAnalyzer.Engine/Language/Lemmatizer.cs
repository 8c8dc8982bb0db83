namespace EcqAnalyzer.Engine.Language;

/// <summary>Dictionary forms in lower case: an exception for word and tag where the lexicon has one, else the ending that the
/// Penn tag asks for is taken off.</summary>
internal sealed class Lemmatizer(LemmaExceptions exceptions)
{
    /// <summary>Writes the lemma of a word, given in its normal form and in lower case, and returns its length. The target
    /// has room for the word and two more characters.</summary>
    public int Write(ReadOnlySpan<char> word, TagPair tag, Span<char> lemma)
    {
        if (word.IsEmpty)
            return 0;
        var exception = exceptions.Find(word, tag.Tag);
        if (exception.Length > 0 && exception.Length <= lemma.Length)
        {
            exception.CopyTo(lemma);
            return exception.Length;
        }

        var prefix = tag.Pos is "VERB" or "NOUN" ? PrefixOf(word) : 0;
        if (prefix > 0)
        {
            exception = exceptions.Find(word[prefix..], tag.Tag);
            if (exception.Length > 0 && prefix + exception.Length <= lemma.Length)
            {
                word[..prefix].CopyTo(lemma);
                exception.CopyTo(lemma[prefix..]);
                return prefix + exception.Length;
            }
        }

        return ByRule(word, tag.Tag, lemma);
    }

    /// <summary>rebuilt is inflected as built is, overseen as seen.</summary>
    private static int PrefixOf(ReadOnlySpan<char> word) => word switch
    {
        ['u', 'n', 'd', 'e', 'r', _, _, ..] => 5,
        ['o', 'v', 'e', 'r', _, _, ..] or ['f', 'o', 'r', 'e', _, _, ..] or ['w', 'i', 't', 'h', _, _, ..] => 4,
        ['o', 'u', 't', _, _, ..] or ['m', 'i', 's', _, _, ..] or ['p', 'r', 'e', _, _, ..] or ['r', 'e', '-', _, _, ..] => 3,
        ['r', 'e', _, _, ..] or ['u', 'n', _, _, ..] or ['u', 'p', _, _, ..] => 2,
        _ => 0,
    };

    /// <summary>The lemma by rule alone; training keeps what differs from it as exceptions.</summary>
    public static int ByRule(ReadOnlySpan<char> word, string tag, Span<char> lemma) => tag switch
    {
        "NNS" or "NNPS" => LemmaRules.Singular(word, lemma),
        "VBZ" => LemmaRules.OfThirdPerson(word, lemma),
        "VBD" or "VBN" => LemmaRules.OfPast(word, lemma),
        "CD" => LemmaRules.Number(word, lemma),
        "VBG" => LemmaRules.OfIng(word, lemma),
        "JJR" or "RBR" => LemmaRules.OfDegree(word, "er", lemma),
        "JJS" or "RBS" => LemmaRules.OfDegree(word, "est", lemma),
        _ => LemmaRules.Copy(word, lemma),
    };
}
