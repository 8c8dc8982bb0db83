using System.Runtime.CompilerServices;
using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("chek draft.docx", "there is no command 'chek'; did you mean 'check'?")]
    [InlineData("check", "DRAFT")]
    [InlineData("check draft.docx --format poster", "there is: text, json, html, xlsx, csv, md, docx")]
    [InlineData("check draft.docx -o report.pages", "asks for a report that this version does not write")]
    [InlineData("check draft.docx --kind poem", "'poem' is none of auto, resume")]
    [InlineData("check draft.docx --framework opm-2052", "there is no framework 'opm-2052'; did you mean 'opm-2025'?")]
    [InlineData("check draft.docx --fail-on rung:9", "'rung:9' is none of rung:1 to rung:5")]
    [InlineData("check a.docx b.docx -o one.json", "2 drafts make 2 reports: give a folder")]
    [InlineData("check a/x.docx b/x.docx -o out/", "would both be reported in")]
    [InlineData("check - -", "only one of the drafts can come from standard input")]
    [InlineData("tag --framework nothing", "there is no framework 'nothing'")]
    [InlineData("extract a.docx b.docx", "b.docx")]
    [InlineData("plan draft.docx --gaps many", "--gaps 'many' is no number from 1 to 50")]
    [InlineData("evaluate --annotator --confusions many", "--confusions 'many' is no number from 1 to 1000")]
    [InlineData("plan draft.docx --gaps 0", "--gaps '0' is no number from 1 to 50")]
    [InlineData("screen drafts -o results --jobs all", "--jobs 'all' is no number from 1 to 256")]
    [InlineData("grade exercise.yaml drafts -o results --format html", "Must be one of: 'xlsx' 'csv'")]
    [InlineData("evaluate --annotator --treebanks . --model none.bin", "there is no model none.bin")]
    [InlineData("rules explain", "See: ecq rules explain --help")]
    [InlineData("rules zzz", "known here: list, test, explain, new\n")]
    [InlineData("", "Required command")]
    public void Wrong_usage_is_told_in_plain_words(string command, string message)
    {
        var run = EcqRun.Of(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("none/report.html", "make it first")]
    [InlineData("draft.txt", "is an input, which is never overwritten")]
    [InlineData(".", "it is a folder")]
    public void What_cannot_be_written_is_told_by_the_name_that_was_asked_for(string output, string message)
    {
        var folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;
        try
        {
            var draft = Path.Combine(folder, "draft.txt");
            File.WriteAllText(draft, "I led a team.");

            foreach (var command in new[] { "extract", "annotate" })
            {
                var run = EcqRun.Of(command, draft, "-o", Path.Combine(folder, output), "--quiet");

                Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
                Assert.Contains(message, run.Error);
                Assert.DoesNotContain(".tmp", run.Error);
                Assert.Equal("I led a team.", File.ReadAllText(draft));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(HelpTests.Commands), MemberType = typeof(HelpTests))]
    public void Every_command_takes_quiet_and_no_color(string command)
    {
        var root = EcqAnalyzer.Cli.Ecq.CreateRoot(new Streams(Stream.Null, TextWriter.Null, TextWriter.Null), new Workbench());

        Assert.Empty(root.Parse($"{command} --quiet --no-color").UnmatchedTokens);
    }

    [Fact]
    public void Tokens_of_others_that_cannot_be_read_are_told_by_their_line()
    {
        Assert.Equal((ExitCode.UnreadableInput, "none.conllu: there is no such file; check the name and the folder\n"), Told("none.conllu", ""));
        Assert.Equal((ExitCode.UnreadableInput, "-: not CoNLL-U: ten columns wanted, 1 found in line 1\n"), Told("-", "I led a team."));

        static (int, string) Told(string path, string input)
        {
            var run = EcqRun.WithInput(input, "annotate", "--gold-tokens", path);
            return (run.ExitCode, run.Error);
        }
    }

    [Fact]
    public void A_bug_ends_with_one_line_and_its_code_and_shows_its_trace_only_when_asked()
    {
        var streams = new Streams(new BrokenStream(), TextWriter.Null, new StringWriter());
        Assert.Equal(ExitCode.Bug, EcqAnalyzer.Cli.Ecq.Run(["tag"], streams));
        Assert.Contains("a bug in the program", streams.Error.ToString());
        Assert.DoesNotContain("   at ", streams.Error.ToString());

        var debugged = new Streams(new BrokenStream(), TextWriter.Null, new StringWriter());
        Assert.Equal(ExitCode.Bug, EcqAnalyzer.Cli.Ecq.Run(["tag", "--debug"], debugged));
        Assert.Contains("   at ", debugged.Error.ToString());
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidTimeZoneException("made for a test");
    }

    [Fact]
    public void A_command_line_that_has_run_keeps_nothing_in_memory()
    {
        var workbench = MakeCommandLine();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(workbench.IsAlive);
    }

    /// <summary>A method of its own, so that no register or local of the test holds on to what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MakeCommandLine()
    {
        var workbench = new Workbench(TextWriter.Null);
        var parsed = Ecq.CreateRoot(new Streams(Stream.Null, TextWriter.Null, TextWriter.Null), workbench).Parse(["frameworks", "list"]);
        Assert.Empty(parsed.Errors);
        return new WeakReference(workbench);
    }
}
