using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats;

/// <summary>Text of a draft as a report may hold it. Drafts come from strangers: control characters and the signs that turn the
/// direction of reading, by which text can look like other text than it is, are dropped; half a surrogate pair becomes a
/// replacement character.</summary>
internal static class SafeText
{
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

    /// <summary>Line feeds, tabs, and the joiners within emoji and Indic words stay.</summary>
    public static bool IsDropped(Rune rune) => rune.Value is not ('\n' or '\t' or 0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
