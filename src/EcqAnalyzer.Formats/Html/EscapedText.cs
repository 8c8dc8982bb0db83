using System.Text;

namespace EcqAnalyzer.Formats.Html;

/// <summary>Makes text of a draft safe within HTML, between tags and within a quoted attribute: signs of markup are escaped, and
/// what <see cref="SafeText"/> drops is dropped.</summary>
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
                default:
                    if (!SafeText.IsDropped(rune))
                    {
                        html.Append(rune.ToString());
                    }

                    break;
            }
        }
    }
}
