using EcqAnalyzer.Engine.Planning;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Planning;

public sealed class JourneyFinderTests
{
    [Fact]
    public void The_map_is_the_framework_of_the_journey()
    {
        var journey = new JourneyFinder(Plans.FrameworkOf("opm-2006"), Plans.Frameworks);

        Assert.All(Plans.FrameworkOf("opm-2006").Competencies, competency => Assert.Single(journey.MapOf(competency.Id)));
        Assert.Equal([Level.Organization], journey.MapOf(new CompetencyId("opm-2006", "vision")));
        Assert.Equal([Level.Self], journey.MapOf(new CompetencyId("opm-2006", "integrity-honesty")));
    }

    [Fact]
    public void A_competency_that_continues_several_has_several_levels_and_a_new_one_none()
    {
        var journey = new JourneyFinder(Plans.FrameworkOf("opm-2025"), Plans.Frameworks);

        Assert.Equal([Level.Programs, Level.Organization], journey.MapOf(new CompetencyId("opm-2025", "agility-and-resilience")));
        Assert.Empty(journey.MapOf(new CompetencyId("opm-2025", "operational-mindset")));
    }

    [Fact]
    public void Under_the_journey_itself_every_competency_stands_on_its_own_level()
    {
        var framework = Plans.FrameworkOf(JourneyFinder.MapId);
        var journey = new JourneyFinder(framework, Plans.Frameworks);

        Assert.All(framework.Ecqs, ecq => Assert.All(ecq.Competencies, competency => Assert.Equal([ecq.Level!.Value], journey.MapOf(competency.Id))));
    }

    [Theory]
    [InlineData("strategic-thinking", Level.Programs, JourneyStand.Below)]
    [InlineData("strategic-thinking", Level.Organization, JourneyStand.At)]
    [InlineData("developing-others", Level.Programs, JourneyStand.Above)]
    [InlineData("agility-and-resilience", Level.Organization, JourneyStand.At)]
    [InlineData("operational-mindset", Level.Programs, JourneyStand.OffMap)]
    [InlineData("developing-others", null, JourneyStand.NotTold)]
    public void Evidence_stands_below_at_or_above_its_level(string competency, Level? shown, JourneyStand stand)
    {
        var place = PlaceOf(Plans.Scored("opm-2025", DraftKind.Resume, (competency, Rung.Action, shown)), competency);

        Assert.Equal((stand, shown), (place.Stand, place.Shown));
    }

    [Theory]
    [InlineData(Rung.Duty)]
    [InlineData(Rung.Claimed)]
    [InlineData(Rung.Absent)]
    public void What_no_deed_shows_stands_nowhere(Rung rung)
    {
        var place = PlaceOf(Plans.Scored("opm-2025", DraftKind.Resume, ("innovation", rung, null)), "innovation");

        Assert.Equal((JourneyStand.NotShown, null), (place.Stand, place.Shown));
    }

    [Fact]
    public void A_story_tells_the_reach_of_its_deeds_and_a_duty_in_it_does_not()
    {
        var draft = Plans.Scored("opm-2025", DraftKind.Resume, ("innovation", Rung.Result, null)) with { };
        var told = draft with
        {
            Stories = [new Story(new TextSpan(draft.Document.Sentences[1].Span.Start, draft.Document.Sentences[4].Span.End), [1, 2, 3, 4])],
            Statements = [.. draft.Statements.Select(statement => statement with
            {
                Level = statement.Sentence.Index switch { 1 => Level.Programs, 4 => Level.Organization, _ => null },
            })],
        };

        var place = PlaceOf(told, "innovation");

        Assert.Equal((Level.Programs, true, 2), (place.Shown, place.IsByStory, place.Sentence));
        Assert.Null(PlaceOf(draft, "innovation").Shown);
    }

    private static JourneyPlace PlaceOf(Analysis analysis, string competency) =>
        Plans.Of(analysis).Journey.First(place => place.Competency.Id.Name == competency);
}
