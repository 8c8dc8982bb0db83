using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Cli.Screening;

public sealed class ScreenProgressTests
{
    [Fact]
    public void Where_somebody_looks_a_bar_tells_files_rate_time_left_and_failures()
    {
        var told = Tell(ProgressForm.Bar);

        Assert.Contains("████████░░░░░░░░░░░░░░░░ 2 of 6 drafts, 1/s, 4 s left, 1 not read", told);
        Assert.All(told.Split('\r').Where(line => line.Contains('█')), line => Assert.InRange(line.Length, 0, 79));
    }

    [Fact]
    public void In_a_pipe_plain_lines_come_now_and_then()
    {
        var lines = Tell(ProgressForm.Lines, seconds: 11).Split('\n');

        Assert.Equal("b\uFFFD.docx: error ECQ202: this file is empty", lines[1]);
        Assert.Equal("1 of 6 drafts, 0.1/s, 55 s left, 0 not read", lines[0]);
        Assert.Equal("6 drafts: 5 read, 0 known from an earlier run, 1 not read. See out/overview.html", lines[^2]);
        Assert.DoesNotContain('\r', string.Concat(lines));
    }

    [Fact]
    public void Quiet_tells_only_what_could_not_be_read() =>
        Assert.Equal("b\uFFFD.docx: error ECQ202: this file is empty\n", Tell(ProgressForm.None));

    private static string Tell(ProgressForm form, int seconds = 1)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new Clock();
        var progress = new ScreenProgress(new Streams(Stream.Null, TextWriter.Null, error), form, clock);
        progress.Begin(6);
        for (var draft = 0; draft < 6; draft++)
        {
            clock.Pass(seconds);
            progress.Tell(draft == 1
                ? new ScreenOutcome("b\u001b.docx", null, new Diagnostic("ECQ202", "b\u001b.docx", null, null, "this file is empty"), IsKnown: false)
                : new ScreenOutcome("a.docx", "key", null, IsKnown: false));
        }

        progress.End("out/overview.html");
        return error.ToString();
    }

    /// <summary>A clock that goes when it is told.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public void Pass(int seconds) => _now += seconds;

        public override long GetTimestamp() => _now;
    }
}
