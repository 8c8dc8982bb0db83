using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>A sentence as it can be shown to others: whatever may be a name of a person, an office or a place
/// (<see cref="Names"/>) is left out; numbers stay, since they are what is talked of.</summary>
internal static class Anonymous
{
    private const string Name = "[name]";

    public static string Of(Document document, Sentence sentence)
    {
        var (text, names) = (document.Draft.Text, new Names(document));
        var shown = new StringBuilder();
        var (end, isOpen) = (sentence.Span.Start, false);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            var isName = names.MayHave(sentence, i);
            if (!isName || !isOpen)
            {
                shown.Append(text, end, token.Span.Start - end).Append(isName ? Name : token.Span.Of(text).ToString());
            }

            (end, isOpen) = (token.Span.End, isName);
        }

        return string.Join(' ', shown.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
