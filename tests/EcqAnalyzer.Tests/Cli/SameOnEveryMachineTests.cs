using System.Diagnostics;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Tests.Cli;

/// <summary>Scores are the same on every machine: what is said does not depend on what the processor can do at once.</summary>
public sealed class SameOnEveryMachineTests
{
    private const string Line = """
        {"id":1,"sentences":["In 2021 the oldest of 41,000 claims had waited 14 months.","I moved both teams into one hall, and the wait fell to 4 months."]}
        """;

    /// <summary>The runtime's own switches for instructions, newest first.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVXVNNI")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void An_older_processor_answers_the_same_to_the_byte(string instructions)
    {
        var answer = Tag(null);

        Assert.Contains("\"type\":\"action\"", answer, StringComparison.Ordinal);
        Assert.Equal(answer, Tag(instructions));
    }

    private static string Tag(string? without)
    {
        var program = ChildProgram.OfThisProgram("tag");
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, "--framework", "opm-2006"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (without is not null)
        {
            start.Environment[without] = "0";
        }

        using var tag = Process.Start(start)!;
        tag.StandardInput.Write(Line);
        tag.StandardInput.Close();
        var answer = tag.StandardOutput.ReadToEnd();
        tag.WaitForExit();
        Assert.Equal(EcqAnalyzer.Cli.ExitCode.Done, tag.ExitCode);
        return answer;
    }
}
