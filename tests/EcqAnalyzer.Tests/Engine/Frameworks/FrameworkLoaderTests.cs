using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Frameworks;

public sealed class FrameworkLoaderTests
{
    private const string Small = """
        id: demo
        name: Demo
        issuer: Nobody
        status: current
        source: none
        dates: [{date: 2025-01-01, what: made}]
        unverified: [All of it.]
        limits:
          - {kind: resume, pages: 2, source: a memo}
        without-rules: [vision]
        ecqs:
          - id: leading
            name: Leading
            definition: Leads.
            fundamental: true
            headings: [ECQ 1, Leading]
            competencies:
              - {id: team-building, name: Team Building, definition: Builds teams., question: Which team?}
              - {id: vision, name: Vision, definition: Sees far., question: What did you see?, unverified: true}
        """;

    [Fact]
    public void A_framework_has_what_its_file_says()
    {
        var framework = Load(Small, out var faults).Single();

        Assert.Empty(faults.Found);
        Assert.Equal(("demo", "Demo", "current", "Nobody"), (framework.Id, framework.Name, framework.Status, framework.Issuer));
        Assert.Equal(["demo/team-building", "demo/vision"], framework.Competencies.Select(c => c.Id.ToString()));
        Assert.Equal([false, true], framework.Competencies.Select(c => c.IsUnverified));
        Assert.Equal(new Limits(DraftKind.Resume, 2, null, "a memo"), framework.Limits.Single());
        Assert.Equal([new CompetencyId("demo", "vision")], framework.WithoutRules);
        Assert.True(framework.Ecqs.Single().IsFundamental);
        Assert.Equal(["ECQ 1", "Leading"], framework.Ecqs.Single().Headings);
    }

    [Theory]
    [InlineData("id: demo\n", "id: dem\n", "rules/frameworks/demo.yaml(1,5): error ECQ400")]
    [InlineData("id: team-building", "id: vision", "error ECQ401: 'vision' stands in this framework already")]
    [InlineData("[vision]", "[visoin]", "error ECQ402: demo has no competency 'visoin'; did you mean 'vision'?")]
    [InlineData("pages: 2", "pages: 0", "error ECQ403: 'pages' is 1 or more")]
    [InlineData("pages: 2, ", "", "a limit has 'pages', 'characters-per-ecq'")]
    [InlineData("id: leading", "id: Leading", "error ECQ404: 'Leading' is not an id")]
    [InlineData("status: current", "status: current\nprevalence: 2", "error ECQ403: 'prevalence' is above 0")]
    [InlineData("question: Which team?", "question: Which team?, takes: [demo/visoin]", "error ECQ402: there is no competency 'demo/visoin'; did you mean 'demo/vision'?")]
    [InlineData("kind: resume", "kind: resmue", "did you mean 'resume'?")]
    [InlineData("question: Which team?", "qestion: Which team?", "unknown key 'qestion'; did you mean 'question'?")]
    public void A_fault_is_named_where_it_stands(string written, string instead, string expected)
    {
        Load(Small.Replace(written, instead, StringComparison.Ordinal), out var faults);

        Assert.Contains(expected, string.Join('\n', faults.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rules_folder_without_frameworks_is_a_fault()
    {
        var faults = new Faults();
        FrameworkLoader.LoadAll(new RulesFiles([]), faults);

        Assert.Equal(FrameworkLoader.NoFrameworks, faults.Found.Single().Code);
    }

    [Fact]
    public void The_frameworks_of_the_product_load()
    {
        var faults = new Faults();
        var frameworks = FrameworkLoader.LoadAll(RulesFolder.Read(Repository.Path("rules"), "rules", faults), faults);

        Assert.Empty(faults.Found);
        Assert.Equal(
            [
                ("action-logics", 7), ("canada-klc-2005", 4), ("canada-klc-2015", 6), ("leadership-journey", 28), ("ontario-olf", 8),
                ("opm-1997", 27), ("opm-2006", 28), ("opm-2024", 27), ("opm-2025", 15),
            ],
            frameworks.Select(framework => (framework.Id, framework.Competencies.Count())));
        Assert.All(frameworks.SelectMany(framework => framework.Competencies), competency =>
        {
            Assert.NotEqual("", competency.Name);
            Assert.NotEqual("", competency.Definition);
            Assert.NotEqual("", competency.Question);
        });
    }

    [Fact]
    public void Every_ecq_of_1997_has_its_six_key_characteristics_and_those_read_on_OPMs_page_are_verified()
    {
        var ecqs = Rulebook.LoadCompiled().Frameworks.Single(framework => framework.Id == "opm-1997").Ecqs;

        Assert.All(ecqs, ecq => Assert.Equal([1, 2, 3, 4, 5, 6], ecq.KeyCharacteristics.Select(each => each.Number)));
        Assert.DoesNotContain(ecqs.Single(ecq => ecq.Id.Name == "leading-people").KeyCharacteristics, each => each.IsUnverified);
    }

    [Fact]
    public void The_journey_has_a_level_for_each_of_the_28_competencies_of_2006()
    {
        var frameworks = Rulebook.LoadCompiled().Frameworks;
        var journey = frameworks.Single(framework => framework.Id == "leadership-journey");

        Assert.Equal([Level.Self, Level.Projects, Level.People, Level.Programs, Level.Organization], journey.Ecqs.Select(ecq => ecq.Level!.Value));
        Assert.Equal(
            frameworks.Single(framework => framework.Id == "opm-2006").Competencies.Select(competency => competency.Id.Name).Order(),
            journey.Competencies.SelectMany(competency => competency.Takes).Select(id => id.Name).Order());
    }

    [Fact]
    public void A_competency_that_takes_from_another_may_leave_its_texts_to_it()
    {
        var written = Small.Replace("id: team-building, name: Team Building, definition: Builds teams., question: Which team?",
            "id: teams, takes: [demo/vision]", StringComparison.Ordinal);
        var teams = Load(written, out var faults).Single().FindCompetency("teams")!;

        Assert.Empty(faults.Found);
        Assert.Equal(("Vision", "Sees far.", "What did you see?"), (teams.Name, teams.Definition, teams.Question));
    }

    private static ImmutableArray<Framework> Load(string yaml, out Faults faults)
    {
        faults = new Faults();
        return FrameworkLoader.LoadAll(Written.Files(("frameworks/demo.yaml", yaml)), faults);
    }
}
