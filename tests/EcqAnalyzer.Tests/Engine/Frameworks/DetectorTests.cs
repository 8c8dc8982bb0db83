using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Frameworks;

public sealed class DetectorTests
{
    private const string Prose = "I led the merger of two offices and moved twelve analysts before the school year began.";

    [Fact]
    public void Headings_tell_the_framework()
    {
        var old = TestEngine.Analyze(AnalysisOptions.Auto, "Results Driven", Prose, "Business Acumen", Prose).Framework;
        var current = TestEngine.Analyze(AnalysisOptions.Auto, "Merit and Competence", Prose, "Driving Efficiency", Prose).Framework;

        Assert.Equal(("opm-2006", "opm-2025"), (old.Value.Id, current.Value.Id));
        Assert.Contains("'Results Driven', 'Business Acumen'", old.Reason);
        Assert.True(old.Confidence > 0.5);
    }

    [Fact]
    public void More_headings_make_it_surer()
    {
        var one = TestEngine.Analyze(AnalysisOptions.Auto, "ECQ 2: Leading People", Prose).Framework;
        var all = TestEngine.Analyze(
            AnalysisOptions.Auto, "Leading Change", Prose, "Leading People", Prose, "Results Driven", Prose, "Business Acumen", Prose).Framework;

        Assert.Equal(("opm-2006", "opm-2006"), (one.Value.Id, all.Value.Id));
        Assert.InRange(one.Confidence, 0.4, all.Confidence - 0.1);
        Assert.InRange(all.Confidence, 0.8, 0.99);
    }

    [Fact]
    public void Headings_that_only_the_model_of_2024_has_tell_it()
    {
        var framework = TestEngine.Analyze(
            AnalysisOptions.Auto, "Driving Results", Prose, "Achieving Organizational Success", Prose).Framework;

        Assert.Equal("opm-2024", framework.Value.Id);
    }

    [Fact]
    public void Undecided_it_is_the_one_in_force_and_says_so()
    {
        var framework = TestEngine.Analyze(AnalysisOptions.Auto, Prose).Framework;

        Assert.Equal(("opm-2025", 0), (framework.Value.Id, framework.Confidence));
        Assert.Contains("No heading", framework.Reason);
    }

    [Fact]
    public void What_the_user_asked_for_is_taken()
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2006", DraftKind.Record), Prose);

        Assert.Equal(("opm-2006", 1), (analysis.Framework.Value.Id, analysis.Framework.Confidence));
        Assert.Equal((DraftKind.Record, 1), (analysis.Kind.Value, analysis.Kind.Confidence));
    }

    [Fact]
    public void The_heading_that_a_caller_gives_counts_as_one()
    {
        var analysis = TestEngine.AnalyzeGiven(new AnalysisOptions(Ecq: "results-driven"), Prose);

        Assert.Equal("opm-2006", analysis.Framework.Value.Id);
        Assert.Equal(new EcqId("opm-2006", "results-driven"), Assert.Single(analysis.Document.Sections).Ecq);
    }

    [Theory]
    [InlineData(DraftKind.Narrative, "Leading People", Prose, Prose)]
    [InlineData(DraftKind.Resume, "Deputy Director, Office of Grants, 2019 - 2022", "- Led a merger.", "Chief, Budget Office, 2015 - 2019", "- Built a ledger.")]
    [InlineData(DraftKind.Resume, "- Led a merger.", "- Built a ledger.", "- Negotiated a lease with the city.")]
    [InlineData(DraftKind.Duties, "- Manages the travel budget.", "- Oversees nine analysts.", "- Responsible for the annual audit.", "- Ensures that reports are on time.")]
    [InlineData(DraftKind.Resume, "Deputy Director, Office of Grants, 2019 - 2022", "- Manages nine analysts.", "- Oversees the travel budget.", "- A staff of nine in two cities.")]
    [InlineData(DraftKind.Narrative, "She is the director of the harbor office.", "She oversees nine analysts.", "She holds a degree in law.", "She lives in Ohio.")]
    [InlineData(DraftKind.Story, "I am the chief of a branch.", "I manage the travel budget.", "I oversee nine analysts.", "I ensure that reports are on time.")]
    [InlineData(DraftKind.Narrative, "The office is in Ohio.", "The staff keeps the register.", "The board rebuilt the desk in March.", "The union signed the pact.", "The clerks have their own room.", "The director sets the fees.")]
    [InlineData(DraftKind.Story, "Challenge: The two offices fought over space.", "Action: I moved both.", "Result: The fight ended.")]
    [InlineData(DraftKind.Story, Prose)]
    [InlineData(DraftKind.Resume, "# Skills", "Budgets, leases, audits", "# Education", "Master of Laws, Yale", "# Experience", "Chief, Budget Office", "The office saved $4 million.")]
    [InlineData(DraftKind.Narrative, "# Skills", "The office is in Ohio.", "The staff keeps the register.", "# Education", "The union signed the pact.", "The board rebuilt the desk.")]
    [InlineData(DraftKind.Narrative, "Step 1: The office is in Ohio.", "Step 2: The board rebuilt the desk.")]
    [InlineData(DraftKind.Record, "# Team Building", Prose, "# Accountability", Prose)]
    public void The_form_of_a_draft_tells_its_kind(DraftKind kind, params string[] lines)
    {
        var choice = TestEngine.Analyze(new AnalysisOptions("opm-2006"), lines).Kind;

        Assert.Equal(kind, choice.Value);
        Assert.EndsWith(".", choice.Reason);
    }
}
