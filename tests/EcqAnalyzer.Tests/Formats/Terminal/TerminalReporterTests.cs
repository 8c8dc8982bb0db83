using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Terminal;

public sealed class TerminalReporterTests
{
    private const ReportParts Everything = ReportParts.Tags | ReportParts.Shares;

    [Theory]
    [InlineData(1, "")]
    [InlineData(0.584, "58 % sure")]
    [InlineData(0, "not told by the draft")]
    public void What_nothing_tells_is_not_zero_percent_sure(double confidence, string words) =>
        Assert.Equal(words, Wording.Sureness(confidence));

    [Fact]
    public void The_report_of_a_draft() =>
        Snapshot.Match("reports/sample.txt", Render(SampleAnalysis.Create(), ReportStyle.Plain));

    [Fact]
    public void The_report_with_its_shares_and_tags() => Snapshot.Match(
        "reports/sample-tags.txt", Render(SampleAnalysis.Create(), ReportStyle.Plain with { Parts = Everything }));

    [Fact]
    public void The_report_in_ascii_on_a_narrow_terminal() => Snapshot.Match(
        "reports/sample-narrow.txt",
        Render(SampleAnalysis.Create(), new ReportStyle(48, HasColor: false, HasUnicode: false, Everything)));

    [Fact]
    public void A_draft_without_a_score_says_why_and_shows_no_numbers()
    {
        var report = Render(SampleAnalysis.Ungradable(), ReportStyle.Plain);

        Assert.Contains("No score", report);
        Assert.Contains("It has 7 sentences, and 8 are needed.", report);
        Assert.DoesNotContain("What the draft shows", report);
    }

    [Fact]
    public void What_was_not_looked_for_is_never_called_not_found()
    {
        var report = Render(SampleAnalysis.Create(), ReportStyle.Plain);
        report = Regex.Replace(report, @"\s+", " ");

        var notLookedFor = Regex.Match(report, @"Not looked for.*?\.").Value;
        Assert.Contains("Accountability", notLookedFor);
        Assert.Contains("Building Coalitions (all 2)", notLookedFor);
        Assert.Equal(1, Regex.Count(report, "Accountability"));
    }

    [Fact]
    public void A_range_stands_in_place_of_a_number_that_needs_a_reader()
    {
        var row = Render(SampleAnalysis.Create(), ReportStyle.Plain).Split('\n').First(line => line.StartsWith("? "));

        Assert.Contains("Conflict Management", row);
        Assert.Contains(" 8–52 ", row);
        Assert.DoesNotContain(" 26 ", row);
    }

    [Fact]
    public void Findings_of_one_check_stand_together_with_their_places()
    {
        var report = Squeezed(Render(WithFindings(
            new Finding("a", Severity.Advice, new TextSpan(15, 20), "'When' is vague.") { Words = "'When'" },
            new Finding("a", Severity.Advice, new TextSpan(122, 123), "'I' is vague.") { Words = "'I'" }), ReportStyle.Plain));

        Assert.Contains("advice 'When' is vague. page 1, paragraph 2", report);
        Assert.Contains("and 1 more: 'I' (page 1, paragraph 3)", report);
        Assert.DoesNotContain("'I' is vague.", report);
    }

    [Fact]
    public void The_gravest_findings_stand_first_and_the_rest_is_counted_once_a_screen_is_full()
    {
        var findings = Enumerable.Range(1, 40).Select(number => new Finding(
            $"check-{number}", number <= 20 ? Severity.Advice : Severity.Weakens, null, $"Finding number {number}.")).ToArray();
        var report = Squeezed(Render(WithFindings(findings), ReportStyle.Plain));

        Assert.Contains("weakens Finding number 21.", report);
        Assert.Contains("10 more checks found something in 10 places (10 advice); --why shows all.", report);
        Assert.DoesNotContain("Finding number 11.", report);
        Assert.Contains("Finding number 20.", Squeezed(Render(
            WithFindings(findings), ReportStyle.Plain with { Parts = ReportParts.Main | ReportParts.Shares })));
    }

