namespace EcqAnalyzer.Engine.Rules;

/// <summary>Words and tags, roughly: the tags as bits of their own (<see cref="TagNames"/>), the words as 128 bits that all words
/// share.</summary>
public readonly struct Signs
{
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly ulong _tags;

    private Signs(ulong low, ulong high, ulong tags) => (_low, _high, _tags) = (low, high, tags);

    /// <summary>Of some words and some tags.</summary>
    public static Signs Of(int[] words, ulong tags)
    {
        var signs = new Signs(0, 0, tags);
        foreach (var word in words)
        {
            signs = signs.And(Of(word, word, 0));
        }

        return signs;
    }

    /// <summary>Of one token: its form, its lemma (0 for words that no rule names) and its tags.</summary>
    public static Signs Of(int form, int lemma, ulong tags) =>
        new(LowOf(form) | LowOf(lemma), HighOf(form) | HighOf(lemma), tags);

    public Signs And(in Signs other) => new(_low | other._low, _high | other._high, _tags | other._tags);

    /// <summary>False where they have no word and no tag in common. Words that share a bit may make it true in vain.</summary>
    public bool Meet(in Signs other) => ((_low & other._low) | (_high & other._high) | (_tags & other._tags)) != 0;

    private static ulong LowOf(int word) => word == 0 || PlaceOf(word) > 63 ? 0 : 1UL << PlaceOf(word);

    private static ulong HighOf(int word) => word == 0 || PlaceOf(word) < 64 ? 0 : 1UL << (PlaceOf(word) - 64);

    /// <summary>Words that rules name one after the other get bits far apart.</summary>
    private static int PlaceOf(int word) => (int)(((uint)word * 2654435769) >> 25);
}
