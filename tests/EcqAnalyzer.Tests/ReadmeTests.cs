using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests;

/// <summary>The commands of the README do what they say: each runs here, and none is only described. Those of the workshop depend
/// on each other and run in <see cref="Cli.Grading.WalkThroughTests"/>.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Program = "./ecq ";

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public static TheoryData<string> Commands =>
        [.. File.ReadAllLines(Repository.Path("README.md")).Where(line => line.StartsWith(Program, StringComparison.Ordinal)
            && !line.StartsWith($"{Program}grade ", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_runs(string line)
    {
        var words = Words(line);
        var outputs = words.Where((_, at) => at > 0 && words[at - 1] is "-o" or "--summary").ToList();

        var run = EcqRun.Of([.. words.Select(word =>
            word.StartsWith("corpus/", StringComparison.Ordinal) ? Repository.Path(word)
            : outputs.Contains(word) ? Path.Combine(_folder, word)
            : word)]);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.True(outputs.Count > 0 || run.Out.Length + run.OutBytes.Length > 0);
        Assert.All(outputs, path => Assert.True(Path.Exists(Path.Combine(_folder, path)), path));
    }

    [Fact]
    public void The_line_for_tag_in_the_readme_is_answered()
    {
        var line = File.ReadAllLines(Repository.Path("README.md")).Single(each => each.StartsWith("echo ", StringComparison.Ordinal));
        var (quoted, command) = (line.Split('\'')[1], line[line.IndexOf(Program, StringComparison.Ordinal)..]);

        var run = EcqRun.WithInput(quoted + "\n", Words(command));

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("\"id\":\"a1\"", run.Out + System.Text.Encoding.UTF8.GetString(run.OutBytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_opens_with_the_two_commands()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));

        Assert.Contains("dotnet run --project src/EcqAnalyzer.Cli -c Release -- check corpus/samples/leading-people.docx", readme);
        Assert.Contains("bash test.sh", readme);
        Assert.True(Commands.Count >= 8);
    }

    [Fact]
    public void What_the_readme_links_in_the_repository_is_there()
    {
        var links = Link().Matches(File.ReadAllText(Repository.Path("README.md"))).Select(match => match.Groups["path"].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }

    /// <summary>The words after the program's name; one part may stand in quotes, at the end.</summary>
    private static string[] Words(string line)
    {
        var arguments = line[Program.Length..];
        return arguments.Split('"') is [var before, var quoted, _]
            ? [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), quoted]
            : arguments.Split(' ');
    }

    /// <summary>A link or a picture that is neither on the web nor within the page.</summary>
    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
