using System.CommandLine;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq stories DRAFT…</c>: the stories of one or several drafts, what each shows, which should serve which ECQ, and
/// which lines to keep on so many pages.</summary>
public static class StoriesCommand
{
    private const int MostPages = 50;

    private const string Examples = """
        ecq stories draft.docx                            the stories, what each shows, and which should serve which ECQ
        ecq stories resume.docx old-ecqs.docx award.pdf   over all drafts that you have
        ecq stories *.docx --framework opm-2025           for that framework, whatever the drafts were written for
        ecq stories resume.docx --fit 2                   and which lines to keep on two pages, with the price of each
        ecq stories *.docx -o stories.html                as a page to look at
        ecq stories *.docx -o matrix.xlsx                 story by competency, to sort and count; .csv, .md and .json too

        A plan tells at most two stories for an ECQ and none twice; stories that tell one deed count as one. It is the best there
        is: first as many ECQs as possible have a story that shows one of their competencies, then the strengths of all competencies,
        each by the stories of its own ECQ, add up to most. What the plan leaves out stands beside it with its price.
        Nothing is rewritten: --fit says which of your lines to keep, and what dropping a line loses.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var report = new ReportOptions<StoryBook>(ReportsOf.Stories, common);
        var drafts = new Argument<string[]>("DRAFT")
        {
            Description = "Drafts of one writer: .docx, .pdf, .txt or .md files, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var fit = CommonOptions.Number(
            "--fit", "Say which lines of each draft to keep on so many pages, so that it shows most, and what each line is worth", "PAGES", MostPages);
        var command = new ExampledCommand(
            "stories", "Lists the stories of drafts, and which story should serve which ECQ.", Examples)
        {
            drafts,
            fit,
            common.Framework,
            common.Kind,
            common.Rules,
            common.Vacancy,
            common.CdpGraduate,
            report.Format,
            report.Output,
            common.AsOf,
            common.Quiet,
            common.NoColor,
        };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetRequiredValue(drafts);
            DraftInput.RefuseTwoFromStandardInput(paths);
            var asOf = parsed.GetValue(common.AsOf);
            var options = common.Read(parsed, workbench) with { AsOf = asOf };
            var write = report.Open(parsed, streams, paths);
            var input = new DraftInput(streams, workbench);
            var opened = new List<(Draft, AnalysisOptions)>();
            foreach (var path in paths)
            {
                if (input.Read(path) is { } draft)
                {
                    opened.Add((draft, options with { Suppressions = input.ReadSuppressions(path) }));
                }
            }

            if (opened.Count > 0)
            {
                write(new BoundDrafts(workbench).Bind(opened, new StoriesAsked(asOf, parsed.GetValue(fit))));
            }

            return input.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
        });
        return command;
    }
}
