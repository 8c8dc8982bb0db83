using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private const string Text = """
        LEADING PEOPLE

        When I took over the permit office, four of its ten posts stood empty and the union had filed a grievance.
        I rebuilt the team of ten around two crews and paired every new clerk with a senior one.
        I mediated the dispute over shifts, and both sides signed a one-page agreement.
        Within nine months turnover fell from 31 to 8 percent.
        I am a leader who values diversity.
        Responsible for coaching and developing a staff of 24 across three divisions.
        I led the office through the move to a new building without closing for a day.
        The agency adopted our schedule in all six regions.
        Every clerk now has a development plan that I review each quarter.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_draft_gets_its_report()
    {
        var run = EcqRun.Of("check", Draft("draft.txt"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("draft.txt\nplain text, ", run.Out);
        Assert.Contains("opm-20", run.Out);
        Assert.Contains("not a prediction", run.Out.ReplaceLineEndings(" "));
        Assert.DoesNotContain("\u001b", run.Out);
    }

    [Fact]
    public void Of_white_space_alone_there_is_no_report_and_the_others_are_done()
    {
        var blank = Path.Combine(_folder, "blank.txt");
        File.WriteAllText(blank, " \n\t\n");

        var run = EcqRun.Of("check", blank, Draft("draft.txt"));

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.StartsWith("draft.txt\n", run.Out);
        Assert.Equal($"{blank}: error ECQ202: this file holds white space alone and no text; check that it was saved\n", run.Error);
    }

    [Fact]
    public async Task The_json_of_a_real_draft_is_what_the_schema_says()
    {
        var run = EcqRun.Of("check", Draft("draft.txt"), "--format", "json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(await CheckSchema.FindFaults(run.Out));
    }

    [Fact]
    public void Every_tag_says_which_rules_which_words_and_what_the_classifier_weighed()
    {
        var report = JsonNode.Parse(EcqRun.Of("check", Draft("draft.txt"), "--format", "json", "--framework", "opm-2006").Out)!;
        var text = report["text"]!.GetValue<string>();
        string Words(JsonNode at) => text.Substring(at["start"]!.GetValue<int>(), at["length"]!.GetValue<int>());

        Assert.All(report["sentences"]!.AsArray(), sentence =>
        {
            var evidence = sentence!["evidence"]!.AsArray();
            foreach (var shown in sentence["competencies"]!.AsArray())
            {
                var rules = evidence.Where(each => each!["for"]!.GetValue<string>() == "competency" && each["by"]!.GetValue<string>() == "rule"
                    && each["id"]!.GetValue<string>() == shown!["id"]!.GetValue<string>());
                Assert.Equal(
                    shown!["rules"]!.AsArray().Select(rule => rule!.GetValue<string>()),
                    rules.Select(each => each!["source"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal));
            }

            Assert.All(evidence, each => Assert.Contains(Words(each!), sentence["text"]!.GetValue<string>(), StringComparison.Ordinal));
        });
        var weighed = report["sentences"]!.AsArray().SelectMany(sentence => sentence!["evidence"]!.AsArray())
            .Where(each => each!["by"]!.GetValue<string>() == "classifier" && each["words"] is not null).ToList();
        Assert.NotEmpty(weighed);
        Assert.All(weighed, each => Assert.All(each!["words"]!.AsArray(), words =>
        {
            Assert.NotEqual("", Words(words!).Trim());
            Assert.True(words!["weight"]!.GetValue<double>() > 0);
        }));
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes() => Assert.Equal(
        EcqRun.Of("check", Draft("draft.txt"), "--format", "json").Out,
        EcqRun.Of("check", Draft("draft.txt"), "--format", "json").Out);

    [Fact]
    public void Provenance_names_the_rules_and_the_model()
    {
        var report = JsonNode.Parse(EcqRun.Of("check", Draft("draft.txt"), "--format", "json").Out)!;
        var names = report["engine"]!["rulesAndModels"]!.AsArray().Select(hashed => hashed!["name"]!.GetValue<string>());

        Assert.Contains("rules/scoring.yaml", names);
        Assert.Contains("models/annotator/annotator.bin", names);
    }

    [Fact]
    public void A_dash_is_standard_input() =>
        Assert.StartsWith("stdin\n", EcqRun.WithInput(Text, "check", "-").Out);

    [Fact]
    public void A_draft_that_cannot_be_read_is_one_line_and_the_others_are_still_done()
    {
        var run = EcqRun.Of("check", Path.Combine(_folder, "missing.docx"), Draft("draft.txt"));

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("missing.docx", Assert.Single(run.Error.TrimEnd('\n').Split('\n')));
        Assert.StartsWith("draft.txt\n", run.Out);
    }

    [Fact]
    public void The_ending_of_the_output_says_its_format()
    {
        var output = Path.Combine(_folder, "report.json");
        var run = EcqRun.Of("check", Draft("draft.txt"), "-o", output);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Out));
        Assert.Equal(1, JsonNode.Parse(File.ReadAllText(output))!["schemaVersion"]!.GetValue<int>());
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Several_drafts_go_into_a_folder_one_report_each()
    {
        var output = Path.Combine(_folder, "reports") + "/";
        Assert.Equal(
            ExitCode.Done, EcqRun.Of("check", Draft("a.txt"), Draft("b.txt"), "--format", "json", "-o", output).ExitCode);

        Assert.Equal(["a.txt.json", "b.txt.json"], Directory.GetFiles(output).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_draft_is_never_overwritten()
    {
        var draft = Draft("draft.txt");
        var run = EcqRun.Of("check", draft, "-o", draft);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Equal(Text, File.ReadAllText(draft));
    }

    [Fact]
    public void An_output_that_fails_half_way_leaves_the_old_one()
    {
        var output = Path.Combine(_folder, "report.txt");
        File.WriteAllText(output, "old");

        Assert.Throws<UsageException>(() => OutputFile.Write(output, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("the disk is full");
        }));
        Assert.Equal("old", File.ReadAllText(output));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_missed_threshold_is_exit_code_1_and_says_what_missed_it()
    {
        var run = EcqRun.Of("check", Draft("draft.txt"), "--framework", "opm-2006", "--fail-on", "rung:5");

        Assert.Equal(ExitCode.ThresholdMissed, run.ExitCode);
        Assert.Contains("below rung 5: ", run.Error);
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public void A_draft_without_a_score_misses_every_threshold()
    {
        var run = EcqRun.WithInput("Too short.", "check", "-", "--fail-on", "blocks");

        Assert.Equal(ExitCode.ThresholdMissed, run.ExitCode);
        Assert.Contains("No score", run.Out);
    }

    [Fact]
    public void Extract_prints_one_paragraph_a_line()
    {
        var run = EcqRun.WithInput("One paragraph\nthat was broken here.\n\nAnother.\n", "extract", "-");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(run.Out.TrimEnd('\n').Split('\n'), line => Assert.NotEmpty(line));
        Assert.EndsWith("Another.\n", run.Out);
    }

    private string Draft(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, Text);
        return path;
    }
}
