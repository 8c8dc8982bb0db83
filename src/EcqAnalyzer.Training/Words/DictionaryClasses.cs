using System.Globalization;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training.Words;

/// <summary>What dictionaries let a word be, as one of at most 255 classes: the tags of Brill's list for the word in small
/// letters and with a capital, and where it has none, the parts of speech of WordNet for the word and its base forms.</summary>
internal sealed class DictionaryClasses(IReadOnlyDictionary<string, string[]> brill, WordNetIndex wordNet)
{
    private const int Most = 255;

    /// <summary>The classes, 1 to 255, of the words of Brill's list and of <paramref name="others"/>.</summary>
    public IReadOnlyDictionary<string, byte> All(IEnumerable<string> others)
    {
        var names = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var word in brill.Keys.Select(word => word.ToLowerInvariant()).Concat(others))
        {
            if (word.Length < 30 && word.Any(char.IsAsciiLetter) && !word.Any(char.IsAsciiDigit) && !word.Contains('-'))
                names.TryAdd(word, NamesOf(word));
        }

        var kept = names.Values.SelectMany(name => name).Where(name => name.Length > 0)
            .GroupBy(name => name)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select((group, i) => (group.Key, (byte)(i + 1)))
            .ToDictionary(pair => pair.Key, pair => pair.Item2);
        return names
            .Select(pair => (pair.Key, pair.Value.FirstOrDefault(kept.ContainsKey)))
            .Where(pair => pair.Item2 is not null)
            .ToDictionary(pair => pair.Key, pair => kept[pair.Item2!]);
    }

    /// <summary>Names for the word's class, from the most telling to the coarsest.</summary>
    private string[] NamesOf(string word)
    {
        var small = brill.GetValueOrDefault(word, []);
        var capital = brill.GetValueOrDefault(Capitalized(word), brill.GetValueOrDefault(word.ToUpperInvariant(), []));
        var isName = capital.Length > 0 && capital[0] is "NNP" or "NNPS" ? "^" : "";
        if (small.Length == 0)
            small = FromWordNet(word);
        return [Name(small, 4) + isName, Name(small, 3) + isName, Name(small, 2) + isName, Name(small, 1) + isName];
    }

    /// <summary>The likeliest tag, then the others in order of name.</summary>
    private static string Name(string[] tags, int most) =>
        string.Join(' ', [.. tags.Take(1), .. tags.Skip(1).Take(most - 1).Order(StringComparer.Ordinal)]);

    private string[] FromWordNet(string word)
    {
        var tags = new List<string>();
        Add(tags, "NN", wordNet.Nouns.Contains(word));
        Add(tags, "NNS", HasBase(word, "NNS", wordNet.Nouns));
        Add(tags, "JJ", wordNet.Adjectives.Contains(word));
        Add(tags, "VB", wordNet.Verbs.Contains(word));
        Add(tags, "VBZ", HasBase(word, "VBZ", wordNet.Verbs));
        Add(tags, "VBD", HasBase(word, "VBD", wordNet.Verbs));
        Add(tags, "VBG", HasBase(word, "VBG", wordNet.Verbs));
        Add(tags, "RB", wordNet.Adverbs.Contains(word));
        Add(tags, "JJR", HasBase(word, "JJR", wordNet.Adjectives));
        Add(tags, "JJS", HasBase(word, "JJS", wordNet.Adjectives));
        return [.. tags];
    }

    private static void Add(List<string> tags, string tag, bool fits)
    {
        if (fits)
            tags.Add(tag);
    }

    private static bool HasBase(string word, string tag, IReadOnlySet<string> bases)
    {
        Span<char> lemma = stackalloc char[40];
        var length = Lemmatizer.ByRule(word, tag, lemma);
        return !lemma[..length].SequenceEqual(word) && bases.Contains(lemma[..length].ToString());
    }

    private static string Capitalized(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word[..1]) + word[1..];
}
