using EcqAnalyzer.Engine.Measures;

namespace EcqAnalyzer.Tests.Engine.Measures;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("zero", NumeralSort.Number, 0)]
    [InlineData("seventeen", NumeralSort.Number, 17)]
    [InlineData("ninety", NumeralSort.Number, 90)]
    [InlineData("dozen", NumeralSort.Scale, 12)]
    [InlineData("trillion", NumeralSort.Scale, 1e12)]
    [InlineData("half", NumeralSort.Part, 0.5)]
    [InlineData("tenfold", NumeralSort.Factor, 10)]
    [InlineData("twelfth", NumeralSort.Ordinal, 12)]
    [InlineData("quarter", NumeralSort.Ordinal, 4)]
    internal void A_word_that_is_a_number_is_found(string word, NumeralSort sort, double value) =>
        Assert.Equal(new Numeral(sort, value), NumberWords.Find(word));

    [Theory]
    [InlineData("the")]
    [InlineData("team")]
    [InlineData("Seven")]
    [InlineData("")]
    [InlineData("$")]
    public void Another_word_is_none(string word) => Assert.Equal(default, NumberWords.Find(word));
}
