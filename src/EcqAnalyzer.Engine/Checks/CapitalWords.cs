using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>What words in capitals can be beside acronyms: parts of a name, and words of a line that is all in capitals.</summary>
internal static class CapitalWords
{
    /// <summary>Whether the word before or after is in capitals as well.</summary>
    public static bool StandsInRow(Sentence sentence, int i, string text) =>
        (i > 0 && IsWordInCapitals(sentence.Tokens[i - 1].Span.Of(text)))
        || (i + 1 < sentence.Tokens.Length && IsWordInCapitals(sentence.Tokens[i + 1].Span.Of(text)));

    /// <summary>The line with which a draft begins, and the writer's degrees on it.</summary>
    public static bool IsNameLine(Sentence sentence) => sentence.Index == 0 && !sentence.Clause.HasVerb;

    public static bool IsInCapitals(ReadOnlySpan<char> words)
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

    private static bool IsWordInCapitals(ReadOnlySpan<char> word) => word.Length > 1 && char.IsLetter(word[0]) && IsInCapitals(word);
}
