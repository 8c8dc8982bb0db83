using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>The words of a text that carry meaning, each once, in their dictionary form: what two texts on one thing have in
/// common, however they are put.</summary>
internal sealed class ContentWords
{
    /// <summary>With fewer texts than this, no word can be called common to them.</summary>
    private const int ManyTexts = 4;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public int Count => _words.Count;

    public static ContentWords Of(IEnumerable<Sentence> sentences)
    {
        var content = new ContentWords();
        foreach (var sentence in sentences)
        {
            content.Add(sentence);
        }

        return content;
    }

    public void Add(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Pos is "NOUN" or "PROPN" or "VERB" or "ADJ" or "NUM")
            {
                _words.Add(token.Lemma);
            }
        }
    }

    /// <summary>Takes out the words that stand in more than half of the texts: they belong to the field, or to the task, and say
    /// nothing about two of them.</summary>
    public static void RemoveCommon(List<ContentWords> texts)
    {
        if (texts.Count < ManyTexts)
        {
            return;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in text._words)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        foreach (var text in texts)
        {
            text._words.RemoveWhere(word => counts[word] > texts.Count / 2);
        }
    }

    /// <summary>The share of the smaller one's words that the other has too, 0 to 1; 0 where it has fewer than
    /// <paramref name="least"/>.</summary>
    public double ShareWith(ContentWords other, int least)
    {
        var (smaller, larger) = Count <= other.Count ? (_words, other._words) : (other._words, _words);
        if (smaller.Count < least)
        {
            return 0;
        }

        var shared = 0;
        foreach (var word in smaller)
        {
            shared += larger.Contains(word) ? 1 : 0;
        }

        return (double)shared / smaller.Count;
    }
}
