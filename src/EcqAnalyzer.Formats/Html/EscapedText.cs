using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// Makes text of a draft safe within HTML, between tags and within a quoted attribute. Drafts come from strangers: signs of
/// markup are escaped; control characters and the signs that turn the direction of reading, by which text can look like other
/// text than it is, are dropped; half a surrogate pair becomes a replacement character.
/// </summary>
internal static class EscapedText
{
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\n' or '\t':
                    html.Append((char)rune.Value);
                    break;
                default:
                    if (!IsDropped(rune))
                    {
                        html.Append(rune.ToString());
                    }

                    break;
            }
        }
    }

    /// <summary>The joiners within emoji and Indic words stay.</summary>
    private static bool IsDropped(Rune rune) => rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
