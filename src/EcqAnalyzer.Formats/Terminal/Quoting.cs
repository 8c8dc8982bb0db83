using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>The first words of a sentence, enough to find it by.</summary>
internal static class Quoting
{
    private const int LongestQuote = 52;

    public static string FirstWords(Page page, Draft draft, TextSpan span)
    {
        var words = page.Printed(span.Of(draft.Text));
        if (words.Length <= LongestQuote)
        {
            return words;
        }

        var cut = words.LastIndexOf(' ', LongestQuote);
        cut = cut > 0 ? cut : LongestQuote;
        cut = char.IsHighSurrogate(words[cut - 1]) ? cut - 1 : cut;
        return words[..cut].TrimEnd(',', ';', ':') + page.Ellipsis;
    }
}
