using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;
using NJsonSchema;

namespace EcqAnalyzer.Tests.Cli.Commands;

public sealed class PlanCommandTests : IDisposable
{
    private static readonly string Resume = Repository.Path("corpus", "samples", "strong-resume.docx");
    private static readonly string Narrative = Repository.Path("corpus", "samples", "weak-results-driven.docx");

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-plan").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("strong-resume.docx")]
    [InlineData("weak-results-driven.pdf")]
    [InlineData("leading-people.txt")]
    public async Task The_json_of_a_sample_is_what_the_schema_says(string sample)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "plan.schema.json"), TestContext.Current.CancellationToken);

        var run = EcqRun.Of("plan", Repository.Path("corpus", "samples", sample), "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Empty(schema.Validate(run.Out));
    }

    [Fact]
    public void Duties_in_a_weak_narrative_are_gaps_with_the_writers_own_words()
    {
        var plan = JsonNode.Parse(EcqRun.Of("plan", Narrative, "--format", "json", "--gaps", "9").Out)!;

        var duty = plan["gaps"]!.AsArray().First(gap => gap!["sort"]!.GetValue<string>() == "duty")!;
        Assert.Contains("only as a duty of the post: \u201c", duty["says"]!.GetValue<string>());
        Assert.Equal(3, duty["objectives"]!.AsArray().Count);
    }

    [Fact]
    public void Courses_of_a_catalog_stand_with_the_gap_they_are_for()
    {
        var catalog = Write("courses.csv", "competency;title;hours\r\nopm-2025/civic-mindedness;\"Field visits; weekly\";24\r\n");

        var run = EcqRun.Of("plan", Resume, "--catalog", catalog);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("Field visits; weekly (24 hours)", run.Out);
        Assert.Contains("Nothing in the catalog is for it.", run.Out);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_told_and_the_plan_is_made_all_the_same()
    {
        var catalog = Write("courses.csv", "competency,title\ncivic-mindednes,One\ncivic-mindedness,Two\n");

        var run = EcqRun.Of("plan", Resume, "--catalog", catalog);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Equal($"{catalog}(2,1): error ECQ481: there is no competency 'civic-mindednes'; did you mean 'civic-mindedness'?; this row is left out\n", run.Error);
        Assert.Contains("Two", run.Out);
        Assert.Contains("1 row could not be used", run.Out);
    }

    [Fact]
    public void A_catalog_that_is_no_table_is_one_line_and_the_plan_is_made_without()
    {
        var catalog = Write("courses.csv", "competency,title\n\"open,One\n");

        var run = EcqRun.Of("plan", Resume, "--catalog", catalog);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.StartsWith($"{catalog}(2,1): error ECQ208: ", run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("The gaps, the weightiest first", run.Out);
        Assert.DoesNotContain("From your catalog", run.Out);
    }

    [Fact]
    public void Only_as_many_gaps_as_asked_for_get_objectives()
    {
        var plan = JsonNode.Parse(EcqRun.Of("plan", Narrative, "--format", "json", "--gaps", "2").Out)!;

        Assert.Equal(2, plan["gaps"]!.AsArray().Count(gap => gap!["objectives"]!.AsArray().Count > 0));
    }

    [Fact]
    public void Wrong_usage_is_told_before_any_work()
    {
        var catalog = Write("courses.csv", "competency,title\n");

        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("plan", Resume, "--gaps", "0").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("plan", Resume, "-o", Resume).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("plan", Resume, "--catalog", catalog, "-o", catalog).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("plan", Resume, "-o", "plan.pptx").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("plan", "-", "--catalog", "-").ExitCode);
        Assert.Equal("competency,title\n", File.ReadAllText(catalog));
    }

    [Fact]
    public void A_missing_draft_is_one_line_and_exit_code_3()
    {
        var run = EcqRun.Of("plan", Path.Combine(_folder, "none.docx"));

        Assert.Equal((ExitCode.UnreadableInput, ""), (run.ExitCode, run.Out));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
