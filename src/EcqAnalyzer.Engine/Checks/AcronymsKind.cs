using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Acronyms that no words in front of brackets spell out; reported once each, at the first place.</summary>
public sealed class AcronymsKind(ImmutableHashSet<string> known) : ICheckKind
{
    private const int Longest = 6;

    public static ICheckKind Read(YamlKeys keys) => new AcronymsKind(keys.FindTexts("known").ToImmutableHashSet(StringComparer.Ordinal));

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var text = analysis.Document.Draft.Text;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in analysis.Document.Sentences.Where(sentence => !IsInCapitals(sentence, text)))
        {
            foreach (var token in sentence.Tokens)
            {
                var word = text[token.Span.Start..token.Span.End];
                if (IsAcronym(word) && seen.Add(word) && !known.Contains(word) && !IsSpelledOut(word, text))
                {
                    yield return new CheckHit(token.Span, $"'{word}'");
                }
            }
        }
    }

    private static bool IsAcronym(string word) => word.Length is >= 2 and <= Longest && word.All(char.IsAsciiLetterUpper);

    private static bool IsSpelledOut(string word, string text) =>
        text.Contains($"({word})", StringComparison.Ordinal) || text.Contains($"{word} (", StringComparison.Ordinal);

    private static bool IsInCapitals(Sentence sentence, string text)
    {
        foreach (var c in sentence.Span.Of(text))
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
