using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Scoring;

public sealed class IntervalJudgeTests
{
    private static readonly Sketch Likely = new("led", StatementType.Action, 0.9, 0.85, Person.I, Measured: false, Level.Programs);
    private static readonly Sketch Unlikely = Likely with { Probability = 0.4 };

    [Fact]
    public void What_likely_shows_a_competency_needs_no_reader() => Assert.False(Judging.Score([Likely]).NeedsReader);

    [Fact]
    public void What_likelier_does_not_show_it_needs_one_though_it_counts()
    {
        var score = Judging.Score([Unlikely]);

        Assert.True(score.Accomplishment > 0);
        Assert.True(score.NeedsReader);
    }

    [Fact]
    public void Two_sentences_may_say_together_what_neither_says_alone() =>
        Assert.False(Judging.Score([Unlikely, Unlikely with { Words = "founded" }]).NeedsReader);

    [Fact]
    public void A_doubtful_sentence_takes_nothing_from_a_sure_one() =>
        Assert.False(Judging.Score([Likely, Unlikely with { Words = "founded" }]).NeedsReader);
}
