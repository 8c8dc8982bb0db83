namespace EcqAnalyzer.Engine.Classification;

/// <summary>What a sentence is about: its content words in dictionary form and by their first letters, neighbours among them
/// in pairs, and the main verb with what it is done to. For competencies only: types are not a matter of topic.</summary>
internal static class TopicFeatures
{
    /// <summary>So many letters stand for a word and its kin.</summary>
    private const int Stem = 5;

    public static void Write(ReadWords words, FeatureList list)
    {
        var tokens = words.Sentence.Tokens;
        var clause = words.Sentence.Clause;
        var (before, beforeHash) = (-1, 0u);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Pos is not ("NOUN" or "VERB" or "ADJ" or "ADV" or "PROPN"))
            {
                continue;
            }

            var hash = FeatureHash.Add(FeatureHash.Start, tokens[i].Lemma);
            list.Add(FeatureKind.Lemma, hash, FeatureScale.Sparse);
            WriteStem(tokens[i].Lemma, list);
            if (before >= 0)
            {
                list.Add(FeatureKind.LemmaPair, FeatureHash.Join(beforeHash, hash), FeatureScale.Sparse);
            }

            if (clause.Verb is { } verb && verb < i && tokens[i].Pos is "NOUN" && before != verb)
            {
                var main = FeatureHash.Join(FeatureHash.Add(FeatureHash.Start, tokens[verb].Lemma), hash);
                list.Add(FeatureKind.MainPair, main, FeatureScale.Sparse);
            }

            (before, beforeHash) = (i, hash);
        }
    }

    /// <summary>"Negotiate", "negotiator" and "negotiation" are about one matter.</summary>
    private static void WriteStem(ReadOnlySpan<char> lemma, FeatureList list)
    {
        if (lemma.Length > Stem)
        {
            list.Add(FeatureKind.Stem, FeatureHash.Add(FeatureHash.Start, lemma[..Stem]), FeatureScale.Sparse);
        }
    }
}
