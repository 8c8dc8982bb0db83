using System.Text;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>What the annotator mixes up on gold sentences: which tags, and with which words, the most frequent first.</summary>
public sealed class Confusions
{
    private readonly Dictionary<string, Dictionary<string, int>> _words = [];
    private int _total;

    public static Confusions Of(Annotator annotator, IReadOnlyList<TreebankSentence> sentences)
    {
        var confusions = new Confusions();
        foreach (var sentence in sentences)
        {
            var tokens = AnnotatorEvaluation.TagGold(annotator, sentence);
            for (var i = 0; i < tokens.Count; i++)
            {
                var gold = sentence.Words[i];
                if (gold.Tag != tokens[i].Tag || (gold.Pos is not null && gold.Pos != tokens[i].Pos))
                    confusions.Add($"{gold.Pos}/{gold.Tag} as {tokens[i].Pos}/{tokens[i].Tag}", gold.Form);
            }
        }

        return confusions;
    }

    public string Format(int most)
    {
        var text = new StringBuilder();
        foreach (var (confusion, words) in _words.OrderByDescending(pair => pair.Value.Values.Sum()).Take(most))
        {
            var count = words.Values.Sum();
            var shown = words.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(12)
                .Select(pair => pair.Value > 1 ? $"{pair.Key} {pair.Value}" : pair.Key);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{count,5} {100.0 * count / _total,5:F1} %  ")
                .Append(confusion).Append(": ").AppendJoin(", ", shown).Append('\n');
        }

        return text.ToString();
    }

    private void Add(string confusion, string word)
    {
        if (!_words.TryGetValue(confusion, out var words))
            _words.Add(confusion, words = []);
        words[word] = words.GetValueOrDefault(word) + 1;
        _total++;
    }
}
