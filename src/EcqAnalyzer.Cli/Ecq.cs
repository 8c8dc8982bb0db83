using System.CommandLine;
using EcqAnalyzer.Cli.Commands;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>
/// START HERE: the program `ecq`. The list of commands, and the one place where faults become lines and exit codes.
/// Commands take everything they touch from <see cref="Streams"/> and <see cref="Workbench"/>, so a test can run them
/// without a process.
/// </summary>
public static class Ecq
{
    public static int Run(string[] args, Streams streams)
    {
        var debug = new Option<bool>("--debug") { Description = "Show the trace of a bug in the program", Recursive = true };
        var workbench = new Workbench();
        var root = new RootCommand("Reads a draft for the Senior Executive Service and shows what evidence of leadership it holds.")
        {
            ExtractCommand.Create(streams, workbench),
            TrainCommand.Create(streams),
            EvaluateCommand.Create(streams, workbench),
        };
        root.Options.Add(debug);

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = streams.Out,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return parsed.Errors.Count > 0 && parsed.Action is null or System.CommandLine.Invocation.ParseErrorAction
                ? WrongUsage(parsed, configuration)
                : parsed.Invoke(configuration);
        }
        catch (FaultyFilesException fault)
        {
            foreach (var diagnostic in fault.Diagnostics)
            {
                streams.Error.WriteLine(diagnostic);
            }

            return ExitCode.UnreadableInput;
        }
        catch (Exception bug) when (!parsed.GetValue(debug))
        {
            streams.Error.WriteLine(
                $"ecq: a bug in the program ({bug.GetType().Name}: {bug.Message}). Run again with --debug and report the trace.");
            return ExitCode.Bug;
        }
    }

    private static int WrongUsage(ParseResult parsed, InvocationConfiguration configuration)
    {
        parsed.Invoke(configuration);
        return ExitCode.WrongUsage;
    }
}
