namespace EcqAnalyzer.Engine.Measures;

/// <summary>Words that are numbers, in dictionary form. Nearly all words are none, and a look at two letters and the length tells
/// that of nearly all of them.</summary>
internal static class NumberWords
{
    private static readonly NumberWord[] All =
    [
        new("zero", NumeralSort.Number, 0), new("one", NumeralSort.Number, 1), new("two", NumeralSort.Number, 2),
        new("three", NumeralSort.Number, 3), new("four", NumeralSort.Number, 4), new("five", NumeralSort.Number, 5),
        new("six", NumeralSort.Number, 6), new("seven", NumeralSort.Number, 7), new("eight", NumeralSort.Number, 8),
        new("nine", NumeralSort.Number, 9), new("ten", NumeralSort.Number, 10), new("eleven", NumeralSort.Number, 11),
        new("twelve", NumeralSort.Number, 12), new("thirteen", NumeralSort.Number, 13),
        new("fourteen", NumeralSort.Number, 14), new("fifteen", NumeralSort.Number, 15),
        new("sixteen", NumeralSort.Number, 16), new("seventeen", NumeralSort.Number, 17),
        new("eighteen", NumeralSort.Number, 18), new("nineteen", NumeralSort.Number, 19),
        new("twenty", NumeralSort.Number, 20), new("thirty", NumeralSort.Number, 30),
        new("forty", NumeralSort.Number, 40), new("fifty", NumeralSort.Number, 50),
        new("sixty", NumeralSort.Number, 60), new("seventy", NumeralSort.Number, 70),
        new("eighty", NumeralSort.Number, 80), new("ninety", NumeralSort.Number, 90),
        new("dozen", NumeralSort.Scale, 12), new("hundred", NumeralSort.Scale, 100),
        new("thousand", NumeralSort.Scale, 1e3), new("million", NumeralSort.Scale, 1e6),
        new("billion", NumeralSort.Scale, 1e9), new("trillion", NumeralSort.Scale, 1e12),
        new("half", NumeralSort.Part, 0.5),
        new("twofold", NumeralSort.Factor, 2), new("threefold", NumeralSort.Factor, 3),
        new("fourfold", NumeralSort.Factor, 4), new("fivefold", NumeralSort.Factor, 5),
        new("tenfold", NumeralSort.Factor, 10),
        new("first", NumeralSort.Ordinal, 1), new("second", NumeralSort.Ordinal, 2),
        new("third", NumeralSort.Ordinal, 3), new("fourth", NumeralSort.Ordinal, 4),
        new("fifth", NumeralSort.Ordinal, 5), new("sixth", NumeralSort.Ordinal, 6),
        new("seventh", NumeralSort.Ordinal, 7), new("eighth", NumeralSort.Ordinal, 8),
        new("ninth", NumeralSort.Ordinal, 9), new("tenth", NumeralSort.Ordinal, 10),
        new("eleventh", NumeralSort.Ordinal, 11), new("twelfth", NumeralSort.Ordinal, 12),
        new("quarter", NumeralSort.Ordinal, 4),
    ];

    /// <summary>For each first letter a sign for the last letter and length of every number that begins so.</summary>
    private static readonly ulong[] Signs = SignsOf(All);

    /// <summary>False for most words that are no number, and for none that is.</summary>
    public static bool MayHave(string word) =>
        word.Length > 0 && word[0] is >= 'a' and <= 'z' && (Signs[word[0] - 'a'] & SignOf(word)) != 0;

    public static Numeral Find(string word)
    {
        if (!MayHave(word))
        {
            return default;
        }

        foreach (var number in All)
        {
            if (number.Word == word)
            {
                return new Numeral(number.Sort, number.Value);
            }
        }

        return default;
    }

    private static ulong[] SignsOf(NumberWord[] all)
    {
        var signs = new ulong['z' - 'a' + 1];
        foreach (var number in all)
        {
            signs[number.Word[0] - 'a'] |= SignOf(number.Word);
        }

        return signs;
    }

    private static ulong SignOf(string word) => 1UL << (((word.Length * 5) + word[^1]) & 63);

    private sealed record NumberWord(string Word, NumeralSort Sort, double Value);
}
