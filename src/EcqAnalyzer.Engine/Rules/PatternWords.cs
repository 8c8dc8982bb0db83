using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Splits a word of a pattern into tokens as text is split, so that <c>cross-functional</c> and <c>don't</c> may be
/// written as they are.</summary>
internal static class PatternWords
{
    public static string[] Split(string word)
    {
        if (word.Length == 1)
        {
            return [word];
        }

        var tokens = new Tokenizer().Tokenize(word, 0, word.Length);
        return tokens.Count == 1 ? [word] : [.. tokens.Select(token => word[token.Start..token.End])];
    }
}
