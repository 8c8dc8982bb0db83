namespace EcqAnalyzer.Engine.Language;

/// <summary>How a sentence uses capitals: where every word has one, a capital does not make a name, and where none has one, a
/// name may be without.</summary>
internal static class Capitals
{
    /// <summary>Notes on every word how its sentence uses capitals. Where at least two words and four fifths of all words stand
    /// in capitals, as in a heading, they count as small letters.</summary>
    public static void Weigh(Span<Word> words)
    {
        var (letters, capitalized, capitals) = (0, 0, 0);
        foreach (ref readonly var word in words)
        {
            if (!word.IsLetters)
                continue;
            letters++;
            capitalized += word.IsCapitalized ? 1 : 0;
            capitals += word.IsAllCapitals ? 1 : 0;
        }

        var isHeading = capitals >= 2 && capitals * 5 >= letters * 4;
        var share = letters < 3 ? 0 : capitalized == 0 ? 1 : 2 + (capitalized * 4 / letters);
        foreach (ref var word in words)
        {
            if (isHeading)
                word.ForgetCapitals();
            word.Style = (uint)(isHeading ? 7 : share);
        }
    }
}
