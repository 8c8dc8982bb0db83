using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine;

/// <summary>"Adding a measured result to an action never lowers anything", through the whole pipeline with what was learned: every
/// deed here with every tail.</summary>
public sealed class MeasuredTailTests
{
    private static readonly string[] Draft =
    [
        "Leading People",
        "When I took over the claims branch, morale was low and nine of its forty analysts had left within a year.",
        "I oversee the annual audit and hold supervisors accountable for their reports.",
    ];

    private static readonly string[] Deeds =
    [
        "I led a cross-functional team of 12 analysts through the merger of two offices",
        "I coached three supervisors into director posts",
        "I settled a dispute between two division chiefs over overtime",
        "I negotiated a shared-services agreement with the county and two tribes",
        "I rebuilt the permit register and moved it to one shared system",
        "Redesigned the intake process with staff from four regions",
        "Directed the closing of three leased warehouses",
        "Launched a mentoring program for new examiners",
        "I persuaded the budget office to fund the pilot for a second year",
        "I set a five-year vision for the laboratory and had every branch write its own plan from it",
        "We consolidated nine contracts into one",
        "Recruited eight analysts from varied backgrounds and mentored each of them",
        "I introduced weekly safety talks at every mine",
        "I wrote the agency's first continuity plan and tested it with the governors' staffs",
        "Took over a failing modernization project and replaced its vendor",
        "I briefed the committee's staff every month and answered their questions myself",
        "She reorganized the help desk around the callers' questions",
    ];

    private static readonly string[] Tails =
    [
        ", cutting the backlog by 40 percent",
        ", saving $2.3 million a year",
        ", and turnover fell by half within a year",
        ", which raised on-time payments from 71 to 96 percent",
        "; complaints dropped from 310 a month to 45",
        ", resulting in a 25 percent drop in appeals",
        " and reduced the average wait from 61 days to 19",
        " – freeing 14 staff for field work",
        ", so that 9 of 10 cases now close within a week",
    ];

    public static TheoryData<string> AllDeeds => [.. Deeds];

    [Theory]
    [MemberData(nameof(AllDeeds))]
    public void A_measured_result_never_lowers(string deed)
    {
        AssertNeverLowers(new AnalysisOptions("opm-2006", DraftKind.Narrative), deed);
        AssertNeverLowers(new AnalysisOptions("opm-2025", DraftKind.Resume), deed);
    }

    private static void AssertNeverLowers(AnalysisOptions options, string deed)
    {
        var before = TestEngine.Analyze(options, [.. Draft, $"{deed}."]);
        Assert.NotEmpty(before.Competencies);
        foreach (var tail in Tails)
        {
            var after = TestEngine.Analyze(options, [.. Draft, $"{deed}{tail}."]);
            foreach (var (old, now) in before.Competencies.Zip(after.Competencies))
            {
                Assert.True(now.Accomplishment >= old.Accomplishment, $"{tail}: {old.Competency}: {old.Accomplishment} to {now.Accomplishment}");
                Assert.True(now.Rung >= old.Rung, $"{tail}: {old.Competency}: {old.Rung} to {now.Rung}");
            }
        }
    }
}
