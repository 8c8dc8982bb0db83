using System.Collections.Immutable;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Books of drafts written in a test, by the product's own rules and numbers.</summary>
internal static class StoryBooks
{
    public static readonly string[] Permit =
    [
        "# Leading People",
        "When I became director of the permit office in 2021, four of its ten posts stood empty and the union had filed 14 grievances. I rebuilt the team around two crews, paired every new clerk with a senior one, and coached both supervisors each week. Within nine months turnover fell from 31 to 8 percent.",
        "# Results Driven",
        "In 2019 the county had 8,300 claims waiting. I asked every office for volunteers, held each supervisor accountable for a weekly count, and cut the wait from 61 to 19 days.",
    ];

    public static readonly string[] Retold =
    [
        "# Leading Change",
        "The permit office had four of ten posts empty and 14 grievances of the union when I became its director in 2021. I paired every new clerk with a senior one and rebuilt the team around two crews, and turnover fell from 31 to 8 percent within nine months.",
        "A storm closed the harbor yard in 2011. I moved forty inspectors to the old school overnight, set up a radio desk with the coast guard, and persuaded the port authority to open a second gate; the yard lost no day of work.",
    ];

    /// <summary>A resume: two posts with their heads, five bullets, education.</summary>
    public static readonly string[] Resume =
    [
        "Dana Whitfield",
        "# Experience",
        "Director of Operations, Harbor Inspection Service, May 2019 - present",
        "- Cut the cost of an inspection from $412 to $287 in two years by moving 160 inspectors to the busiest ports.",
        "- Coached nine team leads each week, five of whom became supervisors in three regions by 2022.",
        "- Negotiated a joint inspection agreement between customs and the port authority that saved 61,000 truck moves a year.",
        "- Responsible for the preparation of weekly status reports to headquarters and for the maintenance of the office calendar.",
        "Branch Chief, Entry Review Branch, March 2014 - April 2019",
        "- Designed the risk score that decides which shipments are opened, which raised findings by 40 percent.",
        "# Education",
        "Master of Public Administration, 2009",
    ];

    public static StoriesPolicy Policy { get; } = LoadPolicy();

    public static StoryBinder Binder { get; } = new(Policy, Scoring.Policy);

    public static StoryBook Bind(params string[][] drafts) => Bind(new StoriesAsked(), "opm-2006", drafts);

    public static StoryBook Bind(StoriesAsked asked, string framework, params string[][] drafts)
    {
        var analyses = drafts.Select(draft => TestEngine.Analyze(new(Framework: framework, Kind: draft == Resume ? DraftKind.Resume : null), draft)).ToImmutableArray();
        return Binder.Bind(analyses, analyses[0].Framework, asked);
    }

    private static StoriesPolicy LoadPolicy()
    {
        var faults = new Faults();
        var yaml = File.ReadAllText(Repository.Path("rules", StoriesPolicy.FileName));
        var policy = StoriesPolicy.Load(Written.Files((StoriesPolicy.FileName, yaml)), faults);
        faults.ThrowIfAny();
        return policy;
    }
}
