using System.Text;
using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Tests.Cli.Screening;

/// <summary>A folder of drafts and one for the results, and what a screening made of them.</summary>
internal sealed class ScreenedFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public ScreenedFolder() => Directory.CreateDirectory(Drafts);

    public string Drafts => Path.Combine(_root, "drafts");

    public string Output => Path.Combine(_root, "out");

    public string Page => File.ReadAllText(Path.Combine(Output, "overview.html"));

    public List<JsonNode> Results => [.. File.ReadAllLines(Path.Combine(Output, "results.jsonl")).Select(line => JsonNode.Parse(line)!)];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public void Put(string path, byte[] bytes)
    {
        var file = Path.Combine(Drafts, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public void Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    /// <summary>A short narrative that is like no other number's.</summary>
    public static string Narrative(int number) => $"""
        ECQ 2: Leading People

        When I took over the permit office, {number} of its posts stood empty and the union had filed a grievance against my predecessor.
        I rebuilt team {number} around two crews, paired every new clerk with a senior one, and met the union each Friday for a year.
        Within nine months turnover fell from {number + 20} to 8 percent, and the agency adopted our schedule in all six regions.
        I coached four supervisors through their first budgets; three of them now lead offices of their own in other regions.
        """;

    public EcqRun Run(params string[] options) => EcqRun.Of(["screen", Drafts, "-o", Output, .. options]);

    /// <summary>As the command runs it, with limits of the test's own.</summary>
    public (int Exit, string Error) Run(FileLimits limits, ChildProgram? worker = null)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var order = new ScreenOrder(Drafts, Output, new WorkerOrder(null, null, null), new ClientNames(null), [], 2)
        {
            Limits = limits,
            Progress = ProgressForm.Lines,
            Program = worker ?? ChildProgram.OfThisProgram(ScreenWorkerProgram.Argument),
        };
        var exit = new ScreenRun(order, new Workbench(), new Streams(Stream.Null, TextWriter.Null, error)).Run();
        return (exit, error.ToString());
    }

    /// <summary>Every file of the results but the store, with its bytes as text.</summary>
    public Dictionary<string, string> Written() => Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith(ScreenStore.FileName, StringComparison.Ordinal))
        .ToDictionary(file => Path.GetRelativePath(Output, file), file => Convert.ToHexString(File.ReadAllBytes(file)));
}
