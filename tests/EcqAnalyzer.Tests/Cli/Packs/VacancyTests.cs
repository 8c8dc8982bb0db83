using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Packs;

/// <summary>From the announcement of a vacancy to its pack, and drafts checked against it.</summary>
public sealed class VacancyTests : IDisposable
{
    private const string Draft = """
        # ECQ 1: Leading Change

        When I took over, the grants office had no plan. I set a three-year strategy with the branch chiefs and won support for it.

        # ECQ 2: Leading People

        I rebuilt the team of forty and coached six supervisors. Turnover fell from 31 to 8 percent.

        # MTQ 1

        I directed the national grants oversight program for 1,400 recipients. I built risk-based monitoring that ranked every
        grantee and cut the backlog of audit findings from 410 to 37 in eighteen months.

        # Technical Qualification 2: Appropriations

        I negotiated indirect cost rates with 60 states and universities, and saved $14 million.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-vacancy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("grants-director.docx", "ses-drw-26-0142", "opm-2006", 3, "pages: 10|font-size: 12|margin: 1|fonts: [Times New Roman]|pages: 5|2026-03-03")]
    [InlineData("cyber-chief.pdf", "nws-ciso-2026-07", "opm-2025", 4, "characters-per-ecq: 4000|pages: 2|font-size: 10|margin: 0.5|2026-03-09|2026-04-06")]
    [InlineData("harbor-deputy.txt", "cha-ses-11-2026", "opm-2006", 2, "pages: 10|2026-05-15|TQ 1: Harbor Safety|TQ 2: Environmental Cleanup")]
    public void A_pack_is_made_of_an_announcement_and_passes_its_tests(
        string file, string id, string framework, int qualifications, string stated)
    {
        var pack = PackOf(file);
        var yaml = File.ReadAllText(pack);

        Assert.Contains($"\nid: {id}\n", yaml, StringComparison.Ordinal);
        Assert.Contains($"\nbase: {framework}\n", yaml, StringComparison.Ordinal);
        Assert.All(stated.Split('|'), each => Assert.Contains(each, yaml, StringComparison.Ordinal));
        for (var number = 1; number <= qualifications; number++)
        {
            Assert.Contains($"\n  - id: tq-{number}\n", yaml, StringComparison.Ordinal);
            Assert.Contains($"- id: {id}.tq-{number}.", yaml, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"tq-{qualifications + 1}", yaml, StringComparison.Ordinal);
        var tested = EcqRun.Of("rules", "test", "--rules", pack);
        Assert.True(tested.ExitCode == ExitCode.Done, tested.Out);
        Assert.EndsWith(" 0 faults\n", tested.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grants-director.docx", "audit finding|negotiate ..4 indirect cost rate|risk-base monitoring")]
    [InlineData("cyber-chief.pdf", "detect ..4 intrusion|elect official|security engineer")]
    [InlineData("harbor-deputy.txt", "oil spill response|enforce ..4 safety rule")]
    public void Phrases_are_made_of_a_qualifications_own_words(string file, string phrases) => Assert.All(
        phrases.Split('|'), phrase => Assert.Contains($"when: [\"{phrase}\"]", File.ReadAllText(PackOf(file)), StringComparison.Ordinal));

    private const string TwoPages = """
        Job title: Director of Shores

        Mandatory Technical Qualifications (MTQs)

        MTQ 1: Demonstrated experience in managing large grant programs for flood protection or coastal restoration.

        MTQ 2: Demonstrated experience in negotiating agreements with tribal governments on shared water projects.

        Desirable: experience with the National Environmental Policy Act.

        How to apply

        Submit a resume of no more than two pages. Do not submit narratives. Font 11 points or larger.
        """;

    [Fact]
    public void What_is_only_desirable_belongs_to_no_qualification_and_a_limit_holds_for_the_paper_that_is_asked_for()
    {
        var yaml = File.ReadAllText(PackOf(Add("shores.txt", TwoPages)));

        Assert.DoesNotContain("Environmental", yaml, StringComparison.Ordinal);
        Assert.Contains("  - kind: resume\n    pages: 2\n    font-size: 11\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("kind: narrative", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_technical_qualification_that_a_resume_leaves_out_is_the_first_thing_to_do()
    {
        var resume = Add("resume.md", """
            # Experience

            - Managed a grant program for flood protection in nine counties and cut its errors by 40 percent.
            - Coached three supervisors every week and mentored two of them into director posts.
            - Led a team of 12 analysts through the merger of two offices.

            # Education

