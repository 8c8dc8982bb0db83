using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("I don't think we've met Bob's team.", "I do n't think we 've met Bob 's team .")]
    [InlineData("It didn\u2019t cost the managers\u2019 time.", "It did n\u2019t cost the managers \u2019 time .")]
    [InlineData("We cannot wait", "We can not wait")]
    [InlineData("A cross-functional, multi-year effort", "A cross - functional , multi-year effort")]
    [InlineData("saved $1.2M (12%) and/or 3,400 hours", "saved $ 1.2M ( 12 % ) and / or 3,400 hours")]
    [InlineData("The U.S. Army, D.C., and GS-15.", "The U.S. Army , D.C. , and GS - 15 .")]
    [InlineData("a 10-15 person unit", "a 10 - 15 person unit")]
    [InlineData("Call 202-555-0100 or lee@agency.gov.", "Call 202-555-0100 or lee@agency.gov .")]
    [InlineData("See https://www.agency.gov/a-b.", "See https://www.agency.gov/a-b .")]
    [InlineData("\u201CWell...\u201D he said\u2014twice", "\u201C Well ... \u201D he said \u2014 twice")]
    [InlineData("2015\u20132019", "2015 \u2013 2019")]
    [InlineData("a 401(k) plan, employee(s)", "a 401(k) plan , employee ( s )")]
    [InlineData("at 5pm on 9/11", "at 5 pm on 9/11")]
    [InlineData("the office.The board", "the office . The board")]
    [InlineData("I cut costs.23 Rev.2 stayed", "I cut costs . 23 Rev.2 stayed")]
    [InlineData("Thanks :) and :-(. Note (ii:)", "Thanks :) and :-( . Note ( ii : )")]
    [InlineData("I didnt say Im in the HES, it lets us", "I did nt say I m in the HES , it lets us")]
    [InlineData("Lee<lee@agency.gov> or 3-0100, see http://a.gov/b/.", "Lee < lee@agency.gov > or 3-0100 , see http://a.gov/b/ .")]
    [InlineData("plans, etc. The board, etc. in it", "plans , etc . The board , etc. in it")]
    [InlineData("Is it done.? He made $$$ \u2018\u2019so\u2019\u2019", "Is it done .? He made $$$ \u2018\u2019 so \u2019\u2019")]
    public void Text_is_split_as_the_treebank_splits_it(string text, string tokens)
    {
        Assert.Equal(tokens, Annotators.Tokens(text, (form, _) => form));
    }

    [Theory]
    [InlineData("man\u00ADaged", "manage")]
    [InlineData("de\uFB01ned", "define")]
    [InlineData("re\u2011elected", "re-elect")]
    [InlineData("didn\u2019t", "do not")]
    public void A_token_covers_what_is_written_and_is_judged_by_its_normal_form(string word, string lemma)
    {
        var text = $"We {word} the rules.";
        Assert.Equal($"we {lemma} the rule .", Annotators.Tokens(text, (_, token) => token.Lemma));
    }
}
