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
    [InlineData("pages: 2, ", "", "a limit has 'pages' or 'characters-per-ecq'")]
    [InlineData("id: leading", "id: Leading", "error ECQ404: 'Leading' is not an id")]
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
        Assert.Equal(28, frameworks.Single(f => f.Id == "opm-2006").Competencies.Count());
        Assert.Equal(15, frameworks.Single(f => f.Id == "opm-2025").Competencies.Count());
    }

    private static ImmutableArray<Framework> Load(string yaml, out Faults faults)
    {
        faults = new Faults();
        return FrameworkLoader.LoadAll(Written.Files(("frameworks/demo.yaml", yaml)), faults);
    }
}
