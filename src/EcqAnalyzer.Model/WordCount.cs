namespace EcqAnalyzer.Model;

/// <summary>Words as people and word processors count them.</summary>
public static class WordCount
{
    /// <summary>Runs of anything but white space that have a letter or digit in them.</summary>
    public static int Of(ReadOnlySpan<char> text)
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
}
