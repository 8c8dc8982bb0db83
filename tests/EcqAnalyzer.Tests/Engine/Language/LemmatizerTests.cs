using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class LemmatizerTests
{
    [Theory]
    [InlineData("VBD", "managed manage,opened open,honored honor,planned plan,controlled control,installed install,added add")]
    [InlineData("VBD", "created create,treated treat,required require,guided guide,audited audit,invited invite,executed execute")]
    [InlineData("VBD", "convened convene,strengthened strengthen,determined determine,trained train,functioned function")]
    [InlineData("VBD", "carried carry,agreed agree,died die,focused focus,raised raise,challenged challenge,assigned assign")]
    [InlineData("VBG", "leading lead,driving drive,tying tie,running run,briefing brief,freeing free,programming program")]
    [InlineData("VBZ", "carries carry,reaches reach,goes go,uses use,passes pass")]
    [InlineData("NNS", "policies policy,agencies agency,bonuses bonus,women woman,classes class,phases phase,1990s 1990s")]
    [InlineData("JJR", "larger large,bigger big,easier easy,stronger strong")]
    [InlineData("CD", "12,500 12500,million million")]
    public void An_ending_is_taken_off_as_the_tag_asks(string tag, string cases)
    {
        var pairs = tag == "CD" ? ["12,500 12500", "million million"] : cases.Split(',');
        Span<char> lemma = stackalloc char[64];
        foreach (var pair in pairs)
        {
            var (word, expected) = (pair.Split(' ')[0], pair.Split(' ')[1]);
            Assert.Equal(expected, lemma[..Lemmatizer.ByRule(word, tag, lemma)].ToString());
        }
    }

    [Theory]
    [InlineData("We rebuilt it", "we rebuild it")]
    [InlineData("She oversaw them", "she oversee they")]
    [InlineData("Led two analyses", "lead two analysis")]
    [InlineData("I persuaded the board", "i persuade the board")]
    [InlineData("She challenged the caches", "she challenge the cache")]
    [InlineData("He rewrote it", "he rewrite it")]
    [InlineData("He\u2019s not sure", "he be not sure")]
    public void An_irregular_form_is_looked_up(string text, string lemmas)
    {
        Assert.Equal(lemmas, Annotators.Tokens(text, (_, token) => token.Lemma));
    }
}
