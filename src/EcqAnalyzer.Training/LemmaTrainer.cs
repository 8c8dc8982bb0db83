using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Collects the words whose lemma the rules do not give: those that the treebanks lemmatize so more often than
/// not.</summary>
internal static class LemmaTrainer
{
    private const int AtLeast = 2;

    public static LemmaExceptions Train(
        IEnumerable<TreebankSentence> sentences, IReadOnlyList<LemmaException> hardForms)
    {
        var counts = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(sentence => sentence.Words))
        {
            if (word.Lemma is null || word.Tag is "GW" or "ADD" or "NFP" or "SYM")
                continue;
            var key = $"{NormalOf(word.Form)}\t{word.Tag}";
            if (!counts.TryGetValue(key, out var lemmas))
                counts.Add(key, lemmas = new(StringComparer.Ordinal));
            var lemma = word.Lemma.ToLowerInvariant();
            lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
        }

        var exceptions = new SortedDictionary<string, LemmaException>(StringComparer.Ordinal);
        foreach (var irregular in IrregularForms.All())
        {
            exceptions.TryAdd($"{irregular.Word}\t{irregular.Tag}", irregular);
        }

        foreach (var form in hardForms)
        {
            exceptions.TryAdd($"{form.Word}\t{form.Tag}", form);
        }

        Span<char> ruled = stackalloc char[400];
        foreach (var (key, lemmas) in counts)
        {
            var (word, tag) = (key.Split('\t')[0], key.Split('\t')[1]);
            var best = lemmas.MaxBy(pair => pair.Value).Key;
            // A lemma met once is as often the correction of a misspelling ("leaned" for learn) as a rare form.
            if (lemmas.Values.Sum() >= AtLeast && word.Length is > 0 and < Word.MaxLength && best.Length < Word.MaxLength
                && !ruled[..Lemmatizer.ByRule(word, tag, ruled)].SequenceEqual(best))
            {
                exceptions[key] = new LemmaException(word, tag, best);
            }
        }

        return LemmaExceptions.Of([.. exceptions.Values]);
    }

    private static string NormalOf(string form)
    {
        Span<char> normal = stackalloc char[form.Length * 3];
        return normal[..Letters.Normalize(form, normal)].ToString().ToLowerInvariant();
    }
}
