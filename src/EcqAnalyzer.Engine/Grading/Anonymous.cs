using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>A sentence as it can be shown to others: names of persons, offices and places are left out. Whatever may be a name
/// goes, a name too many rather than one too few; numbers stay, since they are what is talked of.</summary>
internal static class Anonymous
{
    private const string Name = "[name]";

    public static string Of(Document document, Sentence sentence)
    {
        var text = document.Draft.Text;
        var shown = new StringBuilder();
        var (end, isOpen) = (sentence.Span.Start, false);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            var isName = MayBeName(token, token.Span.Of(text), isFirst: i == 0);
            if (!isName || !isOpen)
            {
                shown.Append(text, end, token.Span.Start - end).Append(isName ? Name : token.Span.Of(text).ToString());
            }

            (end, isOpen) = (token.Span.End, isName);
        }

        return string.Join(' ', shown.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool MayBeName(Token token, ReadOnlySpan<char> word, bool isFirst) =>
        token.Pos == "PROPN"
        || word.Contains('@')
        || word.Contains("//", StringComparison.Ordinal)
        || (char.IsUpper(word[0]) && !isFirst && word is not "I" && !word.StartsWith("I'", StringComparison.Ordinal) && !word.StartsWith("I\u2019", StringComparison.Ordinal));
}
