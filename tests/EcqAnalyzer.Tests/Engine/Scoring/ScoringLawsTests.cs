using CsCheck;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Scoring;

/// <summary>The lines of "What must always hold" that statements decide, on statements made by chance.</summary>
public sealed class ScoringLawsTests
{
    private static readonly Gen<Sketch[]> Drafts = Judging.Sketches.Array[0, 8];

    private static readonly Gen<Sketch> Accomplishments =
        Judging.Sketches.Select(sketch => sketch with { Type = sketch.Measured ? StatementType.Action : StatementType.Result });

    [Fact]
    public void The_shares_of_each_side_add_up_to_its_strength_exactly() => Drafts.Sample(draft =>
    {
        var score = Judging.Score(draft);

        Assert.Equal(score.Accomplishment, score.Shares.Where(share => share.Side == Side.Accomplishment).Sum(share => share.Points));
        Assert.Equal(score.Duty, score.Shares.Where(share => share.Side == Side.Duty).Reverse().Sum(share => share.Points));
        Assert.Equal((decimal)score.Accomplishment, score.Shares.Where(share => share.Side == Side.Accomplishment).Sum(share => (decimal)share.Points));
    });

    [Fact]
    public void A_share_tells_what_the_strength_would_be_if_its_sentence_were_struck_out() => Drafts.Sample(draft =>
    {
        foreach (var share in Judging.Score(draft).Shares)
        {
            var rest = Judging.Score([.. draft.Where((_, index) => index != share.Sentence)]);

            Assert.Equal(share.Side == Side.Accomplishment ? rest.Accomplishment : rest.Duty, share.Without);
        }
    });

    /// <summary>Two readings, two percentages: a share says which is which.</summary>
    [Fact]
    public void A_share_says_that_its_sentence_was_read_by_itself_and_how_it_reads_where_it_stands()
    {
        var alone = new Sketch("rebuilt the yard", StatementType.Result, 0.9, 0.9, Person.I, true, null).ToStatement(0);
        var around = new Sketch("rebuilt the yard", StatementType.Action, 0.5, 0.9, Person.I, true, null).ToStatement(0) with { Alone = alone.Types };
        string WhyOf(Statement statement) =>
            new StrengthScorer(Judging.Policy).Score(Side.Accomplishment, [new Showing(statement, statement.Shown[0])]).Shares.Single().Why;

        Assert.StartsWith("by itself read as result (90%), shows it", WhyOf(alone));
        Assert.StartsWith("by itself read as result (90%), where it stands as action (50%), shows it", WhyOf(around));
    }

    [Fact]
    public void A_further_accomplishment_never_lowers_strength_or_rung() =>
        Gen.Select(Drafts, Accomplishments, Gen.Int[0, 8]).Sample((draft, further, place) =>
        {
            var (before, after) = (Judging.Score(draft), Judging.Score(Insert(draft, further, place)));

            Assert.True(after.Accomplishment >= before.Accomplishment);
            Assert.True(after.Rung >= before.Rung);
        });

    [Fact]
    public void Further_duties_never_raise_an_accomplishment_or_a_rung_above_two() =>
        Gen.Select(Drafts, Judging.Sketches.Array[1, 5]).Sample((draft, duties) =>
        {
            var before = Judging.Score(draft);
            var after = Judging.Score([.. draft, .. duties.Select(duty => duty with { Type = StatementType.Duty })]);

            Assert.True(after.Accomplishment <= before.Accomplishment);
            Assert.True(after.Rung <= (before.Rung > Rung.Duty ? before.Rung : Rung.Duty));
        });

    [Fact]
    public void A_measure_never_lowers_anything() => Gen.Select(Drafts, Accomplishments).Sample((draft, deed) =>
    {
        var before = Judging.Score([.. draft, deed with { Measured = false }]);
        var after = Judging.Score([.. draft, deed with { Measured = true }]);

        Assert.True(after.Accomplishment >= before.Accomplishment);
        Assert.True(after.Duty >= before.Duty);
        Assert.True(after.Rung >= before.Rung);
    });

    [Fact]
    public void A_copy_adds_less_than_a_twentieth_of_the_first() => Judging.Sketches.Sample(sketch =>
    {
        var (once, twice) = (Judging.Score([sketch]), Judging.Score([sketch, sketch]));

        Assert.True(twice.Accomplishment - once.Accomplishment <= once.Accomplishment * 0.05);
        Assert.True(twice.Duty - once.Duty <= once.Duty * 0.05);
    });

    [Fact]
    public void We_for_I_never_raises_an_accomplishment() => Gen.Select(Drafts, Judging.Sketches).Sample((draft, sketch) =>
    {
        var own = Judging.Score([.. draft, sketch with { Person = Person.I }]);
        var ours = Judging.Score([.. draft, sketch with { Person = Person.We }]);

        Assert.True(ours.Accomplishment <= own.Accomplishment);
        Assert.True(ours.Rung <= own.Rung);
    });

    [Fact]
    public void A_standing_duty_for_a_deed_never_raises_an_accomplishment() => Gen.Select(Drafts, Accomplishments).Sample((draft, deed) =>
    {
        var past = Judging.Score([.. draft, deed]);
        var standing = Judging.Score([.. draft, deed with { Type = StatementType.Duty }]);

        Assert.True(standing.Accomplishment <= past.Accomplishment);
        Assert.True(standing.Rung <= past.Rung);
    });

    [Fact]
    public void The_order_of_sentences_does_not_matter_to_strengths() =>
        Gen.Select(Drafts, Gen.Int[0, 1000]).Sample((draft, seed) =>
        {
            var shuffled = draft.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (before, after) = (Judging.Score(draft), Judging.Score(shuffled));

            Assert.Equal(before.Accomplishment, after.Accomplishment);
            Assert.Equal(before.Duty, after.Duty);
            Assert.Equal(before.Interval, after.Interval);
        });

    [Fact]
    public void Claims_alone_stay_on_the_first_rung_without_strength() =>
        Judging.Sketches.Array[1, 6].Sample(draft =>
        {
            var score = Judging.Score(draft.Select(sketch => sketch with { Type = StatementType.Other }));

            Assert.Equal(Rung.Claimed, score.Rung);
            Assert.Equal((0, 0), (score.Accomplishment, score.Duty));
        });

    [Fact]
    public void Strengths_and_intervals_are_bounded_and_hold_each_other() => Judging.Sketches.Array[0, 40].Sample(draft =>
    {
        var score = Judging.Score(draft);

        Assert.InRange(score.Accomplishment, 0, 100);
        Assert.InRange(score.Duty, 0, 100);
        Assert.InRange(score.Accomplishment, score.Interval.Low, score.Interval.High);
        Assert.InRange(score.Interval.High, 0, 100);
    });

    private static Sketch[] Insert(Sketch[] draft, Sketch sketch, int place) =>
        [.. draft.Take(place), sketch, .. draft.Skip(place)];
}