            - MPA, 2004
            """);
        var report = EcqRun.Of("check", resume, "--kind", "resume", "--vacancy", PackOf(Add("shores.txt", TwoPages)), "--format", "json");

        Assert.Equal("Nothing in the draft shows Technical Qualification 2.", JsonNode.Parse(report.Out)!["suggestions"]![0]!["problem"]!.GetValue<string>());
    }

    [Fact]
    public void What_could_not_be_found_is_said()
    {
        var told = EcqRun.Of("rules", "new", "--from", Fixture("harbor-deputy.txt"), "-o", Path.Combine(_folder, "new.yaml"));

        Assert.Equal((ExitCode.Done, ""), (told.ExitCode, told.Out));
        Assert.Contains("2 technical qualifications", told.Error, StringComparison.Ordinal);
        Assert.Contains("not found: a limit of characters, font, size of type, margins", told.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be told: Your ECQ narrative may not exceed 10 pages", Made("grants-director.docx").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_announcement_without_qualifications_makes_no_pack()
    {
        var from = Add("plain.txt", "Director of Things\n\nThe director directs things from nine to five on every day of the week.\n");
        var told = EcqRun.Of("rules", "new", "--from", from, "-o", Path.Combine(_folder, "new.yaml"));

        Assert.Equal(ExitCode.UnreadableInput, told.ExitCode);
        Assert.Contains("no numbered technical qualification was found", told.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "new.yaml")));
    }

    [Fact]
    public void A_file_that_is_there_is_never_overwritten()
    {
        var there = Add("mine.yaml", "precious");
        var told = EcqRun.Of("rules", "new", "--from", Fixture("harbor-deputy.txt"), "-o", there);

        Assert.Equal(ExitCode.WrongUsage, told.ExitCode);
        Assert.Equal("precious", File.ReadAllText(there));
    }

    [Fact]
    public async Task A_draft_is_scored_on_technical_qualifications_beside_the_ecqs()
    {
        var run = Check("--format", "json");
        var report = JsonNode.Parse(run.Out)!;
        var scores = report["scores"]!["competencies"]!.AsArray().ToDictionary(score => score!["competency"]!.GetValue<string>(), score => score!);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Empty(await CheckSchema.FindFaults(run.Out));
        Assert.Equal("ses-drw-26-0142", report["framework"]!["id"]!.GetValue<string>());
        Assert.InRange(scores["tq-1"]["rung"]!.GetValue<int>(), 3, 5);
        Assert.InRange(scores["tq-2"]["rung"]!.GetValue<int>(), 3, 5);
        Assert.Equal(0, scores["tq-3"]["rung"]!.GetValue<int>());
        Assert.Contains("strategic-thinking", scores.Keys);
        Assert.Equal(
            ["leading-change", "leading-people", "tq-1", "tq-2"],
            report["sections"]!.AsArray().Select(section => section!["ecq"]?.GetValue<string>()).OfType<string>());
        Assert.Contains(
            report["checks"]!.AsArray(), check => check!["message"]!.GetValue<string>().Contains("Technical Qualification 3", StringComparison.Ordinal));

        var text = Check().Out;
        Assert.Contains("Technical Qualification 1", text, StringComparison.Ordinal);
        Assert.Contains("TQ 1 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Frameworks_of_packs_are_listed_and_shown_with_their_file()
    {
        var pack = PackOf("grants-director.docx");
        var list = EcqRun.Of("frameworks", "list", "--rules", pack);
        var show = EcqRun.Of("frameworks", "show", "ses-drw-26-0142", "--rules", pack);

        Assert.Equal((ExitCode.Done, ""), (list.ExitCode, list.Error));
        Assert.Contains($"    yours: {pack}, over opm-2006; taken where a draft has its headings, or you ask for it", list.Out, StringComparison.Ordinal);
        Assert.Single(list.Out.Split('\n'), line => line.Contains("yours:", StringComparison.Ordinal));
        Assert.Contains("Technical Qualification 3", show.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("frameworks", "show", "ses-drw-26-0142").ExitCode);
    }

    [Fact]
    public void Among_packs_the_vacancy_whose_headings_a_draft_has_is_taken_for_it()
    {
        var answers = Add("answers.md", Draft);
        var ecqs = Add("ecqs.md", Draft[..Draft.IndexOf("# MTQ", StringComparison.Ordinal)]);
        string FrameworkOf(string draft, string packs, out string reason)
        {
            var framework = JsonNode.Parse(EcqRun.Of("check", draft, "--rules", packs, "--format", "json").Out)!["framework"]!;
            reason = framework["reason"]!.GetValue<string>();
            return framework["id"]!.GetValue<string>();
        }

        var pack = PackOf("grants-director.docx");
        Assert.Equal("ses-drw-26-0142", FrameworkOf(answers, pack, out var reason));
        Assert.Contains("'Technical Qualification 2'", reason, StringComparison.Ordinal);
        Assert.Equal("opm-2006", FrameworkOf(ecqs, pack, out _));

        // Two vacancies with two qualifications each: the draft does not say which it answers.
        var both = Directory.CreateDirectory(Path.Combine(_folder, "both")).FullName;
        File.Copy(pack, Path.Combine(both, "grants.yaml"));
        File.Copy(PackOf("harbor-deputy.txt"), Path.Combine(both, "harbor.yaml"));
        Assert.Equal("opm-2006", FrameworkOf(answers, both, out _));
    }

    [Fact]
    public void Under_the_vacancy_the_ecqs_score_as_they_do_without_it()
    {
        string Scores(EcqRun run) => string.Join('\n', JsonNode.Parse(run.Out)!["scores"]!["competencies"]!.AsArray()
            .Where(score => !score!["competency"]!.GetValue<string>().StartsWith("tq-", StringComparison.Ordinal))
            .Select(score => score!.ToJsonString()));
        var ecqs = Add("ecqs.md", Draft[..Draft.IndexOf("# MTQ", StringComparison.Ordinal)]);

        Assert.Equal(
            Scores(EcqRun.Of("check", ecqs, "--format", "json", "--framework", "opm-2006")),
            Scores(EcqRun.Of("check", ecqs, "--format", "json", "--vacancy", PackOf("grants-director.docx"))));
    }

    [Fact]
    public void A_graduate_of_a_candidate_development_program_leaves_the_ecqs_out()
    {
        var report = JsonNode.Parse(Check("--format", "json", "--cdp-graduate").Out)!;

        Assert.Equal(
            ["tq-1", "tq-2", "tq-3"],
            report["scores"]!["competencies"]!.AsArray().Select(score => score!["competency"]!.GetValue<string>()));
        Assert.DoesNotContain(
            report["checks"]!.AsArray(), check => check!["message"]!.GetValue<string>().Contains("Results Driven", StringComparison.Ordinal));
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("check", DraftFile(), "--cdp-graduate").ExitCode);
    }

    [Fact]
    public void The_limits_of_the_vacancy_are_checked_and_those_of_its_base_where_it_has_none()
    {
        var pack = PackOf("cyber-chief.pdf");
        var draft = Add("long.md", "# TQ 1\n\n" + string.Join(' ', Enumerable.Repeat("I ran the security operations center of the service and closed it twice.", 70)));
        var found = JsonNode.Parse(EcqRun.Of("check", draft, "--vacancy", pack, "--kind", "narrative", "--format", "json").Out)!["checks"]!.AsArray();

        Assert.Contains(found, check => check!["message"]!.GetValue<string>().Contains("and 4,000 are allowed", StringComparison.Ordinal));
        Assert.Contains("at most 8000 characters", EcqRun.Of("frameworks", "show", "opm-2006").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vacancy_with_faults_stops_the_check_with_all_of_them()
    {
        var pack = Add("broken.yaml", File.ReadAllText(PackOf("harbor-deputy.txt")).Replace("base: opm-2006", "base: opm-2060", StringComparison.Ordinal));
        var run = EcqRun.Of("check", DraftFile(), "--vacancy", pack);

        Assert.Equal((ExitCode.UnreadableInput, ""), (run.ExitCode, run.Out));
        Assert.Contains("there is no framework 'opm-2060' to build on; did you mean 'opm-2006'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vacancy_brings_its_framework()
    {
        Assert.Equal(ExitCode.WrongUsage, Check("--framework", "opm-2006").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("check", DraftFile(), "--vacancy", Add("x.yaml", "suppress: []\n")).ExitCode);
        Assert.Equal(ExitCode.UnreadableInput, EcqRun.Of("check", DraftFile(), "--vacancy", Path.Combine(_folder, "none.yaml")).ExitCode);
    }

    private EcqRun Check(params string[] arguments) =>
        EcqRun.Of(["check", DraftFile(), "--vacancy", PackOf("grants-director.docx"), .. arguments]);

    private string PackOf(string announcement)
    {
        var pack = Path.Combine(_folder, announcement + ".yaml");
        if (!File.Exists(pack))
        {
            Made(announcement);
        }

        return pack;
    }

    private EcqRun Made(string announcement)
    {
        var target = Path.Combine(_folder, announcement + ".yaml");
        File.Delete(target);
        return EcqRun.Of("rules", "new", "--from", Fixture(announcement), "-o", target);
    }

    private static string Fixture(string name) => Repository.Path("tests", "fixtures", "announcements", name);

    private string DraftFile() => Add("draft.md", Draft);

    private string Add(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        File.WriteAllText(full, text);
        return full;
    }
}
