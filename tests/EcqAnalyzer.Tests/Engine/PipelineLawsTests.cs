using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine;

/// <summary>The lines of "What must always hold" on real text, through the annotator, the rules and the whole pipeline.</summary>
public sealed class PipelineLawsTests
{
    private static readonly AnalysisOptions Options = new("opm-2006", DraftKind.Narrative);

    private static readonly string[] Draft =
    [
        "Leading People",
        "When I took over the claims branch, morale was low and nine of its forty analysts had left within a year.",
        "I led a cross-functional team of 12 analysts through the merger of two offices.",
        "I coached three supervisors every week and mentored two of them into director posts.",
        "As a result, turnover fell by 40 percent in one year.",
        "Results Driven",
        "I oversee the annual audit and hold supervisors accountable for their reports.",
        "I settled a dispute between two division chiefs over overtime, and both signed the agreement.",
    ];

    public static TheoryData<string> Deeds =>
    [
        "I led a team of 14 inspectors that rebuilt the permit register in six months.",
        "I coached two new supervisors through their first appraisal cycle.",
        "I mediated a dispute between the union and the branch chiefs and brought both sides to an agreement.",
        "As a result of the training I designed, errors fell by 30 percent.",
        "I recruited eight analysts from varied backgrounds and mentored each of them.",
    ];

    [Fact]
    public void The_draft_of_these_tests_shows_something()
    {
        var analysis = TestEngine.Analyze(Options, Draft);

        Assert.Equal(GradableStatus.Ok, analysis.Gradable.Status);
        Assert.True(analysis.Competencies.Count(score => score.Rung >= Rung.Action) >= 2);
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public void A_further_deed_never_lowers(string deed)
    {
        for (var place = 1; place <= Draft.Length; place++)
        {
            AssertNoneLower(TestEngine.Analyze(Options, Draft), TestEngine.Analyze(Options, [.. Draft[..place], deed, .. Draft[place..]]));
        }
    }

    [Theory]
    [InlineData("I am responsible for leading a team of 40 analysts.")]
    [InlineData("Responsible for coaching supervisors and settling disputes.")]
    [InlineData("I manage the annual audit and hold staff accountable for results.")]
    public void Further_duties_never_raise_an_accomplishment(string duty)
    {
        var before = TestEngine.Analyze(Options, Draft).Competencies;
        var after = TestEngine.Analyze(Options, [.. Draft, duty]).Competencies;

        foreach (var (old, now) in before.Zip(after))
        {
            Assert.True(now.Accomplishment <= old.Accomplishment, $"{old.Competency}: {old.Accomplishment} to {now.Accomplishment}");
            Assert.True(now.Rung <= (old.Rung > Rung.Duty ? old.Rung : Rung.Duty));
        }
    }

    [Theory]
    [InlineData("I led a cross-functional team of 12 analysts through the merger.", "We led a cross-functional team of 12 analysts through the merger.")]
    [InlineData("I coached three supervisors into director posts.", "We coached three supervisors into director posts.")]
    [InlineData("I led a cross-functional team of 12 analysts through the merger.", "I lead cross-functional teams of analysts.")]
    [InlineData("I coached three supervisors into director posts.", "I coach supervisors.")]
    [InlineData("I settled a dispute between two division chiefs.", "I am responsible for settling disputes between division chiefs.")]
    public void We_or_a_standing_duty_never_raises(string deed, string weaker) =>
        AssertNoneLower(TestEngine.Analyze(Options, [.. Draft, weaker]), TestEngine.Analyze(Options, [.. Draft, deed]));

    [Theory]
    [InlineData("I led a cross-functional team of 12 analysts through the merger", ", cutting the backlog by 40 percent")]
    [InlineData("I coached three supervisors into director posts", ", and turnover fell by half")]
    [InlineData("I settled a dispute between two division chiefs", ", saving $2 million in overtime")]
    public void A_measured_result_never_lowers(string deed, string result) =>
        AssertNoneLower(TestEngine.Analyze(Options, [.. Draft, $"{deed}."]), TestEngine.Analyze(Options, [.. Draft, $"{deed}{result}."]));

    [Fact]
    public void A_repeated_sentence_adds_almost_nothing()
    {
        var before = TestEngine.Analyze(Options, Draft).Competencies;
        var after = TestEngine.Analyze(Options, [.. Draft, Draft[2], Draft[3]]).Competencies;

        Assert.All(before.Zip(after), pair => Assert.True(pair.Second.Accomplishment <= pair.First.Accomplishment * 1.05));
    }

    [Fact]
    public void The_order_of_sections_does_not_matter()
    {
        var before = TestEngine.Analyze(Options, Draft).Competencies;
        var after = TestEngine.Analyze(Options, [.. Draft[5..], .. Draft[..5]]).Competencies;

        Assert.Equal(
            before.Select(score => (score.Competency, score.Rung, score.Accomplishment, score.Duty)),
            after.Select(score => (score.Competency, score.Rung, score.Accomplishment, score.Duty)));
    }

    [Fact]
    public void Names_of_competencies_never_exceed_the_first_rung()
    {
        var names = TestEngine.Pipeline.Analyze(TestEngine.Analyze(Options, Draft).Document.Draft, Options).Framework.Value.Competencies
            .Select(competency => competency.Name).ToArray();

        Assert.All(
            TestEngine.Analyze(Options, [.. names.Select(name => $"# {name}")]).Competencies.Concat(TestEngine.Analyze(Options, names).Competencies),
            score => Assert.Equal((Rung.Claimed, 0.0, 0.0), (score.Rung, score.Accomplishment, score.Duty)));
    }

    [Theory]
    [InlineData("12 34 (56) 7.8 % ... --- 9,000 12 34 56")]
    [InlineData("")]
    public void Text_without_letters_is_not_scored(string text)
    {
        var analysis = TestEngine.Analyze(Options, text);

        Assert.NotEqual(GradableStatus.Ok, analysis.Gradable.Status);
        Assert.NotNull(analysis.Gradable.Reason);
        Assert.Empty(analysis.Competencies);
        Assert.Empty(analysis.Suggestions);
    }

    [Fact]
    public void The_same_draft_gives_the_same_analysis()
    {
        var (first, second) = (TestEngine.Analyze(Options, Draft), TestEngine.Analyze(Options, Draft));

        Assert.Equal(first.Evidence, second.Evidence);
        Assert.Equal(first.Suggestions, second.Suggestions);
        Assert.Equal(first.Competencies.SelectMany(score => score.Shares), second.Competencies.SelectMany(score => score.Shares));
    }

    private static void AssertNoneLower(Analysis before, Analysis after)
    {
        foreach (var (old, now) in before.Competencies.Zip(after.Competencies))
        {
            Assert.True(now.Accomplishment >= old.Accomplishment, $"{old.Competency}: {old.Accomplishment} to {now.Accomplishment}");
            Assert.True(now.Rung >= old.Rung, $"{old.Competency}: {old.Rung} to {now.Rung}");
        }
    }
}
