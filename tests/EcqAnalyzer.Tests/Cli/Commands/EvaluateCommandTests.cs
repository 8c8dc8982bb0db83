using System.Text.Json;
using System.Xml.Linq;
using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Narrative = """
        id: aa-001
        kind: story
        framework: opm-2006
        ecq: null
        quality: mixed
        setting: a permit office
        sentences:
          - text: "When I came to the permit office, nine of its forty clerks had left within a year."
            type: challenge
            person: i
            measured: true
          - text: "I coached three supervisors every week and mentored two of them into director posts."
            type: action
            competencies: [developing-others]
            person: i
            measured: false
          - text: "I am responsible for the annual budget of the office."
            type: duty
            competencies: [financial-management]
            person: i
            measured: false
        ratings:
          developing-others: 3
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecq-evaluate");

    public EvaluateCommandTests()
    {
        File.WriteAllText(At("aa-001.yaml"), Narrative);
        File.WriteAllText(At("aa-002.yaml"), Narrative.Replace("aa-001", "aa-002").Replace("permit", "harbor").Replace("three", "four").Replace("annual", "yearly"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_report_tells_figures_and_what_they_mean()
    {
        var run = Run();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 texts, 6 sentences", run.Out);
        Assert.Contains("accomplishment / duty / neither, accuracy", run.Out);
        Assert.Contains("developing-others", run.Out);
        Assert.Contains("best at 0", run.Out);
        Assert.All(run.Out.Split('\n'), line => Assert.DoesNotContain("NaN", line));
    }

    [Theory]
    [InlineData("rules", "rules alone")]
    [InlineData("classifier", "the classifier alone")]
    [InlineData("fused", "the program as it stands")]
    public void Rules_and_classifier_are_measured_apart_and_together(string source, string says)
    {
        var run = EcqRun.Of("evaluate", "--corpus", _folder.FullName, "--part", "all", "--source", source);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains(says, run.Out);
    }

    [Fact]
    public void A_report_as_JSON_is_the_same_on_every_run()
    {
        var (first, again) = (Run("--format", "json"), Run("--format", "json"));

        Assert.Equal(first.Out, again.Out);
        using var json = JsonDocument.Parse(first.Out);
        Assert.Equal(6, json.RootElement.GetProperty("judged").GetArrayLength());
        Assert.DoesNotContain("supervisors", first.Out);
    }

    [Fact]
    public void Against_an_earlier_report_it_tells_what_moved_and_which_sentences()
    {
        Run("--format", "json", "-o", At("before.json"));
        Assert.Contains("No figure moved.", Run("--against", At("before.json")).Out);

        File.WriteAllText(At("before.json"), File.ReadAllText(At("before.json"))
            .Replace("""{"at": "aa-001/2", "type": "action", "shown": ["developing-others"]}""", """{"at": "aa-001/2", "type": "duty", "shown": []}"""));
        var run = Run("--against", At("before.json"));

        Assert.Contains("aa-001/2: duty -> action, developing-others (labelled action)", run.Out);
        Assert.Contains("I coached three supervisors", run.Out);
    }

    [Fact]
    public void What_is_neither_a_file_nor_a_revision_is_wrong_usage()
    {
        var run = Run("--against", "no-such-revision");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("'no-such-revision' is no file", run.Error);
    }

    [Fact]
    public void Pictures_stand_by_themselves()
    {
        var run = Run("--format", "svg", "-o", At("pictures"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var pictures = Directory.GetFiles(At("pictures"), "*.svg");
        Assert.Equal(3, pictures.Length);
        Assert.All(pictures, path =>
        {
            var svg = XDocument.Load(path);
            Assert.Equal("title", svg.Root!.Elements().First().Name.LocalName);
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject");
            Assert.Contains("prefers-color-scheme: dark", File.ReadAllText(path));
        });
    }

    [Fact]
    public void Sentences_of_a_gold_file_are_measured_and_never_shown()
    {
        File.WriteAllText(At("gold.jsonl"), """
            {"doc":"d1","kind":"bio","n":1,"text":"I coached three supervisors every week.","type":"action","competencies":["developing-others"],"second":{"type":"action","competencies":[]}}
            """);
        Run("--gold", At("gold.jsonl"), "--format", "json", "-o", At("before.json"));
        File.WriteAllText(At("before.json"), File.ReadAllText(At("before.json")).Replace("\"type\": \"action\", \"shown\"", "\"type\": \"duty\", \"shown\""));

        var run = Run("--gold", At("gold.jsonl"), "--against", At("before.json"));

        Assert.Contains("read by two", run.Out);
        Assert.Contains("d1/1: duty", run.Out);
        Assert.DoesNotContain("supervisors", run.Out);
    }

    [Fact]
    public void Rules_are_measured_one_by_one()
    {
        var run = EcqRun.Of("evaluate", "--rules", "--corpus", _folder.FullName);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("Stable, and hardly ever seen", run.Out);
        Assert.Contains("opm-2006/developing-others", run.Out);
        using var json = JsonDocument.Parse(EcqRun.Of("evaluate", "--rules", "--corpus", _folder.FullName, "--format", "json").Out);
        Assert.Contains(json.RootElement.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("right").GetInt32() == 2);
    }

    [Theory]
    [InlineData("there is no such folder", "--corpus", "no-such-folder")]
    [InlineData("there is no such file", "--gold", "no-such-file.jsonl")]
    public void What_is_not_there_is_told(string says, params string[] arguments)
    {
        var run = EcqRun.Of(["evaluate", .. arguments]);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains(says, run.Error);
    }

    [Theory]
    [InlineData("--format svg makes three pictures", "--format", "svg")]
    [InlineData("ask for one at a time", "--rules", "--annotator")]
    [InlineData("--annotator needs --treebanks", "--annotator")]
    public void What_cannot_be_measured_is_wrong_usage(string says, params string[] arguments)
    {
        var run = EcqRun.Of(["evaluate", .. arguments]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(says, run.Error);
    }

    private EcqRun Run(params string[] arguments) =>
        EcqRun.Of(["evaluate", "--corpus", _folder.FullName, "--part", "all", "--source", "rules", .. arguments]);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
