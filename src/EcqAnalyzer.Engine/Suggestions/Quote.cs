using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>The writer's own words, cut short, as they stand in messages.</summary>
public static class Quote
{
    private const int Longest = 70;

    public static string Of(string text, TextSpan span)
    {
        var words = text[span.Start..span.End].ReplaceLineEndings(" ").Trim();
        if (words.Length <= Longest)
        {
            return $"\u201c{words.TrimEnd('.', ';', ',')}\u201d";
        }

        var cut = words.LastIndexOf(' ', Longest);
        return $"\u201c{words[..(cut > 0 ? cut : Longest)].TrimEnd('.', ';', ',', ':')} …\u201d";
    }
}
