namespace EcqAnalyzer.Engine.Language;

/// <summary>Raised numbers of notes that have come down to the line: <c>fell by half.23 Yet some</c>, <c>were lost. 4 Even</c>.
/// They belong to the sentence before them.</summary>
internal static class NoteNumbers
{
    private const int MaxDigits = 3;

    public static bool IsNumber(ReadOnlySpan<char> token) =>
        token.Length is > 0 and <= MaxDigits && !token.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether token <paramref name="i"/>, behind a stop, is one: joined to the stop, or before a word that no number
    /// counts.</summary>
    public static bool IsAt(string text, ReadOnlySpan<RawToken> tokens, int i)
    {
        if (i + 1 >= tokens.Length || !tokens[i + 1].SpaceBefore || !IsNumber(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start)))
            return false;
        var next = text.AsSpan(tokens[i + 1].Start, tokens[i + 1].End - tokens[i + 1].Start);
        return tokens[i].SpaceBefore ? IsUncounted(next) : char.IsUpper(next[0]);
    }

    private static bool IsUncounted(ReadOnlySpan<char> word) => word is "The" or "A" or "An" or "In" or "At" or "On" or "For" or "From"
        or "To" or "By" or "As" or "It" or "This" or "That" or "These" or "Those" or "They" or "We" or "He" or "She" or "I" or "But"
        or "And" or "Yet" or "However" or "Even" or "Although" or "While" or "When" or "If" or "After" or "Since" or "Because" or "With";
}
