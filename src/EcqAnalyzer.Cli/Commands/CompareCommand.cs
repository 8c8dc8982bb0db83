using System.CommandLine;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq compare OLD NEW</c>: what changed between two versions of a draft, and what each change did.</summary>
public static class CompareCommand
{
    private const string Examples = """
        ecq compare monday.docx tonight.docx       what changed, and what it did
        ecq compare draft.docx draft.pdf           two formats of one draft: nothing should have changed
        ecq compare last-week.json draft.docx      a saved report (check --format json) as the old version
        ecq compare old.docx new.docx -o what.html a page: both versions side by side
        ecq compare old.docx new.docx -o what.docx the same as a document to mark up
        ecq compare old.docx new.docx -o what.json everything, for another program

        Both versions are judged by the same rules, under the framework and as the kind that the new one has. Of a saved report the
        text is judged anew: what other rules or models make of it is told apart from what you changed.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var report = new ReportOptions<Comparison>(ReportsOf.Comparison, common);
        var old = new Argument<string>("OLD") { Description = "The earlier version: a draft, or a report saved by check --format json" };
        var @new = new Argument<string>("NEW") { Description = "The later version: .docx, .pdf, .txt, .md, or - for standard input" };
        var command = new ExampledCommand(
            "compare", "Tells what changed between two versions of a draft, and what it did.", Examples)
        {
            old,
            @new,
            common.Framework,
            common.Kind,
            common.Rules,
            report.Format,
            report.Output,
            common.Quiet,
            common.NoColor,
        };
        command.SetAction(parsed =>
        {
            var (oldPath, newPath) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new));
            if (oldPath == DraftInput.StandardInput && newPath == DraftInput.StandardInput)
            {
                throw new UsageException("only one of the two versions can come from standard input");
            }

            var options = common.Read(parsed, workbench);
            var write = report.Open(parsed, streams, oldPath, newPath);
            var input = new DraftInput(streams, workbench);
            var version = input.OpenVersion(oldPath);
            if (input.Open(newPath) is { } latest && version is not null)
            {
                write(new VersionedDrafts(workbench).Compare(
                    version, options with { Suppressions = input.ReadSuppressions(oldPath) }, latest.Draft, options with { Suppressions = input.ReadSuppressions(newPath) }));
            }

            return input.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
        });
        return command;
    }
}
