using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Acronyms that no words in front of brackets spell out; reported once each, at the first place.</summary>
public sealed class AcronymsKind(HashSet<string> known) : ICheckKind
{
    private const int Longest = 6;

    public static ICheckKind Read(CheckSettings settings) =>
        new AcronymsKind(new HashSet<string>(settings.Keys.FindTexts("known"), StringComparer.Ordinal));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var text = draft.Text;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in draft.Document.Sentences)
        {
            if (IsInCapitals(sentence, text))
            {
                continue;
            }

            foreach (var token in sentence.Tokens)
            {
                var word = token.Span.Of(text);
                if (IsAcronym(word) && seen.Add(word.ToString()) && !known.Contains(word.ToString())
                    && !IsSpelledOut(word.ToString(), text))
                {
                    yield return new CheckHit(token.Span, $"'{word}'");
                }
            }
        }
    }

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
        {
            if (!char.IsAsciiLetterUpper(sign))
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
