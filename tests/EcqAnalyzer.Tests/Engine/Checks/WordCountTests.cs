using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Checks;

public class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" – • ", 0)]
    [InlineData("Cut on-time failures\u00A0by 12 %.", 5)]
    [InlineData("Director,\nGS-15 (2019–Present)", 3)]
    public void Words_are_what_stands_between_gaps_and_has_a_letter_or_digit(string text, int words) => Assert.Equal(words, WordCount.Of(text));

    [Theory]
    [InlineData("leading-people")]
    [InlineData("weak-results-driven")]
    public void A_draft_has_as_many_words_in_Word_as_in_PDF(string sample)
    {
        var (word, pdf) = (TestEngine.AnalyzeSample($"{sample}.docx"), TestEngine.AnalyzeSample($"{sample}.pdf"));
        Assert.Equal(word.Document.Draft.CountWords(), pdf.Document.Draft.CountWords());
    }
}
