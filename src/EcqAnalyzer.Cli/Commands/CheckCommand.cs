using System.CommandLine;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq check DRAFT…</c>: the main job, from a draft to the report that a candidate reads.</summary>
public static class CheckCommand
{
    private const string Examples = """
        ecq check draft.docx                        the report on a draft
        ecq check draft.docx --tags                 and the draft itself, each sentence with its tags
        ecq check draft.docx --why                  and the sentences behind every number, and every finding
        ecq check resume.pdf --framework opm-2025   judged by that framework, whatever the draft says
        ecq check draft.docx -o report.html         as a page to look at, in one file
        ecq check draft.docx -o report.xlsx         as tables to count with; .csv, .md and .json too
        ecq check draft.docx -o checked.docx        the draft itself, with Word comments beside its words
        ecq check draft.docx -o checked.docx --summary page.html   and a page about the draft as a whole
        ecq check *.docx --format html -o reports/  one report each, into a folder
        ecq check draft.docx --fail-on rung:3       exit code 1 where a competency stands below rung 3
        ecq check draft.docx --as-of 2026-03-01     the age of examples counted from that day
        ecq check draft.docx --rules my-rules       your own rules laid over the program's
        ecq check draft.docx --vacancy post.yaml    its technical qualifications beside the ECQs (see: ecq rules new)
        cat draft.txt | ecq check -                 from standard input

        Rules and checks that draft.docx.ecq.yaml, beside draft.docx, lists under suppress: with an id and a reason keep silent;
        the report says so.

        Rungs: 0 nothing found, 1 claimed, 2 duty, 3 action, 4 result that it led to, 5 measured result at the scope of programs or the
        organization.

        Exit codes: 0 done; 1 done, and --fail-on was missed; 2 wrong usage; 3 a draft could not be read, the others are done.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var arguments = new CheckArguments();
        var command = new ExampledCommand(
            "check", "Tells which competencies a draft shows, how strongly, and where.", Examples)
        {
            arguments.Drafts,
            arguments.Common.Framework,
            arguments.Common.Kind,
            arguments.Common.Rules,
            arguments.Common.Vacancy,
            arguments.Common.CdpGraduate,
            arguments.Common.Format,
            arguments.Common.Output,
            arguments.Summary,
            arguments.Tags,
            arguments.Why,
            arguments.FailOn,
            arguments.Common.AsOf,
            arguments.Common.Quiet,
            arguments.Common.NoColor,
        };
        command.SetAction(parsed => Run(parsed, arguments, streams, workbench));
        return command;
    }

    private static int Run(ParseResult parsed, CheckArguments arguments, Streams streams, Workbench workbench)
    {
        var paths = parsed.GetValue(arguments.Drafts)!;
        DraftInput.RefuseTwoFromStandardInput(paths);
        var options = arguments.Common.Read(parsed, workbench) with { AsOf = parsed.GetValue(arguments.Common.AsOf) };
        var format = arguments.Common.ReadFormat(parsed);
        var threshold = Threshold.Parse(parsed.GetValue(arguments.FailOn));
        var output = ReportOutput.Of(parsed.GetValue(arguments.Common.Output), paths, format, streams);
        var style = arguments.ReadStyle(parsed, streams.Traits, output.IsStandard);
        var summary = SecondReport.Of(parsed.GetValue(arguments.Summary), parsed.GetValue(arguments.Common.Output), paths, streams);
        var input = new DraftInput(streams, workbench);
        var isMissed = false;
        foreach (var path in paths)
        {
            if (input.Open(path) is not { } opened)
            {
                continue;
            }

            var analysis = workbench.Pipeline.Analyze(
                opened.Draft, options with { Suppressions = input.ReadSuppressions(path) });
            var order = new ReportOrder(style, opened.Source) { Margin = () => workbench.Margin };
            input.Try(path, () => output.Write(path, stream => format.Create(order).Write(analysis, stream)));
            input.Try(path, () => summary?.Write(path, order, analysis));
            if (threshold?.FindMiss(analysis) is { } miss)
            {
                isMissed = true;
                streams.Error.WriteLine($"{path}: {miss}");
            }
        }

        return input.HasFailed ? ExitCode.UnreadableInput
            : isMissed ? ExitCode.ThresholdMissed
            : ExitCode.Done;
    }

    private sealed class CheckArguments
    {
        public Argument<string[]> Drafts { get; } = new("DRAFT")
        {
            Description = "Drafts to check: .docx, .pdf, .txt or .md files, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };

        public Option<string?> Summary { get; } = new("--summary")
        {
            Description = "Write a second report to this path, in the format of its ending: a page beside a draft with comments; for "
                + "one draft",
            HelpName = "PATH",
        };

        public Option<bool> Tags { get; } = new("--tags") { Description = "Add the draft, each sentence with its tags" };

        public Option<bool> Why { get; } = new("--why") { Description = "Add the sentences that make each number, with their shares, and all that the checks found" };

        public Option<string?> FailOn { get; } = new("--fail-on")
        {
            Description = "Exit with code 1 where a competency that the draft touches stands below a rung (rung:1 to rung:5), or "
                + "a check finds something as grave as this (advice, weakens, blocks); a draft without a score misses both",
            HelpName = "THRESHOLD",
        };

        public CommonOptions Common { get; } = new();

        public CheckArguments() => FailOn.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<string?>();
            if (value is not null && Threshold.Parse(value) is null)
            {
                result.AddError($"--fail-on '{value}' is none of {Threshold.Notation}");
            }
        });

        /// <summary>A file is read later and elsewhere: plain, and 80 columns.</summary>
        public ReportStyle ReadStyle(ParseResult parsed, ConsoleTraits traits, bool isStandardOutput)
        {
            var parts = (parsed.GetValue(Tags) ? ReportParts.Tags : ReportParts.Main)
                | (parsed.GetValue(Why) ? ReportParts.Shares : ReportParts.Main);
            return isStandardOutput ? Common.ReadStyle(parsed, traits, parts) : ReportStyle.Plain with { Parts = parts };
        }
    }
}
