using System.CommandLine;
using System.CommandLine.Parsing;
using EcqAnalyzer.Cli.Grading;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Grading;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq grade EXERCISE FOLDER -o DIR</c>: levels proposed for the drafts of a workshop, graded by its trainer.</summary>
public static class GradeCommand
{
    private const string UsualFramework = "opm-2025";

    private const string Examples = """
        ecq grade people.yaml --new                    begin an exercise: what is asked, and by which rubric
        ecq grade people.yaml drafts -o results        propose levels; then open results/grades.xlsx and grade
        ecq grade people.yaml drafts -o results        again, after you saved the sheet: feedback, class report, agreement
        ecq grade people.yaml drafts -o results --marker ann    a sheet for a second marker, without proposals
        ecq grade people.yaml drafts -o results --blind    codes in place of names; results/key.csv tells whose is whose
        ecq grade people.yaml drafts -o results --learn    let proposals follow your own grades, where that helps

        You decide, in the columns Grade and Reason of the sheet. Every run carries your grades into the next sheet and keeps the one
        you saved. Sheets named grades-NAME.xlsx or .csv are read too, and belong to their markers.

        Exit codes: 0 done; 2 wrong usage; 3 a draft, a sheet or the exercise could not be read: with a fault in a sheet or the
        exercise nothing is written.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var exercise = new Argument<string>("EXERCISE") { Description = "The exercise, a YAML file" };
        var folder = new Argument<string?>("FOLDER") { Description = "The folder with the drafts; a participant is called as the file is", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { Description = "The folder for sheet, reports and feedback", HelpName = "DIR" };
        var sheet = new Option<string?>("--format") { Description = "The grade sheet as xlsx or csv; without it, as it was, and at first xlsx", HelpName = "FORMAT" };
        sheet.AcceptOnlyFromAmong("xlsx", "csv");
        var blind = new Option<bool>("--blind") { Description = "Codes in place of names, and quotes without the names in them" };
        var learn = new Option<bool>("--learn") { Description = "Fit proposals to the grades that are decided, try it on drafts left out, and keep it beside the exercise" };
        var marker = new Option<string?>("--marker") { Description = "Make a sheet for a second marker, grades-NAME.xlsx, without proposals and without the grades of others", HelpName = "NAME" };
        marker.Validators.Add(RefuseUnlessFileName);
        var start = new Option<bool>("--new") { Description = "Write a first EXERCISE, to be changed to what you ask" };
        var framework = new Option<string?>("--framework") { Description = "With --new: the exercise's competency framework, such as opm-2006; without it, opm-2025", HelpName = "ID" };
        var command = new ExampledCommand(
            "grade", "Proposes levels for the drafts of a workshop; the trainer grades.", Examples)
        {
            exercise, folder, output, sheet, marker, blind, learn, start, framework, common.Rules, common.Quiet, common.NoColor,
        };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            var path = parsed.GetRequiredValue(exercise);
            if (parsed.GetValue(start))
            {
                return Start(path, parsed.GetValue(framework), streams, workbench);
            }

            if (parsed.GetValue(framework) is not null)
            {
                throw new UsageException("the exercise names the framework: --framework goes with --new");
            }

            var order = new GradingOrder(
                path,
                parsed.GetValue(folder) ?? throw new UsageException("give the folder with the drafts after the exercise"),
                parsed.GetValue(output) ?? throw new UsageException("give a folder for the results, as in -o results"),
                parsed.GetValue(sheet) is { } format ? $".{format}" : null,
                parsed.GetValue(blind) ? NamesInQuotes.LeftOut : NamesInQuotes.Kept,
                parsed.GetValue(learn) ? Learning.FromGrades : Learning.None)
            {
                Marker = parsed.GetValue(marker),
            };
            var isQuiet = parsed.GetValue(common.Quiet);
            return Run(new GradingRun(streams, workbench, order), streams, isQuiet ? TextWriter.Null : streams.Error, common.ReadStyle(parsed, streams.Traits));
        });
        return command;
    }

    private static int Run(GradingRun run, Streams streams, TextWriter remarks, ReportStyle style)
    {
        var (graded, written) = run.Run();
        streams.Write(ReportForm.Text, stream => ClassText.Write(graded, style, stream));
        foreach (var line in written)
        {
            remarks.WriteLine(line);
        }

        return run.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
    }

    private static void RefuseUnlessFileName(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } name && (name.Length == 0 || name.Any(each => !char.IsLetterOrDigit(each) && each is not ('-' or '_' or '.'))))
        {
            result.AddError($"--marker '{name}' becomes part of a file's name: use letters, digits, - and _");
        }
    }

    private static int Start(string path, string? framework, Streams streams, Workbench workbench)
    {
        new ExerciseFile(path, workbench).Start(workbench.FindFramework(framework) ?? workbench.Frameworks.First(each => each.Id == UsualFramework));
        streams.Error.WriteLine($"{path}: change it to what you ask, then: ecq grade {path} FOLDER -o RESULTS");
        return ExitCode.Done;
    }
}
