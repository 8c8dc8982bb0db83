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
            if (IsInCapitals(sentence.Span.Of(text)) || IsName(sentence) || draft.Document.FindSection(sentence.Span)?.Kind == SectionKind.Education)
            {
                continue;
            }

            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var token = sentence.Tokens[i];
                if (token.Pos is not ("NOUN" or "PROPN") || !IsAcronym(token.Span.Of(text)) || StandsInRow(sentence, i, text))
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

    /// <summary>Whether the word before or after is in capitals as well.</summary>
    private static bool StandsInRow(Sentence sentence, int i, string text) =>
        (i > 0 && IsWordInCapitals(sentence.Tokens[i - 1].Span.Of(text)))
        || (i + 1 < sentence.Tokens.Length && IsWordInCapitals(sentence.Tokens[i + 1].Span.Of(text)));

    private static bool IsWordInCapitals(ReadOnlySpan<char> word) => word.Length > 1 && char.IsLetter(word[0]) && IsInCapitals(word);

    /// <summary>The line with which a draft begins, and the writer's degrees on it.</summary>
    private static bool IsName(Sentence sentence) => sentence.Index == 0 && !sentence.Clause.HasVerb;

    private static bool IsInCapitals(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