    [Fact]
    public void Headings_and_labels_stand_once_among_the_tags_and_count_among_no_sentences()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Narrative),
            "Leading People", "# The depot", "Challenge", "When I took over the depot, 600 repair orders were waiting.", "Action",
            "I persuaded the mechanics to try a second shift.", "•", "Result", "The backlog fell by 80 percent.");
        var report = Render(analysis, ReportStyle.Plain with { Parts = Everything });
        var tags = report[report.IndexOf("with its tags", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim()).ToList();

        Assert.All(["Leading People", "The depot", "Challenge", "Action", "Result"], heading => Assert.Single(tags, line => line == heading));
        Assert.DoesNotContain(tags, line => line.StartsWith("other", StringComparison.Ordinal) && !line.Contains('•'));
        Assert.Contains("3 sentences", report);
        var counts = Regex.Matches(Squeezed(report[report.IndexOf("  sentences", StringComparison.Ordinal)..]), @"\d+(?= (tell|what|set))");
        Assert.Equal(3, counts.Sum(count => int.Parse(count.Value)));
    }

    [Fact]
    public void Words_that_the_advice_quotes_do_not_stand_at_its_place_too()
    {
        var sample = SampleAnalysis.Create();
        var quoting = sample with { Suggestions = [sample.Suggestions[0] with { Problem = "A duty: “Responsible for coaching”." }] };

        Assert.Equal(1, Regex.Count(Render(quoting, ReportStyle.Plain), "“Responsible for"));
    }

    [Theory]
    [InlineData(1, "1 more is in")]
    [InlineData(2, "2 more are in")]
    public void What_is_left_for_the_page_is_counted(int more, string said)
    {
        var sample = SampleAnalysis.Create();
        var advised = sample with { Suggestions = [.. Enumerable.Repeat(sample.Suggestions[0], 5 + more)] };

        Assert.Contains(said, Squeezed(Render(advised, ReportStyle.Plain)));
    }

    [Fact]
    public void A_resume_is_not_asked_for_headings_of_ecqs()
    {
        var resume = SampleAnalysis.Create() with { Kind = new Choice<DraftKind>(DraftKind.Resume, "You said so.", 1) };

        Assert.Contains("Nothing found for any competency of Results Driven.", Squeezed(Render(resume, ReportStyle.Plain)));
    }

    [Fact]
    public void Without_colour_there_is_no_escape_code() =>
        Assert.DoesNotContain("\u001b", Render(SampleAnalysis.Create(), ReportStyle.Plain with { Parts = Everything }));

    [Fact]
    public void Colour_adds_codes_and_changes_no_word()
    {
        var plain = ReportStyle.Plain with { Parts = Everything };
        var colored = Render(SampleAnalysis.Create(), plain with { HasColor = true });

        Assert.Contains("\u001b[", colored);
        Assert.Equal(
            Trimmed(Render(SampleAnalysis.Create(), plain)), Trimmed(Regex.Replace(colored, "\u001b\\[[0-9;]*m", "")));
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal() => Gen.Int[40, 120].Sample(width =>
    {
        var style = new ReportStyle(width, HasColor: false, HasUnicode: true, Everything);
        var widest = Render(SampleAnalysis.Create(), style).Split('\n').Max(line => Printable.Cells(line));
        return widest <= Math.Min(width, 100);
    }, iter: 50);

    [Fact]
    public void Ascii_is_all_that_a_plain_terminal_gets()
    {
        var report = Render(SampleAnalysis.Create(), new ReportStyle(80, HasColor: false, HasUnicode: false, Everything));

        Assert.All(report, character => Assert.True(char.IsAscii(character), $"'{character}'"));
    }

    [Theory]
    [InlineData("a\u001b[31mred", "a[31mred")]
    [InlineData("\u202Eevil\u202C\u0007", "evil")]
    [InlineData("two\r\nlines\tand   a gap", "two lines and a gap")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    public void A_draft_cannot_command_the_terminal(string text, string printed) =>
        Assert.Equal(printed, Printable.Of(text, hasUnicode: true));

    [Theory]
    [InlineData("it’s “so” – 5…", "it's \"so\" - 5...")]
    [InlineData("• 審", "* ?")]
    public void Ascii_takes_the_nearest_sign(string text, string printed) =>
        Assert.Equal(printed, Printable.Of(text, hasUnicode: false));

    private static string Render(Analysis analysis, ReportStyle style)
    {
        using var stream = new MemoryStream();
        new TerminalReporter(style).Write(analysis, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Analysis WithFindings(params Finding[] findings) => SampleAnalysis.Create() with { Findings = [.. findings] };

    private static string Squeezed(string report) => Regex.Replace(report, @"\s+", " ");

    private static string Trimmed(string report) =>
        string.Join('\n', report.Split('\n').Select(line => line.TrimEnd()));
}
