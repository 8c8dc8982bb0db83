using System.Buffers;

namespace EcqAnalyzer.Engine.Language;

/// <summary>Inflection undone by spelling alone. Words are in lower case.</summary>
internal static class LemmaRules
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static int Copy(ReadOnlySpan<char> word, Span<char> lemma)
    {
        word.CopyTo(lemma);
        return word.Length;
    }

    public static int Singular(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
            return With(word[..^3], "y", lemma);
        if (word.Length > 4 && word.EndsWith("es") && NeedsE(word[..^2]))
            return Copy(word[..^2], lemma);
        if (word.Length > 4 && word.EndsWith("men"))
            return With(word[..^2], "an", lemma);
        if (word.EndsWith("'s") && word.Length > 2)
            return Copy(word[..^2], lemma);
        return word.Length > 2 && word[^1] == 's' && word[^2] != 's' ? Copy(word[..^1], lemma) : Copy(word, lemma);
    }

    public static int OfThirdPerson(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
            return With(word[..^3], "y", lemma);
        if (word.Length > 3 && word.EndsWith("es") && (NeedsE(word[..^2]) || word[^3] == 'o'))
            return Copy(word[..^2], lemma);
        return word.Length > 2 && word[^1] == 's' && word[^2] != 's' ? Copy(word[..^1], lemma) : Copy(word, lemma);
    }

    public static int OfPast(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length > 4 && word.EndsWith("ied"))
            return With(word[..^3], "y", lemma);
        return word.Length > 3 && word.EndsWith("ed") ? OfStem(word[..^2], lemma) : Copy(word, lemma);
    }

    public static int OfIng(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.Length > 4 && word.EndsWith("ing"))
            return OfStem(word[..^3], lemma);
        return word.Length > 4 && word.EndsWith("in'") ? OfStem(word[..^3], lemma) : Copy(word, lemma);
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
        if (!HasVowel(stem))
            return With(stem, "", lemma);
        var last = stem[^1];
        if (stem.Length > 2 && last == stem[^2] && !IsVowel(last) && last is not ('l' or 's' or 'z' or 'f'))
            return Copy(stem[..^1], lemma);
        if (stem.Length > 3 && last == 'l' && stem[^2] == 'l')
            return IsVowel(stem[^3]) && Syllables(stem) > 1 && stem[^3] is not 'a' ? Copy(stem[..^1], lemma) : Copy(stem, lemma);
        return DroppedE(stem) ? With(stem, "e", lemma) : Copy(stem, lemma);
    }

    private static bool DroppedE(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2)
            return false;
        var (last, before) = (stem[^1], stem[^2]);
        if (last is 'v' or 'u' or 'c')
            return true;
        if (last == 'z')
            return before != 'z' && before != 't' || stem.EndsWith("iz");
        if (last == 's')
            return before is not 's' && !stem.EndsWith("ocus") && !stem.EndsWith("ias");
        if (last == 'g')
            return before is 'a' or 'd' or 'r' or 'l' || stem.EndsWith("ang") && stem.EndsWith("hang") || stem.EndsWith("ieg");
        if (last == 'l' && !IsVowel(before) && before is not ('r' or 'w' or 'l'))
            return true;
        if (stem.EndsWith("at"))
            return stem.Length > 3 && !IsVowel(stem[^3]) || stem.EndsWith("iat") || stem.EndsWith("eat") && stem.EndsWith("reat") is false
                && stem.Length > 5 || stem.EndsWith("uat");
        if (last is 'w' or 'x' or 'y' or 'h' || IsVowel(last))
            return last == 'h' && stem.EndsWith("th") && stem.EndsWith("ath");
        // One consonant after one vowel: make, hire, note; longer words only with endings that verbs in -e have.
        if (!IsVowel(before) || (stem.Length > 2 && IsVowel(stem[^3]) && stem[^3] != 'u' && !stem.EndsWith("quir")))
            return false;
        return Syllables(stem) == 1 || HasEndingOfE(stem);
    }

    private static bool HasEndingOfE(ReadOnlySpan<char> stem) =>
        stem.EndsWith("ir") || stem.EndsWith("ur") || stem.EndsWith("id") || stem.EndsWith("ut") || stem.EndsWith("ar")
        || stem.EndsWith("ik") || stem.EndsWith("ok") || stem.EndsWith("ak") || stem.EndsWith("ad") || stem.EndsWith("ud")
        || stem.EndsWith("od") || stem.EndsWith("im") || stem.EndsWith("um") || stem.EndsWith("op") && stem.EndsWith("cop")
        || stem.EndsWith("ib") || stem.EndsWith("mot") || stem.EndsWith("let") || stem.EndsWith("fin") || stem.EndsWith("bin")
        || stem.EndsWith("lin") || stem.EndsWith("pos") || stem.EndsWith("am") || stem.EndsWith("nor") || stem.EndsWith("plor")
        || stem.EndsWith("stor") || stem.EndsWith("il") && stem.EndsWith("cil") || stem.EndsWith("pil") || stem.EndsWith("ol");

    private static bool NeedsE(ReadOnlySpan<char> stem) =>
        stem.EndsWith("sh") || stem.EndsWith("ch") || stem.EndsWith("ss") || stem.EndsWith("x") || stem.EndsWith("zz");

    private static int With(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, Span<char> lemma)
    {
        stem.CopyTo(lemma);
        ending.CopyTo(lemma[stem.Length..]);
        return stem.Length + ending.Length;
    }

    private static int Syllables(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
                count++;
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
