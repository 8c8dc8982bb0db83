using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Checks;

public sealed class CheckTests
{
    private static readonly Rulebook Book = Rulebook.LoadYaml(null);

    public static TheoryData<string> Ids => [.. Book.Checks.All.Select(check => check.Id)];

    /// <summary>The numbers of the catalogue of writing rules: F1 to F11, C1 to C19, V1 to V13.</summary>
    public static TheoryData<string> WritingRules =>
    [
        .. Enumerable.Range(1, 11).Select(number => $"F{number}"),
        .. Enumerable.Range(1, 19).Select(number => $"C{number}"),
        .. Enumerable.Range(1, 13).Select(number => $"V{number}"),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_finds_its_hits_and_passes_its_misses(string id)
    {
        var faults = new Faults();
        new CheckTester(TestEngine.Pipeline, faults).Test([Book.Checks.All.Single(check => check.Id == id)]);
        Assert.Empty(faults.Found);
    }

    [Theory]
    [MemberData(nameof(WritingRules))]
    public void Every_writing_rule_has_a_check_or_a_reason_why_it_has_none(string rule)
    {
        var checks = Book.Checks.All.Where(check => check.Rules.Contains(rule)).ToList();

        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.True(check.Kind is not NotCheckedKind { Because.Length: < 20 }));
    }

    [Fact]
    public void A_check_names_no_writing_rule_that_the_catalogue_has_not()
    {
        var known = WritingRules.Select(row => row.Data).ToHashSet();
        Assert.All(Book.Checks.All.SelectMany(check => check.Rules), rule => Assert.Contains(rule, known));
    }

    [Fact]
    public void Every_message_asks() =>
        Assert.All(Book.Checks.All, check => Assert.EndsWith("?", check.Message));

    [Fact]
    public void Every_kind_of_check_stands_in_the_list_and_in_use()
    {
        var classes = typeof(ICheckKind).Assembly.GetTypes().Count(type => type.IsClass && type.IsAssignableTo(typeof(ICheckKind)));
        var used = Book.Checks.All.Select(check => check.Kind.GetType()).Distinct().Count();

        Assert.Equal((classes, classes), (CheckKinds.All.Length, used));
    }

    [Fact]
    public void Checks_are_the_same_from_yaml_and_compiled()
    {
        static string Render(Check check) =>
            $"{check.Place} {check.Id} {check.Severity} {check.Kinds} {check.Message} "
            + string.Join(' ', check.Kind.Phrases.SelectMany(phrase => phrase.When.Concat(phrase.Unless))
                .Select(program => $"{program.Pattern.Text} {string.Join(' ', program.Instructions.Select(i => $"{i.Operation} {i.Next} {i.Token?.Text}"))}"));

        Assert.Equal(Book.Checks.All.Select(Render), Rulebook.LoadCompiled().Checks.All.Select(Render));
    }

