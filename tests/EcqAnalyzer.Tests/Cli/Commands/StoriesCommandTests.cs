using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;
using NJsonSchema;

namespace EcqAnalyzer.Tests.Cli.Commands;

/// <summary>A candidate with three drafts: a resume as PDF, a narrative as Word, and the same narrative as text.</summary>
public sealed class StoriesCommandTests : IDisposable
{
    private static readonly string[] Drafts =
        [.. new[] { "strong-resume.pdf", "leading-people.docx", "leading-people.txt" }.Select(name => Repository.Path("corpus", "samples", name))];

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-stories").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Three_drafts_make_one_report()
    {
        var run = Stories("--fit", "1");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Snapshot.Match("reports/stories.txt", run.Out);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_markdown_holds_the_plan_the_matrix_and_the_lines() => Snapshot.Match("reports/stories.md", Stories("--fit", "1", "--format", "md").Out);

    [Fact]
    public async Task The_json_is_what_the_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "stories.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Stories("--fit", "1", "--format", "json").Out));
        Assert.Empty(schema.Validate(EcqRun.WithInput("Not much.", "stories", "-", "--format", "json").Out));
    }

    [Fact]
    public void A_story_points_at_its_words()
    {
        var report = JsonNode.Parse(Stories("--format", "json").Out)!;

        Assert.NotEmpty(report["stories"]!.AsArray());
        Assert.All(report["stories"]!.AsArray(), story =>
        {
            var text = EcqRun.Of("check", Drafts[story!["draft"]!.GetValue<int>()], "--format", "json").Out;
            Assert.Equal(
                JsonNode.Parse(text)!["text"]!.GetValue<string>().Substring(story["start"]!.GetValue<int>(), story["length"]!.GetValue<int>()),
                story["text"]!.GetValue<string>());
        });
    }

    [Fact]
    public void The_same_drafts_give_the_same_bytes()
    {
        foreach (var ending in new[] { "txt", "json", "html", "xlsx", "csv", "md" })
        {
            Assert.Equal(Written(ending, "one"), Written(ending, "two"));
        }
    }

    [Fact]
    public void The_workbook_is_valid_and_the_matrix_holds_numbers()
    {
        var path = Path.Combine(_folder, "stories.xlsx");
        Assert.Equal(ExitCode.Done, Stories("--fit", "1", "-o", path).ExitCode);

        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => error.Description));
        Assert.Equal(
            ["Strengths", "Rungs", "Stories", "Plan", "Told twice", "Lines", "About"],
            book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
        var csv = Stories("--format", "csv").Out.Split("\r\n");
        Assert.StartsWith("\uFEFFDraft,Story,Place,First words,Knowledge of the American System of Government,", csv[0]);
        Assert.Contains(csv, line => line.StartsWith("strong-resume.pdf,A1,") && line.EndsWith(",,"));
    }

    [Fact]
    public void A_draft_that_cannot_be_read_is_one_line_and_the_others_are_done()
    {
        var run = EcqRun.Of("stories", Path.Combine(_folder, "none.docx"), Drafts[2]);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Contains("leading-people.txt", run.Out);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("two")]
    public void A_number_of_pages_that_is_none_is_said(string pages)
    {
        var run = EcqRun.Of("stories", Drafts[0], "--fit", pages);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains($"--fit '{pages}' is no number from 1 to 50", run.Error);
    }

    [Fact]
    public void A_draft_is_never_overwritten_and_standard_input_is_read_once()
    {
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("stories", Drafts[2], "-o", Drafts[2]).ExitCode);
        Assert.Contains("only one of the drafts", EcqRun.Of("stories", "-", "-").Error);
    }

    [Fact]
    public void Under_a_vocabulary_nothing_is_planned()
    {
        var run = EcqRun.Of("stories", Drafts[2], "--framework", "action-logics");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Under this framework nothing is scored", run.Out);
    }

    private static EcqRun Stories(params string[] options) => EcqRun.Of(["stories", .. Drafts, .. options]);

    private byte[] Written(string ending, string name)
    {
        var path = Path.Combine(_folder, $"{name}.{ending}");
        Assert.Equal(ExitCode.Done, Stories("--fit", "2", "-o", path).ExitCode);
        return File.ReadAllBytes(path);
    }
}
