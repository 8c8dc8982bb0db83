using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests;

/// <summary>The commands of the README do what they say: each runs here, and none is only described.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string> Commands =>
        [.. File.ReadAllLines(Repository.Path("README.md")).Where(line => line.StartsWith("ecq ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_runs(string line)
    {
        var words = line.Split('"') is [var before, var quoted, _]
            ? [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), quoted]
            : line.Split(' ');
        var arguments = words.Skip(1)
            .Select(word => word.StartsWith("corpus/", StringComparison.Ordinal) ? Repository.Path(word) : word);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = Ecq.Run([.. arguments], new Streams(Stream.Null, output, error));

        Assert.True(exit == ExitCode.Done, error.ToString());
        Assert.NotEmpty(output.ToString());
    }

    [Fact]
    public void The_readme_opens_with_the_two_commands()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));

        Assert.Contains("dotnet run --project src/EcqAnalyzer.Cli -c Release -- check corpus/samples/leading-people.docx", readme);
        Assert.Contains("bash test.sh", readme);
        Assert.True(Commands.Count >= 8);
    }
}