    /// <summary>Who tells a draft changes how every sentence of it is read.</summary>
    [Fact]
    public void What_changes_how_all_else_is_read_stands_first_among_findings_as_grave()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Story, "leading-people"),
            "She was responsible for the budget of four offices.", "She helped with the plan of the bureau.", "She merged two offices in March.", "She closed a third.");

        var weakening = analysis.Findings.Where(finding => finding.Severity == Severity.Weakens).Select(finding => finding.Check).Distinct().ToList();
        Assert.Equal("voice.third-person", weakening[0]);
        Assert.True(weakening.Count > 2);
        Assert.Equal(analysis.Findings.OrderByDescending(finding => (int)finding.Severity).Select(finding => finding.Check), analysis.Findings.Select(finding => finding.Check));
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
    [InlineData("{id: a, severity: advice, kinds: [story], message: m, source: s}", "ECQ440")]
    [InlineData("{id: a, severity: advice, kinds: [story], message: m, source: s, phrase: {find: []}}", "ECQ442")]
    [InlineData("{id: a, severity: mild, kinds: [story], message: m, source: s, acronyms: {known: [A]}}", "ECQ105")]
    [InlineData("{id: a, severity: advice, kinds: [tale], message: m, source: s, acronyms: {known: [A]}}", "ECQ105")]
    [InlineData("{id: a, severity: advice, kinds: [], message: m, source: s, acronyms: {known: [A]}}", "ECQ443")]
    [InlineData("{id: a, severity: advice, kinds: [story], message: m, source: s, balance: {at-least: 5}}", "ECQ444")]
    [InlineData("{id: a, severity: advice, kinds: [story], message: m, source: s, phrase: {find: [no (way]}}", "ECQ110")]
    [InlineData("{id: voice.hedges, severity: advice, kinds: [story], message: m, source: s, acronyms: {known: [A]}}", "ECQ441")]
    public void A_fault_is_reported_by_its_code(string entry, string code)
    {
        var faults = new Faults();
        var twin = "{id: voice.hedges, severity: advice, kinds: [story], message: m, source: s, acronyms: {known: [A]}}";
        var files = Written.Files(("checks/test.yaml", $"checks:\n  - {twin}\n  - {entry}"));
        CheckLoader.Load(files, RuleSet.Load(files, [], RulesWritten.Weights, faults), faults);
        Assert.Contains(faults.Found, fault => fault.Code == code);
    }

    [Theory]
    [InlineData("hits: [I seek to win.], misses: [I won.]", "ECQ447")]
    [InlineData("hits: [\"<<I>> sought to win.\"], misses: [I won.]", "ECQ447")]
    [InlineData("hits: [I sought to win.], misses: [I sought to lose.]", "ECQ448")]
    [InlineData("hits: [I sought to win.]", "ECQ446")]
    public void A_failing_example_is_a_fault(string examples, string code)
    {
        var faults = new Faults();
        var files = Written.Files((
            "checks/test.yaml",
            $"checks:\n  - {{id: voice.hedges, severity: advice, kinds: [story], message: m, source: s, phrase: {{find: [=sought to]}}, {examples}}}"));
        var rules = RuleSet.Load(files, [], RulesWritten.Weights, faults);
        var checks = CheckLoader.Load(files, rules, faults);
        new CheckTester(TestEngine.PipelineOf(checks), faults).Test(checks.All);
        Assert.Contains(faults.Found, fault => fault.Code == code);
    }

    [Fact]
    public void The_gravest_findings_come_first()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Narrative),
            "# Leading People", "I was responsible for the QZPR.", "# Results Driven", "I cut various backlogs and numerous waits.");
        var severities = analysis.Findings.Select(finding => finding.Severity).ToList();

        Assert.Equal(severities.OrderDescending(), severities);
        Assert.Equal(Severity.Blocks, severities[0]);
    }

    [Fact]
    public void Scores_come_without_findings_where_only_they_are_asked_for()
    {
        Analysis Analyze(AnalysisScope scope) => TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Narrative) { Scope = scope },
            [.. Enumerable.Repeat("I led a team of 12 analysts through the QZPR merger of various and numerous offices.", 9)]);
        var (whole, scores) = (Analyze(AnalysisScope.Whole), Analyze(AnalysisScope.Scores));

        Assert.NotEmpty(whole.Findings);
        Assert.Empty(scores.Findings);
        Assert.Empty(scores.Suggestions);
        Assert.Equal(whole.Competencies.Select(score => score.Accomplishment), scores.Competencies.Select(score => score.Accomplishment));
    }

    [Theory]
    [InlineData("In 2021 I led the merger of two laboratories.", "The new agreement funds it through 2030.", 2021)]
    [InlineData("I led the merger of two laboratories.", "I ran the joint laboratory until 2019.", 2019)]
    [InlineData("In 2021 I led the merger of two laboratories.", "The board will look at it again in 2027.", 2021)]
    public void Today_is_the_newest_year_that_the_draft_looks_back_on(string first, string second, int today) => Assert.Equal(
        today, YearsTold.Of(TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Story), first, second).Document, null).Today);

    [Fact]
    public void Age_is_counted_from_the_day_asked_for()
    {
        Analysis Analyze(int year) => TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Story) { AsOf = new DateOnly(year, 6, 1) },
            "In 2012 I merged two offices and cut the wait from 61 to 19 days.");

        Assert.DoesNotContain(Analyze(2022).Findings, finding => finding.Check == "content.old");
        Assert.Contains(Analyze(2023).Findings, finding => finding.Check == "content.old");
    }

    [Fact]
    public void Essays_of_merit_hiring_are_measured_and_not_judged()
    {
        var analysis = TestEngine.Analyze(
            AnalysisOptions.Auto,
            "How has your commitment to the Constitution inspired you to pursue this role?",
            "I led the QZPR merger of two offices and was responsible for various partners. I believe in service.",
            "How would you use your skills and experience to improve government efficiency?",
            string.Concat(Enumerable.Repeat("I cut the wait from 61 to 19 days in a year. ", 30)).Trim());

        Assert.Equal(GradableStatus.OffTopic, analysis.Gradable.Status);
        Assert.Contains("written them alone", analysis.Gradable.Reason);
        Assert.Empty(analysis.Suggestions);
        Assert.Equal(["format.essay-words", "voice.acronyms"], analysis.Findings.Select(finding => finding.Check).Distinct());
    }

    [Theory]
    [InlineData("How I meet the qualifications", "Cut the wait from 61 to 19 days.", "voice.first-person-in-resume", false)]
    [InlineData("How they are met", "I cut the wait from 61 to 19 days.", "voice.first-person-in-resume", true)]
    [InlineData("Education", "Degree of the QZPR in Madras, 1999", "voice.acronyms", false)]
    [InlineData("Experience", "Moved the QZPR records of two offices in six weeks.", "voice.acronyms", true)]
    public void What_stands_in_a_heading_or_under_education_is_no_fault(string heading, string line, string check, bool isFound)
    {
        var findings = TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Resume), "# Summary", "Led the merger of two offices.", $"# {heading}", line).Findings;

        Assert.Equal(isFound, findings.Any(finding => finding.Check == check));
    }

    [Fact]
    public void A_guessed_narrative_is_not_told_that_its_form_is_not_accepted()
    {
        string[] lines = ["The center built a network of 34 states.", "The council paid $88 million for it.", "It gave warning eleven days before the first case."];

        Assert.DoesNotContain(TestEngine.Analyze(AnalysisOptions.Auto, lines).Findings, finding => finding.Check == "format.separate-narratives");
        Assert.Contains(TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Narrative), lines).Findings, finding => finding.Check == "format.separate-narratives");
    }

    [Fact]
    public void A_part_that_is_labelled_is_not_called_missing_and_its_label_opens_nothing()
    {
        var findings = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Narrative),
            "# Leading People", "Situation: Auditors left and nobody came.", "Task: Bring turnover down.", "Action: I introduced a rotation. I paid for night classes.", "Result: Turnover is 9%.").Findings;

        Assert.DoesNotContain(findings, finding => finding.Check is "content.ccar" or "content.ccar-part" && finding.Message.Contains("context", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Check == "content.opening" && finding.Message.Contains("'Auditors left", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_shown_no_deeds_are_said_to_show_a_little()
    {
        var findings = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Narrative), "# Leading People", "I possess excellent executive judgment.", "I love developing others, and my door is open to everybody who wants to talk to me about the work or about what comes next.").Findings;

        Assert.Contains(findings, finding => finding.Message.StartsWith("Deeds show none of the 3 competencies of Leading People. ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Advised the Administrator in writing to withdraw a tariff. [Accountability]", false)]
    [InlineData("Chief of the office, with a staff of nine. [Accountability]", true)]
    public void A_bare_name_behind_a_deed_is_its_tag(string line, bool isClaim)
    {
        var findings = TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Resume), "# Experience", $"- {line}").Findings;

        Assert.Equal(isClaim, findings.Any(finding => finding.Check == "voice.claims"));
    }

    [Fact]
    public void The_year_in_a_name_is_not_today()
    {
        var findings = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Narrative), "# Leading People", "In 2015 I merged two offices and cut the wait from 61 to 19 days.",
            "# Achieving Results", "In 2022 I wrote the 2030 strategy, and the council adopted it.").Findings;

        Assert.DoesNotContain(findings, finding => finding.Check == "content.old");
    }

    [Fact]
    public void Degrees_on_the_line_of_the_name_need_no_spelling_out() => Assert.DoesNotContain(
        TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Resume), "# Colleen Adair, QZP, Rqx", "# Experience", "Merged two offices and cut the wait.").Findings,
        finding => finding.Check == "voice.acronyms");
}
