using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EcqAnalyzer.Cli.Commands;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>
/// START HERE: the program `ecq`. The list of commands, and the one place where faults become lines and exit codes.
/// Commands take everything they touch from <see cref="Streams"/> and <see cref="Workbench"/>, so a test can run them
/// without a process.
/// </summary>
public static class Ecq
{
    private const string Debug = "--debug";

    private const string Examples = """
        ecq check draft.docx               the report on a draft
        ecq check draft.docx --tags        and the draft itself, each sentence with its tags
        ecq check draft.docx -o page.html  as a page; .docx gives the draft back with comments
        ecq compare old.docx new.docx      what the last changes did
        ecq screen drafts -o results       a folder of drafts, and whom to open first
        ecq check --help                   every option of a command
        """;

    public static string Version { get; } = typeof(Ecq).Assembly.GetName().Version!.ToString(3);

    /// <summary>In the order of a user's path: candidate, coach, trainer, programmer, author of rules, maker of models.</summary>
    private static readonly ListedCommand[] Commands =
    [
        new("check", CheckCommand.Create),
        new("compare", CompareCommand.Create),
        new("stories", StoriesCommand.Create),
        new("plan", PlanCommand.Create),
        new("screen", ScreenCommand.Create),
        new("grade", GradeCommand.Create),
        new("extract", ExtractCommand.Create),
        new("annotate", AnnotateCommand.Create),
        new("tag", TagCommand.Create),
        new("rules", RulesCommand.Create),
        new("frameworks", FrameworksCommand.Create),
        new("train", (streams, _) => TrainCommand.Create(streams)),
        new("evaluate", EvaluateCommand.Create),
    ];

    /// <summary>The command line: all of it, or with the one command that is <paramref name="named"/>, since making the options
    /// of the others costs every start.</summary>
    public static RootCommand CreateRoot(Streams streams, Workbench workbench, string? named = null)
    {
        var root = new RootCommand("Reads a draft for the Senior Executive Service and shows what evidence of leadership it holds.");
        var isNamed = Array.Exists(Commands, command => command.Name == named);
        foreach (var command in Commands)
        {
            if (!isNamed || command.Name == named)
            {
                root.Add(command.Create(streams, workbench));
            }
        }

        // Made anew for each command line: an option keeps every command that takes it, and a command all that it works with.
        root.Options.Add(new Option<bool>(Debug)
        {
            Description = "Show the trace of a bug in the program",
            Recursive = true,
        });
        // Every command takes these two, so that a script may always give them; those that heed them say so in their help.
        root.Options.Add(new Option<bool>("--quiet") { Hidden = true, Recursive = true });
        root.Options.Add(new Option<bool>("--no-color") { Hidden = true, Recursive = true });
        root.Options.Remove(root.Options.OfType<VersionOption>().First());
        root.Options.Add(new Option<bool>("--version")
        {
            Description = "Show the version",
            Recursive = true,
            Action = new PrintVersion(),
        });
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExampledHelp((HelpAction)help.Action!, Examples);
        }

        return root;
    }

    public static int Run(string[] args, Streams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var isDebugging = args.Contains(Debug);
        try
        {
            var workbench = new Workbench(streams.Error);
            var code = Run(args, streams, workbench);
            return workbench.HasFaultyPacks && code is ExitCode.Done or ExitCode.ThresholdMissed ? ExitCode.UnreadableInput : code;
        }
        catch (UsageException fault)
        {
            streams.Error.WriteLine($"ecq: {fault.Message}");
            return ExitCode.WrongUsage;
        }
        catch (FaultyFilesException fault)
        {
            foreach (var diagnostic in fault.Diagnostics)
            {
                streams.Error.WriteLine(diagnostic);
            }

            return ExitCode.UnreadableInput;
        }
        catch (ReaderGoneException)
        {
            return ExitCode.Done;
        }
        catch (Exception bug)
        {
            streams.Error.WriteLine(isDebugging
                ? bug.ToString()
                : $"ecq: a bug in the program ({bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}). "
                    + "Run again with --debug and report the trace.");
            return ExitCode.Bug;
        }
    }

    private static int Run(string[] args, Streams streams, Workbench workbench)
    {
        // A name such as @draft.txt is a file like any other.
        var parsed = CreateRoot(streams, workbench, args.FirstOrDefault()).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0 && parsed.Action is null or ParseErrorAction
            ? WrongUsage(parsed, streams.Error)
            : parsed.Invoke(new InvocationConfiguration
            {
                Output = streams.Out,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
            });
    }

    /// <summary>What is wrong, one line each, and where to read more. Everything goes to standard error, where a program
    /// that reads our output does not take it for a report.</summary>
    private static int WrongUsage(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var names = command.Subcommands.Where(subcommand => !subcommand.Hidden).Select(subcommand => subcommand.Name).ToList();
            error.WriteLine($"ecq: there is no command '{word}'{Spelling.Hint(word, names)}");
        }
        else
        {
            foreach (var fault in parsed.Errors)
            {
                error.WriteLine($"ecq: {string.Join(' ', fault.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
            }
        }

        error.WriteLine($"See: ecq {PathOf(command)}--help");
        return ExitCode.WrongUsage;
    }

    /// <summary>The names that lead to a command, such as <c>rules list </c>.</summary>
    private static string PathOf(Command command) =>
        command is RootCommand ? "" : PathOf(command.Parents.OfType<Command>().First()) + command.Name + " ";

    private sealed record ListedCommand(string Name, Func<Streams, Workbench, Command> Create);

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Version);
            return ExitCode.Done;
        }
    }
}
