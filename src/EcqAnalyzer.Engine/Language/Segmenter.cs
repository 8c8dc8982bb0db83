using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Language;

/// <summary>Finds where the sentences of a block end, over its tokens. Blocks are hard boundaries; within one a sentence ends
/// at a full stop, question or exclamation mark, with the quotes and brackets that close behind it, unless what follows
/// goes on. Semicolons and colons never end one.</summary>
internal static class Segmenter
{
    /// <summary>A longer stretch without an end is cut, so that nothing later meets a sentence of a megabyte.</summary>
    public const int MaxTokens = 1000;

    /// <summary>Writes the index of the token after each sentence of <paramref name="tokens"/>; the last is their count.</summary>
    public static void Split(string text, IReadOnlyList<RawToken> tokens, BlockKind kind, List<int> ends)
    {
        ends.Clear();
        var start = 0;
        for (var i = 0; i + 1 < tokens.Count && kind != BlockKind.Sentence; i++)
        {
            var end = EndAfter(text, tokens, start, i);
            if (end == 0 && i + 1 - start >= MaxTokens)
                end = i + 1;
            if (end > 0 && end < tokens.Count)
            {
                ends.Add(end);
                start = end;
                i = end - 1;
            }
        }

        if (tokens.Count > 0)
            ends.Add(tokens.Count);
    }

    /// <summary>The index after the sentence that token <paramref name="i"/> ends, 0 where it ends none.</summary>
    private static int EndAfter(string text, IReadOnlyList<RawToken> tokens, int start, int i)
    {
        var token = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        var last = token[^1];
        if (last is not ('.' or '!' or '?' or '\u2026'))
            return 0;
        var next = i + 1;
        while (next < tokens.Count && !tokens[next].SpaceBefore && IsCloser(text, tokens[next]))
        {
            next++;
        }

        if (next >= tokens.Count)
            return 0;
        var following = tokens[next];
        var isSpaced = following.SpaceBefore;
        var first = FirstLetter(text, tokens, next);
        if (!isSpaced && !(char.IsUpper(first) && token.Length == 1))
            return 0;
        return Ends(text, tokens, start, i, next, token, first) ? next : 0;
    }

    private static bool Ends(
        string text, IReadOnlyList<RawToken> tokens, int start, int i, int next, ReadOnlySpan<char> token, char first)
    {
        var goesOn = char.IsLower(first) || IsContinuation(text[tokens[next].Start]);
        if (token[0] is '!' or '?')
            return !goesOn;
        if (token.Length == 1)
            return !goesOn;
        if (token[^2] == '.' || token[^1] == '\u2026')
            return char.IsUpper(first) && i > start;
        if (i == start)
            return false;
        return Abbreviations.Find(token[..^1]) switch
        {
            Abbreviation.Anywhere => OpensSentence(text, tokens[next]),
            _ => false,
        };
    }

    private static bool IsContinuation(char c) => c is ',' or ';' or ':' or ')' or ']' or '%';

    /// <summary>Words that open sentences and hardly ever follow an abbreviation with a capital.</summary>
    private static bool OpensSentence(string text, RawToken token) => text.AsSpan(token.Start, token.End - token.Start) is
        "The" or "This" or "That" or "These" or "Those" or "I" or "We" or "He" or "She" or "They" or "It" or "My" or "Our"
        or "His" or "Her" or "Their" or "In" or "As" or "A" or "An" or "When" or "While" or "After" or "Before" or "To"
        or "For" or "With" or "However" or "At" or "On" or "By" or "Under" or "Upon" or "During" or "There" or "But" or "And"
        or "Since" or "Although" or "Because" or "If" or "You" or "Its" or "One" or "From" or "Through" or "Led" or "Managed";

    private static bool IsCloser(string text, RawToken token) =>
        token.End - token.Start <= 2 && Letters.IsClosing(text[token.Start]);

    private static char FirstLetter(string text, IReadOnlyList<RawToken> tokens, int next)
    {
        for (var i = next; i < tokens.Count && i < next + 3; i++)
        {
            var c = text[tokens[i].Start];
            if (!Letters.IsOpening(c))
                return c;
        }

        return text[tokens[next].Start];
    }
}
