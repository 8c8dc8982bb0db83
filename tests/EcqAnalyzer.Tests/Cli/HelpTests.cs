using System.CommandLine;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli;

/// <summary>Every command teaches how to use it. A new command is covered the moment it stands in the list.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Names(Root(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of(string command)
    {
        var run = EcqRun.Of([.. Words(command), "--help"]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
        // The library calls the program by its process, which here is that of the tests.
        var help = run.Out.Replace("EcqAnalyzer.Tests", "ecq");
        Snapshot.Match($"help/{(command.Length == 0 ? "ecq" : command.Replace(' ', '-'))}.txt", help);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Version_is_told_everywhere(string command) =>
        Assert.Equal((ExitCode.Done, EcqAnalyzer.Cli.Ecq.Version + "\n"), (EcqRun.Of([.. Words(command), "--version"]).ExitCode, EcqRun.Of([.. Words(command), "--version"]).Out));

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_that_does_something_has_an_example(string command)
    {
        var found = Words(command).Aggregate((Command)Root(), (at, word) => at.Subcommands.First(sub => sub.Name == word));
        Assert.True(found.Subcommands.Count > 0 || EcqRun.Of([.. Words(command), "--help"]).Out.Contains("Examples:\n"), command);
    }

    [Fact]
    public void A_run_makes_only_the_command_that_is_named() =>
        Assert.All(Root().Subcommands, command => Assert.Equal([command.Name], Root(command.Name).Subcommands.Select(made => made.Name)));

    private static RootCommand Root(string? named = null) =>
        EcqAnalyzer.Cli.Ecq.CreateRoot(new Streams(Stream.Null, TextWriter.Null, TextWriter.Null), new Workbench(), named);

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Names(Command command, string name) =>
        command.Subcommands
            .Where(sub => !sub.Hidden)
            .SelectMany(sub => Names(sub, $"{name} {sub.Name}".Trim()))
            .Prepend(name);
}
