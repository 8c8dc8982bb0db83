namespace EcqAnalyzer.Engine.Language;

/// <summary>Dictionary forms in lower case: an exception for word and tag where the lexicon has one, else the ending that the
/// Penn tag asks for is taken off.</summary>
internal sealed class Lemmatizer(LemmaExceptions exceptions)
{
    /// <summary>Writes the lemma of a word, given in its normal form and in lower case, and returns its length. The target
    /// has room for the word and two more characters.</summary>
    public int Write(ReadOnlySpan<char> word, TagPair tag, Span<char> lemma)
    {
        var exception = exceptions.Find(word, tag.Tag);
        if (exception.Length > 0 && exception.Length <= lemma.Length)
        {
            exception.CopyTo(lemma);
            return exception.Length;
        }

        return ByRule(word, tag.Tag, lemma);
    }

    /// <summary>The lemma by rule alone; training keeps what differs from it as exceptions.</summary>
    public static int ByRule(ReadOnlySpan<char> word, string tag, Span<char> lemma) => tag switch
    {
        "NNS" or "NNPS" => LemmaRules.Singular(word, lemma),
        "VBZ" => LemmaRules.OfThirdPerson(word, lemma),
        "VBD" or "VBN" => LemmaRules.OfPast(word, lemma),
        "VBG" => LemmaRules.OfIng(word, lemma),
        "JJR" or "RBR" => LemmaRules.OfDegree(word, "er", lemma),
        "JJS" or "RBS" => LemmaRules.OfDegree(word, "est", lemma),
        _ => LemmaRules.Copy(word, lemma),
    };
}
