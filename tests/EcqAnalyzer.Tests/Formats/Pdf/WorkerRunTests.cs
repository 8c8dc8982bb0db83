using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>When the process that reads a PDF is ended. Shells stand in for it: each takes the bytes and says that it begins page 1.</summary>
public sealed class WorkerRunTests
{
    private static readonly WorkerLimits _limits = new(
        TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.8), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(0.02));

    [Fact]
    public void A_process_that_waits_for_its_turn_is_not_ended()
    {
        var answer = Ask(_limits, "sleep 1; printf '\\000\\000\\000\\000draft'");
        Assert.Null(answer.Fault);
        Assert.Equal("draft"u8.ToArray(), answer.Bytes);
    }

    [Fact]
    public void A_page_that_takes_too_much_work_ends_it()
    {
        var answer = Ask(_limits, "while :; do :; done");
        Assert.Equal((PdfFault.Time, 1), (answer.Fault, answer.BadPage));
    }

    [Fact]
    public void Pages_that_take_too_much_work_together_end_it() =>
        Assert.Equal(
            PdfFault.Time,
            Ask(_limits with { Page = TimeSpan.FromMinutes(5) }, "while :; do :; done").Fault);

    [Fact]
    public void A_process_that_waits_for_ever_is_ended_by_the_clock_and_the_machine_is_blamed() =>
        Assert.Equal(PdfFault.Busy, Ask(_limits with { Clock = TimeSpan.FromSeconds(0.5) }, "exec sleep 600").Fault);

    private static WorkerAnswer Ask(WorkerLimits limits, string then)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        var worker = new ChildProgram("bash", ["-c", $"cat >/dev/null; printf '\\001\\000\\000\\000'; {then}"]);
        return new WorkerRun(worker, limits, CancellationToken.None).Ask("%PDF-"u8.ToArray());
    }
}
