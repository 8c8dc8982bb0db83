using CsCheck;

namespace EcqAnalyzer.Tests.Engine.Encoders;

/// <summary>Texts of any characters: unpaired surrogates, marks, gaps, words.</summary>
internal static class Soup
{
    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(signs => new string(signs)),
        Gen.OneOf("rebuilt", " ", "—", "é", "\u0301", "\u200D", "漢", "\uD83D", "#", "##", "ﬁ", "İ", "US", "we").Array[0, 80].Select(string.Concat));
}
