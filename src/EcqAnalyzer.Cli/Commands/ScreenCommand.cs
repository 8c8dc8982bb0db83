using System.Collections.Immutable;
using System.CommandLine;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq screen FOLDER -o DIR</c>: every draft of a folder, and whom to open first.</summary>
public static class ScreenCommand
{
    private const int MostJobs = 256;

    private const string Examples = """
        ecq screen drafts -o results                      every draft below drafts/; open results/overview.html
        ecq screen drafts -o results --reports html,docx  and a page and a Word file with comments for each
        ecq screen inbox -o results --client "{client}_*" the client is what stands before the first underscore
        ecq screen drafts -o results --watch              stays, and keeps the overview current as drafts are saved

        A folder below FOLDER is a client; of a file that lies in FOLDER itself the name is. Stopped at any moment, by whatever means,
        the same command goes on where it stopped: what was read is kept in results/screen.db under the content of the draft and of
        all that it was judged by, and nothing is read twice. A file that cannot be read, takes too long or too much memory is named
        with what to do, and the others go on. Who comes first, and the limits, stand with their reasons in rules/uses/screen.yaml.

        results/overview.html   whom to open first and why, clients and their ECQs, what all miss, what could not be read
        results/overview.xlsx   the same as tables
        results/results.jsonl   a line for each draft, for other programs (schemas/screen.schema.json)
        results/reports/        a report on each draft, where --reports asks for it

        Exit codes: 0 done; 3 done, and some files could not be read; 2 wrong usage, or another run is at work in DIR.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var folder = new Argument<string>("FOLDER") { Description = "The folder with the drafts, and any folders below it" };
        var output = new Option<string>("--output", "-o") { Description = "The folder for the results, made where there is none", HelpName = "DIR", Required = true };
        var reports = new Option<string?>("--reports")
        {
            Description = $"Formats of a report on each draft, such as docx,html: {string.Join(", ", Reporters.All.Select(format => format.Id))}",
            HelpName = "FORMATS",
        };
        var client = new Option<string?>("--client")
        {
            Description = "Whose draft a file is, by a pattern of its name such as \"{client}_*\", or of its path such as \"*/{client}/*\"; * and ? as in a shell",
            HelpName = "PATTERN",
        };
        var jobs = CommonOptions.Number("--jobs", "Drafts that are done at a time; without it, as many as the machine has cores", "N", MostJobs);
        var watch = new Option<bool>("--watch") { Description = "Go on looking for drafts that are saved, until Ctrl-C" };
        var command = new ExampledCommand(
            "screen", "Reads every draft below a folder, and tells whom to open first.", Examples)
        {
            folder, output, reports, client, jobs, watch, common.Framework, common.Kind, common.Rules, common.Vacancy, common.CdpGraduate, common.Quiet,
        };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output));
            DraftFolder.Require(from);
            OutputFile.RefuseFolder(to, from);
            var options = common.Read(parsed, workbench);
            return new ScreenRun(
                new ScreenOrder(
                    from,
                    to,
                    new WorkerOrder(options.Framework, options.Kind, workbench.Packs),
                    new ClientNames(parsed.GetValue(client)),
                    ReadReports(parsed.GetValue(reports)),
                    parsed.GetValue(jobs) ?? Environment.ProcessorCount)
                {
                    Progress = parsed.GetValue(common.Quiet) ? ProgressForm.None : streams.IsErrorSeen() ? ProgressForm.Bar : ProgressForm.Lines,
                    IsWatching = parsed.GetValue(watch),
                },
                workbench,
                streams).Run();
        });
        return command;
    }

    private static ImmutableArray<string> ReadReports(string? formats)
    {
        var ids = (formats ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return ids.FirstOrDefault(id => Reporters.Find(id) is null) is { } unknown
            ? throw new UsageException($"there is no report as '{unknown}' in this version; there is: {string.Join(", ", Reporters.All.Select(format => format.Id))}")
            : ids;
    }
}
