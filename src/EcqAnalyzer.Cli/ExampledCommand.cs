using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace EcqAnalyzer.Cli;

/// <summary>A command whose help ends with examples: lines to copy, each with a word on what it does.</summary>
internal sealed class ExampledCommand(string name, string description, string examples) : Command(name, description)
{
    public string Examples { get; } = examples;
}

/// <summary>The library's help, then the examples.</summary>
internal sealed class ExampledHelp(HelpAction help, string ofProgram) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        // A width of its own, so that help does not depend on the terminal it is first seen on.
        help.MaxWidth = 100;
        var code = help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            ExampledCommand command => command.Examples,
            RootCommand => ofProgram,
            _ => null,
        };
        if (examples is not null)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in examples.Split('\n'))
            {
                output.WriteLine(line.Length == 0 ? "" : "  " + line);
            }

            output.WriteLine();
        }

        return code;
    }

    public override bool ClearsParseErrors => true;
}
