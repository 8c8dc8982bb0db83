using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Checks;

public sealed class CheckTests
{
    private static readonly RulesFiles Files = ReadFiles();

    public static TheoryData<string> Ids => [.. CheckLoader.Load(Files, new Faults()).Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_finds_its_hits_and_passes_its_misses(string id)
    {
        var (hits, misses) = ExamplesOf(id);
        Assert.All(hits, hit => Assert.Contains(Analyze(id, hit).Findings, finding => finding.Check == id));
        Assert.All(misses, miss => Assert.DoesNotContain(Analyze(id, miss).Findings, finding => finding.Check == id));
    }

    [Fact]
    public void Every_kind_of_check_stands_in_the_list_and_in_use()
    {
        var classes = typeof(ICheckKind).Assembly.GetTypes().Count(type => type.IsClass && type.IsAssignableTo(typeof(ICheckKind)));
        var used = CheckLoader.Load(Files, new Faults()).Select(check => check.Kind.GetType()).Distinct().Count();

        Assert.Equal((classes, classes), (CheckKinds.All.Length, used));
    }

    [Fact]
    public void Missing_ecqs_are_named_where_some_have_a_section()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Narrative), "Leading People", "I led a team.", "Results Driven", "I cut the backlog.");

        var finding = Assert.Single(analysis.Findings, finding => finding.Check == "format.missing-ecqs");
        Assert.Contains("Leading Change, Business Acumen, Building Coalitions", finding.Message);
        Assert.Equal(Severity.Blocks, finding.Severity);
    }

    [Fact]
    public void Too_many_characters_under_an_ecq_are_counted()
    {
        var prose = string.Concat(Enumerable.Repeat("I led the merger of two offices and moved twelve analysts. ", 150)).Trim();
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2006", DraftKind.Narrative), "Leading People", prose);

        Assert.Contains(analysis.Findings, finding => finding.Check == "format.ecq-characters" && finding.Message.Contains("8,000"));
    }

    [Theory]
    [InlineData("checks:\n  - {id: a, severity: advice, kinds: [story], message: m, source: s}", "ECQ440")]
    [InlineData("checks:\n  - {id: a, severity: advice, kinds: [story], message: m, source: s, phrase: {words: []}}", "ECQ442")]
    [InlineData("checks:\n  - {id: a, severity: mild, kinds: [story], message: m, source: s, acronyms: {known: [A]}}", "ECQ105")]
    [InlineData("checks:\n  - {id: a, severity: advice, kinds: [tale], message: m, source: s, acronyms: {known: [A]}}", "ECQ105")]
    [InlineData("checks:\n  - &x {id: a, severity: advice, kinds: [story], message: m, source: s, acronyms: {known: [A]}}\n  - {id: a, severity: advice, kinds: [story], message: m, source: s, acronyms: {known: [A]}}", "ECQ441")]
    public void A_fault_is_reported_by_its_code(string yaml, string code)
    {
        var faults = new Faults();
        CheckLoader.Load(Written.Files(("checks/test.yaml", yaml.Replace("&x ", ""))), faults);
        Assert.Contains(faults.Found, fault => fault.Code == code);
    }

    private static Analysis Analyze(string id, string text)
    {
        var kind = CheckLoader.Load(Files, new Faults()).Single(check => check.Id == id).Kinds[0];
        return TestEngine.Analyze(new AnalysisOptions("opm-2006", kind), text);
    }

    private static (string[] Hits, string[] Misses) ExamplesOf(string id)
    {
        var entry = Files.Below("checks/")
            .SelectMany(file => ((YamlList)((YamlMap)file.Root).Find("checks")!).Items)
            .OfType<YamlMap>()
            .Single(map => map.Find("id") is YamlScalar scalar && scalar.Text == id);
        string[] Texts(string key) => entry.Find(key) is YamlList list ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)] : [];
        return (Texts("hits"), Texts("misses"));
    }

    private static RulesFiles ReadFiles()
    {
        var faults = new Faults();
        var files = RulesFolder.Read(Repository.Path("rules"), "rules", faults);
        faults.ThrowIfAny();
        return files;
    }
}
