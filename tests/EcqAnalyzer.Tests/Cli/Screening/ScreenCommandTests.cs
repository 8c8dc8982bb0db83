using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Tests.Support;
using NJsonSchema;

namespace EcqAnalyzer.Tests.Cli.Screening;

public sealed class ScreenCommandTests : IDisposable
{
    private readonly ScreenedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_draft_has_a_line_by_the_schema_in_order_of_path()
    {
        _folder.Put("bert/strong.docx", File.ReadAllBytes(Repository.Path("corpus", "samples", "strong-resume.docx")));
        _folder.Put("anna/weak.pdf", File.ReadAllBytes(Repository.Path("corpus", "samples", "weak-results-driven.pdf")));
        _folder.Put("cara.txt", "I led.");
        _folder.Put("dora.docx", "");
        _folder.Put("emil.txt", " \n\n");

        var run = _folder.Run();

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Equal(
            [("anna/weak.pdf", "anna"), ("bert/strong.docx", "bert"), ("cara.txt", "cara"), ("dora.docx", "dora"), ("emil.txt", "emil")],
            _folder.Results.Select(line => ((string)line["file"]!, (string)line["client"]!)));
        Assert.Equal(["ok", "ok", "too-short", null, null], _folder.Results.Select(line => (string?)line["gradable"]?["status"]));
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "screen.schema.json"), TestContext.Current.CancellationToken);
        Assert.All(_folder.Results, line => Assert.Empty(schema.Validate(line.ToJsonString()).Select(fault => fault.ToString())));
        Assert.Contains("dora.docx: error ECQ202: this file is empty", run.Error);
        Assert.Contains("emil.txt: error ECQ202: this file holds white space alone", run.Error);
        Assert.Contains("5 drafts: 3 read, 0 known from an earlier run, 2 not read", run.Error);
    }

    [Fact]
    public void A_file_given_for_the_folder_is_called_one()
    {
        var run = EcqRun.Of("screen", Repository.Path("README.md"), "-o", Path.Combine(Path.GetTempPath(), "ecq-none"));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("README.md is a file: give the folder that holds the drafts", run.Error);
    }

    [Theory]
    [InlineData("strong-resume.docx")]
    [InlineData("leading-people.pdf")]
    public void A_draft_stands_where_check_puts_it(string sample)
    {
        var path = Repository.Path("corpus", "samples", sample);
        _folder.Put(sample, File.ReadAllBytes(path));

        _folder.Run();

        var check = System.Text.Json.Nodes.JsonNode.Parse(EcqRun.Of("check", path, "--format", "json").Out)!;
        var screened = Assert.Single(_folder.Results);
        Assert.Equal(
            check["scores"]!["competencies"]!.AsArray().Select(each => ((string)each!["competency"]!, (int)each["rung"]!, (decimal)each["accomplishment"]!)),
            screened["competencies"]!.AsArray().Select(each => ((string)each!["competency"]!, (int)each["rung"]!, (decimal)each["accomplishment"]!)));
        Assert.Equal((string)check["file"]!["sha256"]!, (string)screened["sha256"]!);
    }

    [Fact]
    public void What_did_not_change_is_not_read_again_whatever_it_is_called()
    {
        _folder.Put("anna/a.txt", ScreenedFolder.Narrative(1));
        _folder.Put("bert/b.txt", ScreenedFolder.Narrative(2));
        _folder.Run();
        var written = _folder.Written();

        Assert.Contains("0 read, 2 known", _folder.Run().Error);
        Assert.Equal(written, _folder.Written());

        Directory.Move(Path.Combine(_folder.Drafts, "bert"), Path.Combine(_folder.Drafts, "carl"));
        _folder.Put("anna/a.txt", ScreenedFolder.Narrative(3));
        Assert.Contains("1 read, 1 known", _folder.Run().Error);
        Assert.Contains("2 read, 0 known", _folder.Run("--framework", "opm-2006").Error);
    }

    [Fact]
    public void A_draft_that_changes_has_a_trend()
    {
        _folder.Put("anna.txt", "ECQ 2: Leading People\n\n" + string.Join('\n', Enumerable.Repeat("Responsible for coaching and developing a staff of 24 across three divisions of the agency.", 5)));
        _folder.Run();
        _folder.Put("anna.txt", ScreenedFolder.Narrative(1));
        _folder.Run();

        Assert.Contains("<polyline", _folder.Page);
        Assert.Matches("<span>0 → [1-9]</span>", _folder.Page);
    }

    [Fact]
    public void Reports_are_written_beside_and_written_again_where_one_is_gone()
    {
        _folder.Put("anna/draft.docx", File.ReadAllBytes(Repository.Path("corpus", "samples", "strong-resume.docx")));
        _folder.Put("anna/draft.txt", ScreenedFolder.Narrative(1));
        _folder.Run("--reports", "html, docx");
        string[] expected = ["draft.docx.checked.docx", "draft.docx.html", "draft.txt.docx", "draft.txt.html"];
        var reports = Path.Combine(_folder.Output, "reports", "anna");
        Assert.Equal(expected, Directory.GetFiles(reports).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("href=\"reports/anna/draft.docx.checked.docx\"", _folder.Page);
        var written = _folder.Written();

        File.Delete(Path.Combine(reports, "draft.txt.html"));
        File.WriteAllText(Path.Combine(reports, "draft.txt.html.4711.tmp"), "left by a run that was killed");
        Assert.Contains("1 read, 1 known", _folder.Run("--reports", "html,docx").Error);

        Assert.Equal(written, _folder.Written());
    }

    [Fact]
    public void A_report_that_a_file_does_not_allow_leaves_its_result_standing()
    {
        _folder.Put(new string('n', 240) + ".txt", ScreenedFolder.Narrative(1));
        _folder.Put("macro.dotm", File.ReadAllBytes(Repository.Path("corpus", "samples", "strong-resume.docx")));

        var run = _folder.Run("--reports", "docx,html");

        Assert.Equal(2, _folder.Results.Count(line => line["error"] is null));
        Assert.All(Directory.GetFiles(Path.Combine(_folder.Output, "reports")), file => Assert.InRange(Path.GetFileName(file).Length, 1, 255));
        Assert.Contains("0 not read", run.Error);
    }

    [Fact]
    public void Files_that_are_no_drafts_are_counted_and_marks_of_open_ones_passed_over()
    {
        _folder.Put("anna.txt", ScreenedFolder.Narrative(1));
        _folder.Put("photo.JPG", "x");
        _folder.Put("~$anna.docx", "x");
        _folder.Put(".hidden/b.txt", "x");
        _folder.Put("anna.txt.ecq.yaml", "suppress: []");

        _folder.Run();

        Assert.Single(_folder.Results);
        Assert.Contains("1 × .jpg", _folder.Page);
    }

    [Fact]
    public void Results_below_the_drafts_are_no_drafts()
    {
        _folder.Put("anna.txt", ScreenedFolder.Narrative(1));
        var below = Path.Combine(_folder.Drafts, "results");

        EcqRun.Of("screen", _folder.Drafts, "-o", below, "--reports", "docx");
        var run = EcqRun.Of("screen", _folder.Drafts, "-o", below, "--reports", "docx");

        Assert.Contains("1 draft: 0 read, 1 known", run.Error);
    }

    [Theory]
    [InlineData("no folder", "no-such-folder", "-o", "out")]
    [InlineData("a folder of its own", ".", "-o", ".")]
    [InlineData("there is no report as 'pptx'", ".", "-o", "below", "--reports", "pptx")]
    [InlineData("--jobs '0'", ".", "-o", "below", "--jobs", "0")]
    [InlineData("{client}", ".", "-o", "below", "--client", "*")]
    [InlineData("Option '--output' is required", ".")]
    public void Wrong_usage_is_one_line(string message, params string[] arguments)
    {
        var run = EcqRun.Of(["screen", .. arguments.Select(each => each is "." or "below" or "out" ? Path.Combine(_folder.Drafts, each) : each)]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.False(Directory.Exists(Path.Combine(_folder.Drafts, "below")));
    }

    [Fact]
    public void Where_no_store_can_be_made_nobody_is_told_to_delete_one()
    {
        var results = Path.Combine(_folder.Drafts, "below");
        Directory.CreateDirectory(Path.Combine(results, "screen.db"));

        var run = EcqRun.Of("screen", _folder.Drafts, "-o", results);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("nothing may be written there; give another place", run.Error);
        Assert.DoesNotContain("delete", run.Error);
    }

    [Fact]
    public void A_watch_takes_up_what_is_saved_and_ends_when_it_is_told()
    {
        _folder.Put("anna.txt", ScreenedFolder.Narrative(1));
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        var order = new ScreenOrder(_folder.Drafts, _folder.Output, new WorkerOrder(null, null, null), new ClientNames(null), [], 1)
        {
            IsWatching = true,
            BetweenLooks = TimeSpan.FromMilliseconds(50),
            Stop = stop.Token,
        };
        var exit = -1;
        var run = new Thread(() => exit = new ScreenRun(order, new Workbench(), new Streams(Stream.Null, TextWriter.Null, error)).Run());
        run.Start();
        WaitFor(() => _folder.Results.Count == 1);

        _folder.Put("bert.txt", ScreenedFolder.Narrative(2));
        WaitFor(() => _folder.Results.Count == 2);
        File.Delete(Path.Combine(_folder.Drafts, "anna.txt"));
        WaitFor(() => _folder.Results.Count == 1 && (string)_folder.Results[0]["file"]! == "bert.txt");
        stop.Cancel();
        run.Join();

        Assert.Equal(ExitCode.Done, exit);
    }

    /// <summary>Until it holds; the tests' own limit ends what never does.</summary>
    private static void WaitFor(Func<bool> holds) => SpinWait.SpinUntil(() =>
    {
        try
        {
            return holds() || TestContext.Current.CancellationToken.IsCancellationRequested;
        }
        catch (IOException)
        {
            return false;
        }
    });
}
