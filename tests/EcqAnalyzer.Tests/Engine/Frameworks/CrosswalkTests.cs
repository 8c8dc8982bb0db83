using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Frameworks;

public sealed class CrosswalkTests
{
    private const string Old = "I formed one team of the two offices, brought both unions to the table and coached four new chiefs for a year.";

    [Theory]
    [InlineData("opm-2006", "opm-2025", "creativity-and-innovation", "innovation:Moved")]
    [InlineData("opm-2006", "opm-2025", "developing-others", "developing-others:Same")]
    [InlineData("opm-2006", "opm-2025", "decisiveness", "executive-judgment:Partly")]
    [InlineData("opm-2006", "opm-2025", "partnering", "")]
    [InlineData("opm-2006", "opm-2025", "vision", "")]
    [InlineData("opm-2025", "opm-2006", "agility-and-resilience", "flexibility:Moved resilience:Moved")]
    [InlineData("opm-1997", "opm-2006", "team-building", "developing-others:Moved team-building:Same")]
    [InlineData("opm-1997", "opm-2006", "interpersonal-skills", "interpersonal-skills:Moved")]
    [InlineData("opm-1997", "opm-2025", "human-resources-management", "managing-resources:Moved")]
    [InlineData("opm-1997", "opm-2025", "decisiveness", "executive-judgment:Partly")]
    public void A_competency_is_followed_to_where_it_lives_on(string from, string to, string competency, string expected)
    {
        var row = Find(from, to).Rows.Single(each => each.From.Id.Name == competency);

        Assert.Equal(expected, string.Join(' ', row.Links.Select(link => $"{link.To.Id.Name}:{link.Fit}")));
    }

    [Fact]
    public void Nothing_of_today_continues_building_coalitions_as_a_whole()
    {
        var ecq = Frameworks().Single(framework => framework.Id == "opm-2006").Ecqs.Single(each => each.Id.Name == "building-coalitions");
        var rows = Find("opm-2006", "opm-2025").Rows.Where(row => ecq.Competencies.Contains(row.From));

        Assert.All(rows, row => Assert.DoesNotContain(row.Links, link => link.Fit != Fit.Partly));
    }

    [Fact]
    public void What_continues_nothing_is_named()
    {
        Assert.Equal(["operational-mindset"], Find("opm-2006", "opm-2025").New.Select(competency => competency.Id.Name));
    }

    [Fact]
    public void An_old_narrative_read_for_today_says_what_carries_over_and_what_has_no_home()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2025"), "ECQ 2: Leading People", Old, "ECQ 5: Building Coalitions", Old, "Results Driven", Old);

        var carried = analysis.CarryOver!.Competencies.ToDictionary(each => each.Score.Competency.Name, each => each.Row.Links);
        Assert.Equal("opm-2006", analysis.CarryOver.From.Id);
        Assert.Empty(carried["team-building"]);
        Assert.Equal("developing-others", carried["developing-others"].Single().To.Id.Name);
    }

    [Fact]
    public void A_draft_of_the_framework_asked_for_carries_nothing_over()
    {
        Assert.Null(TestEngine.Analyze(new AnalysisOptions("opm-2006"), "ECQ 2: Leading People", Old).CarryOver);
        Assert.Null(TestEngine.Analyze(AnalysisOptions.Auto, "ECQ 2: Leading People", Old).CarryOver);
    }

    [Fact]
    public void Evidence_of_2006_counts_for_the_competencies_that_take_it()
    {
        var canada = TestEngine.Analyze(new AnalysisOptions("canada-klc-2015"), "ECQ 2: Leading People", Old, Old, Old).Competencies;

        Assert.True(canada.Single(score => score.Competency.Name == "mobilize-people").Rung >= Rung.Action);
    }

    private static Crosswalk Find(string from, string to)
    {
        var frameworks = Frameworks();
        return new CrosswalkFinder(frameworks).Find(
            frameworks.Single(framework => framework.Id == from), frameworks.Single(framework => framework.Id == to));
    }

    private static ImmutableArray<Framework> Frameworks() => Rulebook.LoadCompiled().Frameworks;
}
