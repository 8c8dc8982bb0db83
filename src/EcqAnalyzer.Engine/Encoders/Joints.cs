namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// Where a sentence that ends by telling a number can be cut: "Rebuilt the permit register" in "Rebuilt the permit register, cutting
/// the wait by half". It is cut at the last joint with a number behind it, and what stands before is cut in the same way. So it
/// lies in the words alone where a text is cut, and a beginning by itself is cut where it is cut in the whole.
/// <c>models/encoder/pieces.py</c> does the same.
/// </summary>
internal static class Joints
{
    /// <summary>A beginning has at least so many words.</summary>
    private const int FewestWords = 2;

    /// <summary>Whether a word or sign can join what came of a deed to the deed. Signs do where a gap is beside them: not in "on-time",
    /// "1,200" or "2019–2023".</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int from, int to) => text[from..to] switch
    {
        "—" or "--" => true,
        "-" or "–" or "(" => from > 0 && char.IsWhiteSpace(text[from - 1]),
        "," or ";" or ":" or "and" or "which" or "that" or "resulting" or "leading" or "so" => to == text.Length || char.IsWhiteSpace(text[to]),
        _ => false,
    };

    /// <summary>Whether what follows a word tells no result of the deed before: it limits, times or denies it.</summary>
    public static bool IsTurn(ReadOnlySpan<char> word) => word is "but" or "although" or "though" or "while" or "when" or "where" or "if"
        or "unless" or "because" or "since" or "as" or "after" or "before" or "until" or "despite" or "or" or "nor" or "yet"
        or "however" or "than";

    /// <summary>Whether a word tells a number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0])
        || word is "half" or "third" or "thirds" or "quarter" or "quarters" or "twice" or "double" or "doubled" or "doubling"
        or "triple" or "tripled" or "tripling" or "halve" or "halved" or "halving" or "one" or "two" or "three" or "four" or "five"
        or "six" or "seven" or "eight" or "nine" or "ten" or "eleven" or "twelve" or "fifteen" or "twenty" or "thirty" or "forty"
        or "fifty" or "sixty" or "dozen" or "hundred" or "thousand" or "million" or "billion";

    /// <summary>Before which words a text is cut, from the first cut to the last.</summary>
    /// <param name="words">Where each word and sign of it stands.</param>
    /// <param name="text">The text.</param>
    public static List<int> FindCuts(ReadOnlySpan<(int From, int To)> words, ReadOnlySpan<char> text)
    {
        var cuts = new List<int>();
        var isNumberBehind = false;
        for (var i = words.Length - 1; i >= FewestWords; i--)
        {
            if (isNumberBehind && IsAt(text, words[i].From, words[i].To) && !IsTurn(text[words[i + 1].From..words[i + 1].To]))
            {
                for (; i > FewestWords && IsAt(text, words[i - 1].From, words[i - 1].To); i--)
                {
                    // ", and", ", so that": one joint of several words.
                }

                cuts.Insert(0, i);
                isNumberBehind = false;
            }
            else
            {
                isNumberBehind |= IsNumber(text[words[i].From..words[i].To]);
            }
        }

        return cuts;
    }
}
