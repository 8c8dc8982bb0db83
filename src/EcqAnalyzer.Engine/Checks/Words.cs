namespace EcqAnalyzer.Engine.Checks;

/// <summary>Words as a person counts them, and counts as a person writes them.</summary>
internal static class Words
{
    /// <summary>Runs of anything but white space that have a letter or digit in them.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (words, isInWord) = (0, false);
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign))
            {
                isInWord = false;
            }
            else if (!isInWord && char.IsLetterOrDigit(sign))
            {
                isInWord = true;
                words++;
            }
        }

        return words;
    }

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
