using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>What is proposed for a draft, and why.</summary>
public sealed class ProposerTests
{
    [Fact]
    public void A_full_story_is_proven_and_duties_are_not()
    {
        var (strong, duties) = (Exercises.Propose("a", Exercises.Strong), Exercises.Propose("b", Exercises.Duties));

        Assert.Equal(3, LevelOf(strong, "evidence/team-building"));
        Assert.Equal(4, LevelOf(strong, "story"));
        Assert.True(LevelOf(duties, "evidence/team-building") <= 1);
        Assert.True(LevelOf(duties, "evidence/developing-others") <= 1);
    }

    /// <summary>The brief of the command: every proposal above 0 is explained by words that stand in the draft.</summary>
    [Fact]
    public void What_supports_a_level_stands_in_the_draft()
    {
        var draft = Exercises.Propose("a", Exercises.Strong);

        foreach (var proposal in draft.Proposals.Where(proposal => proposal.Level > 0 && proposal.Criterion.Sort != "form"))
        {
            Assert.NotEmpty(proposal.Support);
            Assert.All(proposal.Support, quotation => Assert.Contains(quotation.Words, Exercises.Strong));
            Assert.Contains("In the draft: “", proposal.Because, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_its_result_a_story_asks_what_came_of_it()
    {
        var draft = Exercises.Propose("a", Exercises.Strong[..5]);
        var proposal = Of(draft, "evidence/team-building");

        Assert.Equal(2, proposal.Level);
        Assert.Contains("How many, how much or how soon, and compared with what before?", proposal.Raise);
    }

    [Fact]
    public void Nobody_is_told_to_aim_for_a_claim()
    {
        var proposal = Of(Exercises.Propose("a", Exercises.Duties), "evidence/leveraging-diversity");

        Assert.Equal(0, proposal.Level);
        Assert.Equal(2, proposal.Criterion.FindGoal(0));
        Assert.Equal([proposal.Criterion.Competency!.Question], proposal.Raise);
    }

    [Fact]
    public void Evidence_that_is_added_never_lowers_a_level()
    {
        var before = Exercises.Propose("a", Exercises.Strong[..3]);
        for (var lines = 4; lines <= Exercises.Strong.Length; lines++)
        {
            var after = Exercises.Propose("a", Exercises.Strong[..lines]);
            foreach (var proposal in after.Proposals.Where(proposal => proposal.Criterion.Sort == "evidence"))
            {
                Assert.True(proposal.Level >= LevelOf(before, proposal.Criterion.Id), proposal.Criterion.Id);
            }

            before = after;
        }
    }

    [Fact]
    public void A_draft_that_cannot_be_judged_gets_no_proposal_and_says_why()
    {
        var draft = Exercises.Propose("a", ["Nothing."]);

        Assert.All(draft.Proposals, proposal => Assert.Null(proposal.Level));
        Assert.All(draft.Proposals, proposal => Assert.StartsWith("No proposal: ", proposal.Because, StringComparison.Ordinal));
    }

    [Fact]
    public void Length_and_stories_that_were_asked_for_are_looked_at()
    {
        var exercise = Exercises.Read(Exercises.Yaml + "\n  words: {least: 500}\n  stories: 3\n");
        var proposal = Of(Exercises.Propose("a", Exercises.Strong, exercise: exercise), "form");

        Assert.Equal(1, proposal.Level);
        Assert.Contains("words (at least 500)", proposal.Because, StringComparison.Ordinal);
        Assert.Contains("of 3 asked for", proposal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_moves_a_level_and_says_so()
    {
        var learned = new LearnedRubric("exercise", "x", [Fit(isUsed: true)]);
        var proposal = Of(Exercises.Propose("a", Exercises.Strong, learned), "evidence/team-building");

        Assert.Equal((1, 3), (proposal.Level!.Value, proposal.ByRubric!.Value));
        Assert.Contains("The rubric alone gives 3; by the grades given so far it is 1.", proposal.Because, StringComparison.Ordinal);
        Assert.Equal(3, LevelOf(Exercises.Propose("a", Exercises.Strong, new LearnedRubric("exercise", "x", [Fit(isUsed: false)])), "evidence/team-building"));

        static LearnedSort Fit(bool isUsed) => new(
            "evidence", [new FactWeight("rung", 4, 1)], [0.5, 2, 3, 4], 20, 6, 1, 0, new Figure("gain", "", 1, 1, 1), isUsed, "");
    }

    [Fact]
    public void Names_are_left_out_of_quotes_where_asked()
    {
        string[] lines = [.. Exercises.Strong[..2], "I formed a group of nine examiners with Maria Santos of FEMA and chaired it every Thursday.", .. Exercises.Strong[3..]];

        var blinded = Exercises.Propose("a", lines, names: NamesInQuotes.LeftOut);

        Assert.All(blinded.Proposals, proposal => Assert.DoesNotContain("Santos", proposal.Because, StringComparison.Ordinal));
        Assert.All(blinded.Proposals.SelectMany(proposal => proposal.Support), quotation => Assert.DoesNotContain("Santos", quotation.Words, StringComparison.Ordinal));
        Assert.Contains(blinded.Proposals.SelectMany(proposal => proposal.Support), quotation => quotation.Words.Contains("with [name] of FEMA", StringComparison.Ordinal));
        Assert.Contains(Exercises.Propose("a", lines).Proposals.SelectMany(proposal => proposal.Support), quotation => quotation.Words.Contains("Santos", StringComparison.Ordinal));
    }

    private static Proposal Of(GradedDraft draft, string criterion) => draft.Proposals.Single(proposal => proposal.Criterion.Id == criterion);

    private static int? LevelOf(GradedDraft draft, string criterion) => Of(draft, criterion).Level;
}
