using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

public sealed class RuleExplainerTests
{
    private const string Sentence = "I/PRP led/VBD a/DT team/NN to/IN Ohio/NNP";

    [Fact]
    public void A_rule_that_fires_is_shown_on_its_words()
    {
        var fired = Assert.Single(Explain(RulesWritten.OfPatterns(["lead a team"])).Fired);

        Assert.Equal("led a team", fired.Spans.Single().Of("I led a team to Ohio").ToString());
    }

    [Fact]
    public void A_vetoed_rule_is_shown_with_what_vetoed_it()
    {
        var explanation = Explain(RulesWritten.OfPatterns(["lead a team"], ["a team to"]));

        Assert.Empty(explanation.Fired);
        var veto = Assert.Single(explanation.Vetoed);
        Assert.Equal("a team to", veto.Unless);
        Assert.Equal("a team to", veto.UnlessSpan.Of("I led a team to Ohio").ToString());
    }

    [Fact]
    public void A_near_rule_is_shown_with_what_it_misses()
    {
        var near = Assert.Single(Explain(RulesWritten.OfPatterns(["lead ..3 team of NUM"])).Near);

        Assert.Equal(["lead", "team"], near.Present);
        Assert.Equal(["of", "NUM"], near.Missing);
    }

    [Fact]
    public void A_near_rule_whose_words_stand_too_far_apart_says_which_it_looked_for()
    {
        var near = Assert.Single(Explain(RulesWritten.OfPatterns(["lead team"])).Near);

        Assert.Empty(near.Missing);
        Assert.Equal("team", near.OutOfPlace);
    }

    [Fact]
    public void A_rule_that_shares_nothing_but_tags_is_not_near()
    {
        Assert.Empty(Explain(RulesWritten.OfPatterns(["NN VBD budget"])).Near);
    }

    private static Explanation Explain(RuleSet set)
    {
        var document = DocumentBuilder.From(Sentence);
        return new RuleExplainer(set).Explain(document.Draft.Text, document.Sentences[0], set.Rules);
    }
}
