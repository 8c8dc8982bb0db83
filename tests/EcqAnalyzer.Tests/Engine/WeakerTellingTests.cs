using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine;

/// <summary>"Changing a sentence from 'I' to 'we', or from past to a standing duty, never raises accomplishment", through the whole
/// pipeline with what was learned.</summary>
public sealed class WeakerTellingTests
{
    private static readonly string[] Draft =
    [
        "Leading People",
        "When I took over the claims branch, morale was low and nine of its forty analysts had left within a year.",
        "I oversee the annual audit and hold supervisors accountable for their reports.",
    ];

    public static TheoryData<string, string, string> Deeds => new()
    {
        { "led a cross-functional team of 12 analysts through the merger of two offices", "lead cross-functional teams of analysts through mergers of offices", "leading cross-functional teams of analysts through mergers of offices" },
        { "coached three supervisors into director posts", "coach supervisors into director posts", "coaching supervisors into director posts" },
        { "settled a dispute between two division chiefs over overtime", "settle disputes between division chiefs over overtime", "settling disputes between division chiefs over overtime" },
        { "negotiated a shared-services agreement with the county and two tribes", "negotiate shared-services agreements with counties and tribes", "negotiating shared-services agreements with counties and tribes" },
        { "rebuilt the permit register and moved it to one shared system", "maintain the permit register on one shared system", "maintaining the permit register on one shared system" },
        { "redesigned the intake process with staff from four regions", "redesign intake processes with staff from the regions", "redesigning intake processes with staff from the regions" },
        { "launched a mentoring program for new examiners", "run the mentoring program for new examiners", "running the mentoring program for new examiners" },
        { "persuaded the budget office to fund the pilot for a second year", "persuade the budget office to fund pilots", "persuading the budget office to fund pilots" },
        { "set a five-year vision for the laboratory and had every branch write its own plan from it", "set the vision for the laboratory and have every branch write its own plan from it", "setting the vision for the laboratory and having every branch write its own plan from it" },
        { "consolidated nine contracts into one and saved $2.3 million a year", "consolidate contracts and save money", "consolidating contracts and saving money" },
        { "recruited eight analysts from varied backgrounds and mentored each of them", "recruit analysts from varied backgrounds and mentor each of them", "recruiting analysts from varied backgrounds and mentoring each of them" },
        { "introduced weekly safety talks at every mine, and injuries fell by a third", "hold weekly safety talks at every mine", "weekly safety talks at every mine" },
        { "wrote the agency's first continuity plan and tested it with the governors' staffs", "write continuity plans and test them with the governors' staffs", "writing continuity plans and testing them with the governors' staffs" },
        { "briefed the committee's staff every month and answered their questions myself", "brief the committee's staff every month and answer their questions", "briefing the committee's staff and answering their questions" },
    };

    [Theory]
    [MemberData(nameof(Deeds))]
    public void We_never_raises(string deed, string habit, string task)
    {
        Assert.NotEqual(habit, task);
        AssertNoneHigher($"I {deed}.", $"We {deed}.");
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public void A_standing_duty_never_raises(string deed, string habit, string task)
    {
        AssertNoneHigher($"I {deed}.", $"I {habit}.");
        AssertNoneHigher($"I {deed}.", $"I am responsible for {task}.");
    }

    private static void AssertNoneHigher(string deed, string weaker)
    {
        var options = new AnalysisOptions("opm-2006", DraftKind.Narrative);
        var (before, after) = (TestEngine.Analyze(options, [.. Draft, deed]), TestEngine.Analyze(options, [.. Draft, weaker]));
        Assert.NotEmpty(before.Competencies);
        foreach (var (old, now) in before.Competencies.Zip(after.Competencies))
        {
            Assert.True(now.Accomplishment <= old.Accomplishment, $"{weaker} {old.Competency}: {old.Accomplishment} to {now.Accomplishment}");
            Assert.True(now.Rung <= old.Rung || now.Rung <= Rung.Duty, $"{weaker} {old.Competency}: {old.Rung} to {now.Rung}");
        }
    }
}
