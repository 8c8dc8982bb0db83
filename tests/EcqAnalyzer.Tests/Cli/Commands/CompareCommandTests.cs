using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;
using NJsonSchema;

namespace EcqAnalyzer.Tests.Cli.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-compare").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Twenty_known_edits_are_all_named_and_nothing_else()
    {
        var (old, @new) = WriteVersions();

        var changes = Json(EcqRun.Of("compare", old, @new, "--format", "json"))["changes"]!.AsArray()
            .Where(change => Text(change, "kind") != "same")
            .Select(change => new KnownEdit(Text(change, "kind"), Joined(change, "old"), Joined(change, "new")))
            .ToList();

        Assert.Equal(20, KnownEdit.All.Length);
        Assert.All(KnownEdit.All, edit => Assert.Contains(edit, changes));
        Assert.Equal(20, changes.Count);
    }

    [Fact]
    public void The_report_numbers_every_change_and_says_what_it_did()
    {
        var (old, @new) = WriteVersions();

        var report = EcqRun.Of("compare", old, @new);

        Assert.Equal(ExitCode.Done, report.ExitCode);
        Assert.Contains("Sentences: 2 moved, 7 edited, 2 split, 2 merged, 3 added, 4 gone;", report.Out);
        Assert.Contains(" 20. ", report.Out);
        Assert.DoesNotContain(" 21. ", report.Out);
        Assert.Contains("[240]", report.Out);
        Assert.Contains("duty → action", report.Out);
    }

    [Fact]
    public async Task The_json_is_what_the_schema_says()
    {
        var (old, @new) = WriteVersions();
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "compare.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(EcqRun.Of("compare", old, @new, "--format", "json").Out));
        Assert.Empty(schema.Validate(EcqRun.Of("compare", Aged(@new), @new, "--format", "json").Out));
    }

    /// <summary>The shifts of the changes and what lies in sentences that stayed make the whole difference.</summary>
    [Fact]
    public void What_the_changes_did_adds_up()
    {
        var (old, @new) = WriteVersions();
        var report = Json(EcqRun.Of("compare", old, @new, "--format", "json"));

        Assert.All(report["competencies"]!.AsArray(), competency =>
        {
            var id = Text(competency, "competency");
            var shifts = report["changes"]!.AsArray()
                .Where(change => Text(change, "kind") != "same")
                .SelectMany(change => change!["shifts"]!.AsArray())
                .Where(shift => Text(shift, "competency") == id)
                .Sum(shift => shift!["accomplishment"]!.GetValue<decimal>());
            Assert.Equal(
                competency!["new"]!["accomplishment"]!.GetValue<decimal>() - competency["old"]!["accomplishment"]!.GetValue<decimal>(),
                shifts + competency["rest"]!.GetValue<decimal>());
        });
    }

    [Theory]
    [InlineData("leading-people.docx")]
    [InlineData("strong-resume.pdf")]
    [InlineData("mixed-building-coalitions.docx")]
    public void A_saved_report_of_the_same_draft_shows_no_change_and_no_other_rules(string sample)
    {
        var draft = Repository.Path("corpus", "samples", sample);
        var saved = Path.Combine(_folder, "saved.json");
        EcqRun.Of("check", draft, "-o", saved);

        var report = Json(EcqRun.Of("compare", saved, draft, "--format", "json"));

        Assert.All(report["changes"]!.AsArray(), change => Assert.Equal("same", Text(change, "kind")));
        Assert.All(report["competencies"]!.AsArray(), change => Assert.Equal(change!["old"]!.ToJsonString(), change["new"]!.ToJsonString()));
        Assert.All(
            ["parts", "competencies", "types", "noLongerFound", "nowFound"],
            key => Assert.Equal("[]", report["version"]![key]!.ToJsonString()));
    }

    [Fact]
    public void What_other_rules_made_is_told_apart_from_what_the_writer_changed()
    {
        var (_, @new) = WriteVersions();

        var report = EcqRun.Of("compare", Aged(@new), @new);

        Assert.Contains("Nothing: all", report.Out);
        Assert.DoesNotContain("What it did", report.Out);
        Assert.Contains("What you did not change", report.Out);
        Assert.Contains("version 0.0.1", report.Out);
        Assert.Contains("rules/scoring.yaml", report.Out);
        Assert.Contains("1 sentence is taken for another type", report.Out);
    }

    [Theory]
    [InlineData("{\"schemaVersion\": 1}")]
    [InlineData("{\"schemaVersion\": 1, \"text\": ")]
    [InlineData("{\"schemaVersion\": 99}")]
    public void What_is_no_whole_report_is_one_line_and_exit_code_3(string content)
    {
        var (old, _) = WriteVersions();
        var report = Path.Combine(_folder, "broken.json");
        File.WriteAllText(report, content);

        var run = EcqRun.Of("compare", report, old);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.StartsWith($"{report}: error ECQ207: ", run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_missing_version_is_one_line_and_exit_code_3()
    {
        var (old, _) = WriteVersions();

        var run = EcqRun.Of("compare", old, Path.Combine(_folder, "none.docx"));

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_version_is_never_overwritten()
    {
        var (old, @new) = WriteVersions();

        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("compare", old, @new, "-o", old).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("compare", "-", "-").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, EcqRun.Of("compare", old, @new, "-o", "what.pptx").ExitCode);
    }

    /// <summary>A report on the draft as another version of the program might have made it: other rules, another rung, another
    /// type.</summary>
    private string Aged(string draft)
    {
        var report = Json(EcqRun.Of("check", draft, "--format", "json"));
        report["engine"]!["version"] = "0.0.1";
        report["engine"]!["rulesAndModels"]!.AsArray().First(part => Text(part, "name") == "rules/scoring.yaml")!["sha256"] = new string('0', 64);
        report["scores"]!["competencies"]![0]!["rung"] = report["scores"]!["competencies"]![0]!["rung"]!.GetValue<int>() == 5 ? 4 : 5;
        var sentence = report["sentences"]!.AsArray().First(each => Text(each, "type") != "challenge");
        sentence!["type"] = "challenge";
        var path = Path.Combine(_folder, "aged.json");
        File.WriteAllText(path, report.ToJsonString());
        return path;
    }

    private (string Old, string New) WriteVersions()
    {
        var text = File.ReadAllText(Repository.Path("corpus", "samples", "leading-people.txt"));
        var (old, @new) = (Path.Combine(_folder, "old.txt"), Path.Combine(_folder, "new.txt"));
        File.WriteAllText(old, text);
        File.WriteAllText(@new, KnownEdit.MakeAll(text));
        return (old, @new);
    }

    private static JsonNode Json(EcqRun run) => JsonNode.Parse(run.Out)!;

    private static string Text(JsonNode? node, string key) => node![key]!.GetValue<string>();

    private static string Joined(JsonNode? change, string key) =>
        string.Join(" | ", change![key]!.AsArray().Select(sentence => Text(sentence, "text")));
}
