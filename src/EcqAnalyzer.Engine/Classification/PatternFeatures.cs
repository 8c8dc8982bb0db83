namespace EcqAnalyzer.Engine.Classification;

/// <summary>Runs of up to three words of which only the small ones stand as they are: verbs become their class and tag, nouns
/// their class, numbers and names one sign each. "cut the wait by 40 percent" and "reduced our costs by a third" look
/// much the same.</summary>
internal static class PatternFeatures
{
    private const int Longest = 3;

    public static void Write(ReadWords words, FeatureList list)
    {
        var count = words.Count;
        Span<uint> signs = count + 2 <= 256 ? stackalloc uint[count + 2] : new uint[count + 2];
        signs[0] = FeatureHash.Add(FeatureHash.Start, "<");
        var length = 1;
        for (var i = 0; i < count; i++)
        {
            var sign = SignOf(words, i);
            if (sign != signs[length - 1])
            {
                signs[length++] = sign;
            }
        }

        signs[length++] = FeatureHash.Add(FeatureHash.Start, ">");
        for (var from = 0; from < length; from++)
        {
            var hash = signs[from];
            list.Add(FeatureKind.Pattern, hash, FeatureScale.Sparse);
            for (var to = from + 1; to < Math.Min(length, from + Longest); to++)
            {
                hash = FeatureHash.Join(hash, signs[to]);
                list.Add(FeatureKind.Pattern, hash, FeatureScale.Sparse);
            }
        }
    }

    private static uint SignOf(ReadWords words, int i)
    {
        var token = words.Sentence.Tokens[i];
        if (words.IsWriter(i))
        {
            return FeatureHash.Add(FeatureHash.Start, token.Tag == "PRP$" ? "MY" : "I");
        }

        return token.Pos switch
        {
            "VERB" => FeatureHash.Add(FeatureHash.Add(FeatureHash.Start, 1000 + words.ClassOf(i)), token.Tag),
            "NOUN" => FeatureHash.Add(FeatureHash.Start, 2000 + words.ClassOf(i)),
            "PROPN" => FeatureHash.Add(FeatureHash.Start, "NAME"),
            "NUM" => FeatureHash.Add(FeatureHash.Start, "NUMBER"),
            "ADJ" => FeatureHash.Add(FeatureHash.Start, "ADJECTIVE"),
            _ => FeatureHash.Add(FeatureHash.Start, token.Lemma),
        };
    }
}
