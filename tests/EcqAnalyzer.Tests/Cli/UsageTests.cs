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
    [InlineData("tag --framework nothing", "there is no framework 'nothing'")]
    [InlineData("extract a.docx b.docx", "b.docx")]
    [InlineData("", "Required command")]
    public void Wrong_usage_is_told_in_plain_words(string command, string message)
    {
        var run = EcqRun.Of(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Empty(run.Out);
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
}
