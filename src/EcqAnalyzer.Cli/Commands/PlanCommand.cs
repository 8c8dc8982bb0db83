using System.Collections.Immutable;
using System.CommandLine;
using EcqAnalyzer.Engine.Planning;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq plan DRAFT</c>: where the evidence stands on the leadership journey, and what to do about the gaps.</summary>
public static class PlanCommand
{
    private const int MostGaps = 50;

    private const string Examples = """
        ecq plan draft.docx                            the journey and the gaps, the weightiest first
        ecq plan draft.docx -o plan.docx               a Word document with columns to fill in
        ecq plan draft.docx --catalog courses.csv      with courses and assignments of your own catalog
        ecq plan draft.docx --gaps 3 -o plan.html      objectives for three gaps only, as a page

        A catalog is a table saved as CSV. Its first row names the columns: competency and title; provider, level and hours may be
        there. A competency is written by its id or name (ecq frameworks show opm-2025), a level is self, projects, people, programs or
        organization:

          competency,title,provider,level,hours
          strategic-thinking,Detail to the budget office,Own agency,programs,480

        A row that cannot be used is told with its line, the others are used, and the exit code is 3.

        Objectives say what to find in your records, to practice and to seek; they are no words for the draft. The map of levels is
        rules/frameworks/leadership-journey.yaml; numbers and words are rules/uses/plan.yaml and rules/uses/rehearsal.yaml.

        Exit codes: 0 done; 2 wrong usage; 3 the draft, the catalog or a row of it could not be read.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var report = new ReportOptions<ImprovementPlan>(ReportsOf.Plan, common);
        var draft = new Argument<string>("DRAFT") { Description = "The draft: .docx, .pdf, .txt, .md, or - for standard input" };
        var catalog = new Option<string?>("--catalog") { Description = "Courses and assignments to choose from, as CSV", HelpName = "FILE.csv" };
        var gaps = CommonOptions.Number("--gaps", "How many gaps get objectives; without it, six", "N", MostGaps);
        var command = new ExampledCommand(
            "plan", "Makes an improvement plan: five levels, gaps by weight, objectives.", Examples)
        {
            draft,
            catalog,
            gaps,
            common.Framework,
            common.Kind,
            common.Rules,
            common.Vacancy,
            common.CdpGraduate,
            report.Format,
            report.Output,
            common.Quiet,
            common.NoColor,
        };
        command.SetAction(parsed =>
        {
            var (path, catalogPath) = (parsed.GetRequiredValue(draft), parsed.GetValue(catalog));
            if (path == DraftInput.StandardInput && catalogPath == DraftInput.StandardInput)
            {
                throw new UsageException("only one of draft and catalog can come from standard input");
            }

            var options = common.Read(parsed, workbench);
            var write = report.Open(parsed, streams, catalogPath is null ? [path] : [path, catalogPath]);
            var input = new DraftInput(streams, workbench);
            var rows = catalogPath is null ? default(ImmutableArray<CsvRow>?) : input.ReadTable(catalogPath);
            if (input.Open(path) is { } opened)
            {
                var analysis = workbench.Pipeline.Analyze(opened.Draft, options with { Suppressions = input.ReadSuppressions(path) });
                var faults = new Faults();
                var chosen = rows is { } table
                    ? new CatalogLoader(catalogPath!, analysis.Framework.Value, workbench.Frameworks, faults).Load(Path.GetFileName(catalogPath!), table)
                    : null;
                input.Tell(faults);
                write(MakerOf(workbench).Make(analysis, chosen, parsed.GetValue(gaps)));
            }

            return input.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
        });
        return command;
    }

    private static PlanMaker MakerOf(Workbench workbench) => workbench.Rulebook.Load((files, faults) =>
        new PlanMaker(PlanPolicy.Load(files, faults), Rehearsal.Load(files, workbench.Frameworks, faults), workbench.Frameworks));
}
