using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Packs;

/// <summary>Rules and checks that somebody keeps silent, with a reason, in the file beside a draft or in a pack.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Text = """
        LEADING PEOPLE

        Responsible for coaching and developing a staff of 24 across three divisions.
        Responsible for the budget of the office and the shift plan of its crews.
        I rebuilt the team of ten around two crews and paired every new clerk with a senior one.
        I mediated the dispute over shifts, and both sides signed a one-page agreement.
        Within nine months turnover fell from 31 to 8 percent, and the agency adopted our schedule in all six regions.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-silent-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_rule_kept_silent_beside_the_draft_is_listed_with_its_reason_and_count()
    {
        Add("draft.txt.ecq.yaml", "suppress:\n  - {id: type.duty.responsible, reason: The agency's form asks for it.}\n");
        var run = Check("--format", "json");
        var silent = Assert.Single(JsonNode.Parse(run.Out)!["suppressed"]!.AsArray())!;

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Empty(await CheckSchema.FindFaults(run.Out));
        Assert.Equal("type.duty.responsible", silent["id"]!.GetValue<string>());
        Assert.Equal("The agency's form asks for it.", silent["reason"]!.GetValue<string>());
        Assert.Equal("draft.txt.ecq.yaml", silent["from"]!.GetValue<string>());
        Assert.Equal(2, silent["times"]!.GetValue<int>());

        var report = string.Join(' ', Check().Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("type.duty.responsible – The agency's form asks for it.", report, StringComparison.Ordinal);
        Assert.Contains("would have spoken 2 times", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_kept_silent_finds_nothing_and_is_counted()
    {
        var ids = JsonNode.Parse(Check("--format", "json").Out)!["checks"]!.AsArray().Select(check => check!["id"]!.GetValue<string>()).ToList();
        var id = ids[0];
        Add("draft.txt.ecq.yaml", $"suppress:\n  - id: {id}\n    reason: A test.\n");
        var report = JsonNode.Parse(Check("--format", "json").Out)!;

        Assert.DoesNotContain(report["checks"]!.AsArray(), check => check!["id"]!.GetValue<string>() == id);
        Assert.Equal(ids.Count(each => each == id), report["suppressed"]![0]!["times"]!.GetValue<int>());
    }

    [Fact]
    public void Without_a_reason_nothing_is_kept_silent_and_the_fault_is_told()
    {
        Add("draft.txt.ecq.yaml", "suppress:\n  - id: type.duty.responsible\n  - {id: type.duty.responsable, reason: No such rule.}\n");
        var run = Check("--format", "json");

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains(
            "draft.txt.ecq.yaml(2,9): error ECQ153: 'type.duty.responsible' is suppressed without a reason", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'type.duty.responsible'?", run.Error, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(run.Out)!["suppressed"]);
    }

    [Fact]
    public void A_pack_keeps_silent_in_every_draft_and_in_tag()
    {
        Add("packs/silent.yaml", "suppress:\n  - {id: type.duty.responsible, reason: Told in class.}\n");
        var packs = Path.Combine(_folder, "packs");
        var tagged = EcqRun.WithInput(
            """{"id":1,"kind":"narrative","sentences":["I am responsible for the budget."]}""" + "\n", "tag", "--rules", packs);

        Assert.Equal("Told in class.", JsonNode.Parse(tagged.Out)!["suppressed"]![0]!["reason"]!.GetValue<string>());
        Assert.Equal(2, JsonNode.Parse(Check("--format", "json", "--rules", packs).Out)!["suppressed"]![0]!["times"]!.GetValue<int>());
    }

    private EcqRun Check(params string[] arguments)
    {
        var draft = Add("draft.txt", Text);
        return EcqRun.Of(["check", draft, "--framework", "opm-2006", "--kind", "narrative", .. arguments]);
    }

    private string Add(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
