using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>What rules/README.md teaches is true.</summary>
public sealed class RulesReadmeTests
{
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            var rows = File.ReadLines(Repository.Path("rules", "README.md"))
                .SkipWhile(line => !line.StartsWith("| write | means", StringComparison.Ordinal)).Skip(2)
                .TakeWhile(line => line.StartsWith('|'));
            foreach (var row in rows)
            {
                var cells = row.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries);
                data.Add(cells[1].Trim('`').Replace('\u0001', '|'), cells[3], cells[4]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_line_of_the_table_of_signs_is_true(string pattern, string finds, string findsNot)
    {
        var set = RulesWritten.Load(
            ("types/duty.yaml", RulesWritten.Pack([pattern], [], "") + $"    hits: [\"{finds}\"]\n    misses: [\"{findsNot}\"]\n"));
        var faults = new Faults();
        new RuleTester(set, new Workbench().Annotator, faults).Test(set.Rules);

        Assert.DoesNotContain(
            faults.Found, fault => fault.Code is not (RuleTester.TooFewExamples or RuleTester.MissProvesNothing));
    }

    [Fact]
    public void The_table_of_packs_is_what_ecq_rules_list_writes()
    {
        const string Begin = "<!-- packs -->\n", End = "<!-- /packs -->";
        var path = Repository.Path("rules", "README.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var table = Cli.EcqRun.Of("rules", "list", "--markdown").Out;
        if (Environment.GetEnvironmentVariable("ECQ_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, page[..from] + table + page[to..]);
            return;
        }

        Assert.True(table == page[from..to], "rules/README.md is stale: run this test with ECQ_UPDATE_SNAPSHOTS=1");
    }

    [Fact]
    public void The_example_of_a_rule_is_a_good_rule()
    {
        var lines = File.ReadAllLines(Repository.Path("rules", "README.md"));
        var yaml = string.Join('\n', lines.SkipWhile(line => line != "```yaml").Skip(1).TakeWhile(line => line != "```"));
        var files = Written.Files(("opm-2006/leading-people/team-building.yaml", yaml));
        var faults = new Faults();
        var set = RuleSet.Load(files, Rulebook.LoadCompiled().Frameworks, RulesWritten.Weights, faults);
        new RuleTester(set, new Workbench().Annotator, faults).Test(set.Rules);

        Assert.Empty(faults.Found);
    }
}
