using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats;

/// <summary>Text of a draft as a report may hold it. Drafts come from strangers: control characters and the signs that turn the
/// direction of reading, by which text can look like other text than it is, are dropped; half a surrogate pair becomes a
/// replacement character.</summary>
internal static class SafeText
{
    private const int LongestQuote = 88;

    public static string Of(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsDropped(rune))
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(ReadOnlySpan<char> text) =>
        string.Join(' ', Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first words, enough to find the place by, on one line.</summary>
    public static string FirstWords(ReadOnlySpan<char> text)
    {
        var words = Line(text);
        if (words.Length <= LongestQuote)
        {
            return words;
        }

        var cut = words.LastIndexOf(' ', LongestQuote);
        cut = cut > 0 ? cut : LongestQuote;
        cut = char.IsHighSurrogate(words[cut - 1]) ? cut - 1 : cut;
        return words[..cut].TrimEnd(',', ';', ':') + " …";
    }

    /// <summary>Line feeds, tabs, and the joiners within emoji and Indic words stay.</summary>
    public static bool IsDropped(Rune rune) => rune.Value is not ('\n' or '\t' or 0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
