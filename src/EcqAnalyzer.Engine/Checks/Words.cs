namespace EcqAnalyzer.Engine.Checks;

/// <summary>Counts and stretches of text as a person writes them.</summary>
internal static class Words
{
    /// <summary>"1 sentence", "2 stories".</summary>
    public static string Say(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>The beginning of a stretch of text, cut between words.</summary>
    public static string FirstOf(ReadOnlySpan<char> text, int most = 40)
    {
        if (text.Length <= most)
        {
            return text.ToString();
        }

        var cut = text[..most].LastIndexOf(' ');
        return $"{text[..(cut > 0 ? cut : most)]}...";
    }
}
