namespace EcqAnalyzer.Engine.Language;

/// <summary>Lines in capitals, such as headings: there a capital does not make a name.</summary>
internal static class Capitals
{
    /// <summary>Where at least two words and four fifths of all words stand in capitals, makes them count as small letters.</summary>
    public static void ForgetInHeadings(Span<Word> words)
    {
        var (letters, capitals) = (0, 0);
        foreach (ref readonly var word in words)
        {
            if (!word.IsLetters)
                continue;
            letters++;
            capitals += word.IsAllCapitals ? 1 : 0;
        }

        if (capitals < 2 || capitals * 5 < letters * 4)
            return;
        foreach (ref var word in words)
        {
            word.ForgetCapitals();
        }
    }
}
