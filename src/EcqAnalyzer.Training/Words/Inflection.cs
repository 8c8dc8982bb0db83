using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training.Words;

/// <summary>Finds the inflected forms whose base form spelling alone does not tell (persuaded, challenging, caches): the
/// regular forms of WordNet's verbs and nouns that are in use, where the rules give another lemma.</summary>
internal static class Inflection
{
    private const string Vowels = "aeiou";

    /// <param name="words">WordNet's words.</param>
    /// <param name="inUse">Words in use, the most frequent first.</param>
    public static IReadOnlyList<LemmaException> FindHard(WordNetIndex words, IReadOnlyList<string> inUse)
    {
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < inUse.Count; i++)
        {
            rank.TryAdd(inUse[i], i);
        }

        var found = new SortedDictionary<string, LemmaException>(StringComparer.Ordinal);
        var bases = words.Verbs.SelectMany(OfVerb).Concat(words.Nouns.SelectMany(OfNoun));
        foreach (var form in bases.Where(form => rank.ContainsKey(form.Word) && form.Lemma.Length > 2))
        {
            var key = $"{form.Word}\t{form.Tag}";
            if (!found.TryGetValue(key, out var other) || RankOf(form.Lemma) < RankOf(other.Lemma))
                found[key] = form;
        }

        Span<char> ruled = stackalloc char[64];
        var hard = new List<LemmaException>();
        foreach (var form in found.Values)
        {
            if (!ruled[..Lemmatizer.ByRule(form.Word, form.Tag, ruled)].SequenceEqual(form.Lemma))
                hard.Add(form);
        }

        return hard;

        int RankOf(string word) => rank.GetValueOrDefault(word, int.MaxValue);
    }

    private static IEnumerable<LemmaException> OfVerb(string verb)
    {
        foreach (var (past, ing) in StemsOf(verb))
        {
            yield return new LemmaException(past, "VBD", verb);
            yield return new LemmaException(past, "VBN", verb);
            yield return new LemmaException(ing, "VBG", verb);
        }

        yield return new LemmaException(WithS(verb), "VBZ", verb);
    }

    private static IEnumerable<LemmaException> OfNoun(string noun) => [new LemmaException(WithS(noun), "NNS", noun)];

    /// <summary>Past and -ing form; two spellings of each where only use tells which is right (visited, permitted).</summary>
    private static IEnumerable<(string Past, string Ing)> StemsOf(string verb)
    {
        var (last, before) = (verb[^1], verb.Length > 1 ? verb[^2] : 'e');
        if (last == 'e')
            return [(verb + "d", verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
                : before is 'e' or 'o' or 'y' ? verb + "ing" : verb[..^1] + "ing")];
        if (last == 'y' && !IsVowel(before))
            return [(verb[..^1] + "ied", verb + "ing")];
        var isShut = !IsVowel(last) && last is not ('w' or 'x' or 'y') && IsVowel(before) && (verb.Length < 3 || !IsVowel(verb[^3]));
        var doubled = (verb + last + "ed", verb + last + "ing");
        var plain = (verb + "ed", verb + "ing");
        if (!isShut)
            return [plain];
        return verb.Count(IsVowel) == 1 ? [doubled] : [plain, doubled];
    }

    private static string WithS(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., var before, 'y'] when !IsVowel(before) => word[..^1] + "ies",
        _ => word + "s",
    };

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
