namespace EcqAnalyzer.Engine.Rules;

/// <summary>Splits a word of a pattern into tokens as text is split, so that <c>cross-functional</c> and <c>don't</c> may be
/// written as they are.</summary>
internal static class PatternWords
{
    public static string[] Split(string word) => IsPlain(word) ? [word] : SplitAsText(word);

    private static bool IsPlain(string word)
    {
        foreach (var sign in word)
        {
            if (!char.IsAsciiLetter(sign))
            {
                return word.Length == 1;
            }
        }

        return true;
    }

    private static string[] SplitAsText(string word)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || char.IsLetterOrDigit(word[i]) != char.IsLetterOrDigit(word[i - 1]))
            {
                parts.Add(word[start..i]);
                start = i;
            }
        }

        return [.. parts];
    }
}
