using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>The writer's own words, cut short, as they stand in messages.</summary>
public static class Quote
{
    private const int Longest = 70;

    public static string Of(string text, TextSpan span)
    {
        var words = OnOneLine(span.Of(text)).Trim();
        if (words.Length <= Longest)
        {
            return $"\u201c{words.TrimEnd('.', ';', ',')}\u201d";
        }

        var cut = words.LastIndexOf(' ', Longest);
        return $"\u201c{words[..(cut > 0 ? cut : Longest)].TrimEnd('.', ';', ',', ':')} …\u201d";
    }

    /// <summary>The last words of a sentence, for what is said of its end.</summary>
    public static string OfEnd(string text, TextSpan span)
    {
        var words = OnOneLine(span.Of(text)).Trim().TrimEnd('.', ';', ',');
        if (words.Length <= Longest)
        {
            return $"\u201c{words}\u201d";
        }

        var cut = words.IndexOf(' ', words.Length - Longest);
        return $"\u201c… {words[(cut > 0 ? cut + 1 : words.Length - Longest)..]}\u201d";
    }

    /// <summary>With each line's end a space. Letter by letter, and not by the framework's search for them all at once, whose
    /// vector code is compiled at every start.</summary>
    private static string OnOneLine(ReadOnlySpan<char> words)
    {
        var line = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var isEnd = words[i] is '\r' or '\n' or '\f' or '\u0085' or '\u2028' or '\u2029';
            if (!(words[i] == '\n' && i > 0 && words[i - 1] == '\r'))
            {
                line.Append(isEnd ? ' ' : words[i]);
            }
        }

        return line.ToString();
    }
}
