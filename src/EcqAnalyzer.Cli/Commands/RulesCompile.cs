using System.CommandLine;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules compile</c>: run by the build. Faults are printed as compilers print them, and nothing is
/// written.</summary>
public static class RulesCompile
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of rules" };
        var output = new Argument<string>("OUTPUT") { Description = "The file to write" };
        var command = new Command("compile", "Makes one binary file of a folder of rules.") { folder, output };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var rulebook = Rulebook.LoadYaml(parsed.GetRequiredValue(folder));
            OutputFile.Write(parsed.GetRequiredValue(output), stream => stream.Write(rulebook.Rules.Compile(rulebook.Files)));
            return ExitCode.Done;
        });
        return command;
    }
}
