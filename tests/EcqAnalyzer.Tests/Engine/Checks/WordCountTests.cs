using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Checks;

public class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" – • ", 0)]
    [InlineData("Cut on-time failures\u00A0by 12 %.", 5)]
    [InlineData("Director,\nGS-15 (2019–Present)", 3)]
    public void Words_are_what_stands_between_gaps_and_has_a_letter_or_digit(string text, int words) => Assert.Equal(words, WordCount.Of(text));
}
