using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Acronyms that no words in front of brackets spell out; reported once each, at the first place. Capitals alone make no
/// acronym: neither in a row, as in headings and names, nor where the word is none that names something ("ANY money"). Degrees and schools are known by theirs.</summary>
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
            if (CapitalWords.IsInCapitals(sentence.Span.Of(text)) || CapitalWords.IsNameLine(sentence) || draft.Document.FindSection(sentence.Span)?.Kind == SectionKind.Education)
            {
                continue;
            }

            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var token = sentence.Tokens[i];
                if (token.Pos is not ("NOUN" or "PROPN") || !IsAcronym(token.Span.Of(text)) || CapitalWords.StandsInRow(sentence, i, text))
                {
                    continue;
                }

                var word = token.Span.Of(text).ToString();
                if (!known.Contains(word) && seen.Add(word) && !IsSpelledOut(word, text))
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
}
