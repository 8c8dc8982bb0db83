using CsCheck;

namespace EcqAnalyzer.Tests.Engine.Encoders;

/// <summary>Texts of any characters: unpaired surrogates, marks, gaps, words; and sentences full of joints and numbers.</summary>
internal static class Soup
{
    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(signs => new string(signs)),
        Gen.OneOf("rebuilt", " ", "—", "é", "\u0301", "\u200D", "漢", "\uD83D", "#", "##", "ﬁ", "İ", "US", "we").Array[0, 80].Select(string.Concat));

    public static readonly Gen<string> Sentences = Gen.OneOf(
        "rebuilt", "led", "the", "team", "and", "which", "but", "so that", ",", ";", " - ", "—", "(", "1,200", "half", "12 %", "twice", "on-time", "2019–2023", ".", "...", "Inc.", "U.S.")
        .Array[2, 160].Select(words => string.Join(' ', words).Replace(" ,", ",", StringComparison.Ordinal));
}
