namespace EcqAnalyzer.Engine.Language;

/// <summary>Inflection undone by spelling alone. Words are in lower case.</summary>
internal static class LemmaRules
{
    public static int Copy(ReadOnlySpan<char> word, Span<char> lemma)
    {
        word.CopyTo(lemma);
        return word.Length;
    }

    /// <summary>12,500 is 12500.</summary>
    public static int Number(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (!char.IsAsciiDigit(word[0]))
            return Copy(word, lemma);
        var length = 0;
        foreach (var c in word)
        {
            if (c != ',')
                lemma[length++] = c;
        }

        return length;
    }

    public static int Singular(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length < 3 || char.IsAsciiDigit(word[0]) || word[0] == '\'')
            return Copy(word, lemma);
        if (word.EndsWith("ies"))
            return word.Length > 4 ? With(word[..^3], "y", lemma) : Copy(word[..^1], lemma);
        if (word.Length > 4 && word.EndsWith("men"))
            return With(word[..^2], "an", lemma);
        if (word.EndsWith("'s"))
            return Copy(word[..^2], lemma);
        if (word.EndsWith("es") && (AddsEs(word[..^2]) || (word.EndsWith("oes") && word.Length > 5) || IsLatin(word[..^2])))
            return Copy(word[..^2], lemma);
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? Copy(word[..^1], lemma) : Copy(word, lemma);
    }

    public static int OfThirdPerson(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.EndsWith("ies"))
            return word.Length > 4 ? With(word[..^3], "y", lemma) : Copy(word[..^1], lemma);
        if (word.Length > 3 && word.EndsWith("es") && (AddsEs(word[..^2]) || word[^3] == 'o'))
            return Copy(word[..^2], lemma);
        return word.Length > 2 && word[^1] == 's' && word[^2] != 's' ? Copy(word[..^1], lemma) : Copy(word, lemma);
    }

    public static int OfPast(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.EndsWith("ied"))
            return word.Length > 4 ? With(word[..^3], "y", lemma) : Copy(word[..^1], lemma);
        if (word.EndsWith("eed"))
            return Copy(word[..^1], lemma);
        return word.Length > 3 && word.EndsWith("ed") && HasVowel(word[..^2]) ? OfStem(word[..^2], lemma) : Copy(word, lemma);
    }

    public static int OfIng(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length == 5 && word.EndsWith("ying"))
            return With(word[..1], "ie", lemma);
        if (word.Length > 4 && (word.EndsWith("ing") || word.EndsWith("in'")) && HasVowel(word[..^3]))
            return OfStem(word[..^3], lemma);
        return Copy(word, lemma);
    }

    public static int OfDegree(ReadOnlySpan<char> word, ReadOnlySpan<char> ending, Span<char> lemma)
    {
        if (word.Length < ending.Length + 3 || !word.EndsWith(ending))
            return Copy(word, lemma);
        var stem = word[..^ending.Length];
        return stem[^1] == 'i' ? With(stem[..^1], "y", lemma) : OfStem(stem, lemma);
    }

    /// <summary>A verb from the stem before -ed or -ing: a doubled letter goes, a dropped e comes back.</summary>
    private static int OfStem(ReadOnlySpan<char> stem, Span<char> lemma)
    {
        if (stem.Length > 2 && stem[^1] == stem[^2] && !DroppedE.IsVowel(stem[^1]))
            return KeepsDouble(stem) ? Copy(stem, lemma) : Copy(stem[..^1], lemma);
        if (stem.EndsWith("ck") && (stem.EndsWith("nick") || stem.EndsWith("mick")))
            return Copy(stem[..^1], lemma);
        return DroppedE.After(stem) ? With(stem, "e", lemma) : Copy(stem, lemma);
    }

    /// <summary>call, miss, add keep both letters; plan and control do not.</summary>
    private static bool KeepsDouble(ReadOnlySpan<char> stem)
    {
        var last = stem[^1];
        if (last is 's' or 'z' or 'f' || (stem.Length == 3 && DroppedE.IsVowel(stem[0])))
            return true;
        return last == 'l'
            && (DroppedE.Syllables(stem) == 1 || stem[^3] is 'a' or 'i' or 'u' || stem.EndsWith("nroll") || stem.EndsWith("yroll"));
    }

    private static bool AddsEs(ReadOnlySpan<char> stem) =>
        stem.EndsWith("sh") || (stem.EndsWith("ch") && !stem.EndsWith("cach")) || stem.EndsWith("ss") || stem.EndsWith("x")
        || stem.EndsWith("zz");

    /// <summary>campus, bias, bonus: nouns in -s that take -es.</summary>
    private static bool IsLatin(ReadOnlySpan<char> stem) =>
        stem.EndsWith("atus") || stem.EndsWith("ampus") || stem.EndsWith("onus") || stem.EndsWith("ensus") || stem.EndsWith("irus")
        || stem.EndsWith("ocus") || stem.EndsWith("plus") || stem.EndsWith("bias") || stem.EndsWith("orpus") || stem.EndsWith("llabus")
        || stem.EndsWith("ectus") || stem is "bus" or "gas" or "lens" or "nexus" or "alias" or "atlas" or "canvas" or "ibus";

    private static int With(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, Span<char> lemma)
    {
        stem.CopyTo(lemma);
        ending.CopyTo(lemma[stem.Length..]);
        return stem.Length + ending.Length;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                return true;
            }
        }

        return false;
    }
}
