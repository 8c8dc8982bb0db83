using System.Diagnostics;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli;

/// <summary><c>./ecq</c> builds a program compiled ahead for the machine, machine code where there is a C compiler: it has to say
/// what the program says that all other tests run.</summary>
public sealed class StartScriptTests
{
    private static readonly string Script = Repository.Path("ecq");

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "corpus/samples/strong-resume.docx")]
    [InlineData("check", "corpus/samples/mixed-building-coalitions.pdf", "--format", "json")]
    [InlineData("extract", "corpus/samples/weak-results-driven.pdf")]
    [InlineData("annotate", "corpus/samples/leading-people.txt")]
    [InlineData("frameworks", "show", "opm-2025")]
    [InlineData("rules", "explain", "I cut the backlog of claims from 900 to 40 in a year.")]
    [InlineData("rules", "test")]
    [InlineData("train", "--corpus", "corpus/narratives", "--check")]
    [InlineData("check", "corpus/samples/source")]
    public void It_says_what_the_program_says(params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ecq.cmd is the script for Windows");
        var program = EcqAnalyzer.Formats.ChildProgram.OfThisProgram("");

        Assert.Equal(Run(program.FileName, [.. program.Arguments[..^1], .. arguments]), Run(Script, arguments));
    }

    /// <summary>Where only the compiler could not be fetched or is not there, the script says so and goes on; a program that could not
    /// be compiled is a fault.</summary>
    [Fact]
    public void What_could_not_be_compiled_to_machine_code_could_not_for_want_of_a_compiler()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ecq.cmd is the script for Windows");
        Assert.Equal(ExitCode.Done, Run(Script, ["--version"]).ExitCode);
        var log = Repository.Path("artifacts", "ecq", "run", "native.log");
        var said = File.Exists(log) ? File.ReadAllText(log) : "";

        Assert.False(said.Contains("error", StringComparison.Ordinal) && !said.Contains("error NU1", StringComparison.Ordinal), said);
    }

    /// <summary>The script's own words at its first build stand before those of the program, and count for nothing.</summary>
    private static Answer Run(string program, string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        var complaints = error.Result.Split('\n').Where(line => !line.StartsWith("ecq: building", StringComparison.Ordinal)
            && !line.Contains("starts more slowly", StringComparison.Ordinal));
        return new Answer(run.ExitCode, output, string.Join('\n', complaints));
    }

    private sealed record Answer(int ExitCode, string Output, string Error);
}
