using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Acronyms that no words in front of brackets spell out; reported once each, at the first place.</summary>
public sealed class AcronymsKind(IReadOnlySet<string> known) : ICheckKind
{
    private const int Longest = 6;

    public static ICheckKind Read(YamlKeys keys) => new AcronymsKind(new HashSet<string>(keys.FindTexts("known"), StringComparer.Ordinal));

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var text = analysis.Document.Draft.Text;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in analysis.Document.Sentences.Where(sentence => !IsInCapitals(sentence, text)))
        {
            foreach (var token in sentence.Tokens)
            {
                if (!IsAcronym(token.Span.Of(text)))
                {
                    continue;
                }

                var word = text[token.Span.Start..token.Span.End];
                if (seen.Add(word) && !known.Contains(word) && !IsSpelledOut(word, text))
                {
                    yield return new CheckHit(token.Span, $"'{word}'");
                }
            }
        }
    }

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return word.Length is >= 2 and <= Longest;
    }

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
