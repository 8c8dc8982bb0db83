using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Packs;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Packs;

/// <summary>Packs that a user lays over the program's rules with --rules.</summary>
public sealed class UserPacksTests : IDisposable
{
    private const string Narrative = """
        LEADING PEOPLE

        When I took over the permit office, four of its ten posts stood empty and the union had filed a grievance.
        I rebuilt the team of ten around two crews and paired every new clerk with a senior one.
        I mediated the dispute over shifts, and both sides signed a one-page agreement.
        Within nine months turnover fell from 31 to 8 percent, and the agency adopted our schedule in all six regions.
        I kept the apiary ledger of the district and taught two clerks to keep it.
        Every clerk now has a development plan that I review each quarter.
        """;

    private const string Apiary = """
        competency: opm-2006/team-building
        rules:
          - id: mine.apiary.kept
            title: Kept the apiary ledger
            status: stable
            weight: strong
            when: [keep the apiary ledger]
            hits: ["I <<kept the apiary ledger>>.", "She <<kept the apiary ledger>> for years."]
            misses: [I kept the ledger.]
            why: A test.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-packs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_rule_of_a_pack_speaks_and_the_report_names_the_pack()
    {
        Add("packs/deep/apiary.yaml", Apiary);
        var run = Check("--format", "json");
        var report = JsonNode.Parse(run.Out)!;

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Empty(await CheckSchema.FindFaults(run.Out));
        Assert.Contains("mine.apiary.kept", RulesIn(report));
        Assert.Equal(
            [("packs/deep/apiary.yaml", "used")],
            report["engine"]!["packs"]!.AsArray().Select(pack => (BelowFolder(pack!["name"]!), pack["status"]!.GetValue<string>())));
        Assert.Contains(
            report["engine"]!["rulesAndModels"]!.AsArray(),
            hashed => hashed!["name"]!.GetValue<string>().EndsWith("packs/deep/apiary.yaml", StringComparison.Ordinal));
        Assert.Contains("deep/apiary.yaml", Check().Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_packs_no_report_speaks_of_them()
    {
        var run = EcqRun.Of("check", Draft(), "--format", "json");

        Assert.Null(JsonNode.Parse(run.Out)!["engine"]!["packs"]);
        Assert.Null(JsonNode.Parse(run.Out)!["suppressed"]);
    }

    [Fact]
    public void A_rule_with_an_id_of_the_program_takes_its_place()
    {
        Add("packs/mine.yaml", """
            type: duty
            rules:
              - {id: type.duty.responsible, title: Mine, status: retired, weight: weak, why: Not here.}
            """);
        var before = EcqRun.Of("rules", "list", "type.duty").Out;
        var after = EcqRun.Of("rules", "list", "type.duty", "--rules", Folder);

        Assert.Equal(ExitCode.Done, after.ExitCode);
        Assert.Matches("(?m)^type.duty.responsible  .* stable ", before);
        Assert.Matches("(?m)^type.duty.responsible  .* retired  weak      Mine$", after.Out);
        Assert.Single(after.Out.Split('\n'), line => line.StartsWith("type.duty.responsible ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_pack_is_set_aside_by_name_with_all_its_faults_and_the_rest_works()
    {
        Add("packs/apiary.yaml", Apiary);
        Add("packs/broken.yaml", Apiary.Replace("weight", "wieght", StringComparison.Ordinal).Replace("mine.apiary", "mine", StringComparison.Ordinal));
        Add("packs/torn.yaml", "rules: [\n");
        foreach (var round in new[] { "compiled", "kept" })
        {
            var run = Check("--format", "json");
            var report = JsonNode.Parse(run.Out)!;

            Assert.True(ExitCode.UnreadableInput == run.ExitCode, round);
            Assert.Contains("mine.apiary.kept", RulesIn(report));
            Assert.Matches(@"packs/broken\.yaml\(6,5\): error ECQ101: unknown key 'wieght'; did you mean 'weight'\?", run.Error);
            Assert.Contains("packs/broken.yaml(3,5): error ECQ103: 'weight' is missing here", run.Error, StringComparison.Ordinal);
            Assert.Contains("packs/torn.yaml(2,1): error ECQ100", run.Error, StringComparison.Ordinal);
            Assert.Matches(@"ecq: .*packs/broken\.yaml is set aside for these 2 faults; the rest works without it\.", run.Error);
            Assert.Equal(
                ["used", "set-aside", "set-aside"],
                report["engine"]!["packs"]!.AsArray().Select(pack => pack!["status"]!.GetValue<string>()));
        }
    }

    [Fact]
    public void A_pack_may_bring_lists_checks_and_a_framework()
    {
        Add("packs/words.yaml", "lists:\n  beekeeping: [apiary, bee yard]\n");
        Add("packs/apiary.yaml", Apiary.Replace("[keep the apiary ledger]", "[keep the $beekeeping ledger]", StringComparison.Ordinal));
        Add("packs/check.yaml", """
            checks:
              - id: mine.ledger
                kinds: [narrative, story]
                severity: advice
                message: "Which ledger is '{0}'?"
                source: a test
                phrase: {find: [apiary ledger]}
                hits: ["I kept the <<apiary ledger>>."]
                misses: [I kept the books.]
            """);
        Add("packs/scheme.yaml", """
            id: bees-2026
            name: Beekeeping of 2026
            status: current
            source: a test
            ecqs:
              - id: hives
                name: Hives
                definition: Keeps hives.
                competencies:
                  - {id: keeping, name: Keeping, definition: Keeps them., question: Which?, takes: [opm-2006/team-building]}
            """);

        var ids = JsonNode.Parse(Check("--format", "json", "--kind", "narrative").Out)!;
        Assert.Contains("mine.apiary.kept", RulesIn(ids));
        Assert.Contains(ids["checks"]!.AsArray(), check => check!["id"]!.GetValue<string>() == "mine.ledger");
        Assert.Contains("Beekeeping of 2026", Check("--framework", "bees-2026").Out, StringComparison.Ordinal);
        var tested = EcqRun.Of("rules", "test", "--rules", Folder);
        Assert.Equal((ExitCode.Done, ""), (tested.ExitCode, tested.Error));
        Assert.EndsWith("1 rules, 3 examples, 1 checks, 2 examples, 0 faults\n", tested.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_breaks_the_programs_rules_is_set_aside_and_told_why()
    {
        Add("packs/scheme.yaml", """
            id: opm-2006
            name: A scheme without its competencies
            status: current
            source: a test
            ecqs:
              - {id: hives, name: Hives, definition: Keeps hives., competencies: []}
            """);
        var run = Check();

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("packs/scheme.yaml(1,1): error ECQ152", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("draft.txt", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_pack_is_said_to_be_none()
    {
        Add("packs/else.yaml", "color: green\n");

        Assert.Contains("packs/else.yaml(1,1): error ECQ150: this is no pack of rules", Check().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_may_stand_in_the_place_of_a_folder()
    {
        var file = Add("packs/apiary.yaml", Apiary);

        Assert.Contains("mine.apiary.kept", EcqRun.Of("rules", "list", "mine", "--rules", file).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Tag_takes_packs_too()
    {
        Add("packs/apiary.yaml", Apiary);
        var run = EcqRun.WithInput(
            """{"id":1,"framework":"opm-2006","kind":"narrative","sentences":["I kept the apiary ledger of my team."]}""" + "\n",
            "tag", "--rules", Folder);

        Assert.Contains("mine.apiary.kept", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Compiled_packs_are_kept_and_a_damaged_file_is_compiled_anew()
    {
        Add("packs/apiary.yaml", Apiary);
        var kept = Path.Combine(_folder, "cache");
        Assert.Contains("mine.apiary.kept", IdsWith(kept));
        var file = Assert.Single(Directory.GetFiles(kept));
        var whole = File.ReadAllBytes(file);

        Assert.Contains("mine.apiary.kept", IdsWith(kept));
        Assert.Equal(whole, File.ReadAllBytes(Assert.Single(Directory.GetFiles(kept))));

        foreach (var damaged in new[] { whole[..(whole.Length / 2)], [.. whole[..^1], (byte)(whole[^1] ^ 1)], [] })
        {
            File.WriteAllBytes(file, damaged);
            Assert.Contains("mine.apiary.kept", IdsWith(kept));
            Assert.Equal(whole, File.ReadAllBytes(file));
        }

        Add("packs/apiary.yaml", Apiary.Replace("apiary.kept", "apiary.held", StringComparison.Ordinal));
        Assert.Contains("mine.apiary.held", IdsWith(kept));
        Assert.Equal(2, Directory.GetFiles(kept).Length);
    }

    [Fact]
    public void Where_nothing_can_be_kept_packs_work_all_the_same()
    {
        Add("packs/apiary.yaml", Apiary);
        var blocked = Path.Combine(_folder, "file");
        File.WriteAllText(blocked, "");

        Assert.Contains("mine.apiary.kept", IdsWith(Path.Combine(blocked, "cache")));
        Assert.Contains("mine.apiary.kept", IdsWith(null));
    }

    [Fact]
    public void Rules_are_the_same_compiled_and_kept()
    {
        Add("packs/apiary.yaml", Apiary);
        Add("packs/words.yaml", "lists:\n  beekeeping: [apiary, bee yard]\nsuppress: [{id: type.duty.responsible, reason: A test.}]\n");
        var cache = new RulesCache(Path.Combine(_folder, "cache"));
        var (first, second) = (UserPacks.Load(new PacksAsked(Folder), cache), UserPacks.Load(new PacksAsked(Folder), cache));

        Assert.NotNull(second.Files.Compiled);
        Assert.Null(first.Files.Compiled);
        Assert.Equal(first.Rules.Rules.Select(rule => (rule.Id, rule.Status, rule.When.Length)), second.Rules.Rules.Select(rule => (rule.Id, rule.Status, rule.When.Length)));
        Assert.Equal(first.Suppressions, second.Suppressions);
        Assert.Equal(first.Files.All.Select(file => (file.Path, file.Name, file.Sha256)), second.Files.All.Select(file => (file.Path, file.Name, file.Sha256)));
    }

    private string Folder => Path.Combine(_folder, "packs");

    private IEnumerable<string> IdsWith(string? cache) =>
        UserPacks.Load(new PacksAsked(Folder), new RulesCache(cache)).Rules.Rules.Select(rule => rule.Id);

    private EcqRun Check(params string[] arguments) =>
        EcqRun.Of(["check", Draft(), "--rules", Folder, .. arguments.Contains("--framework") ? arguments : ["--framework", "opm-2006", .. arguments]]);

    private static string BelowFolder(JsonNode name) => name.GetValue<string>()[name.GetValue<string>().IndexOf("packs/", StringComparison.Ordinal)..];

    private static IEnumerable<string> RulesIn(JsonNode report) => report["sentences"]!.AsArray()
        .SelectMany(sentence => sentence!["competencies"]!.AsArray())
        .SelectMany(shown => shown!["rules"]!.AsArray())
        .Select(rule => rule!.GetValue<string>());

    private string Draft() => Add("draft.txt", Narrative);

    private string Add(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
