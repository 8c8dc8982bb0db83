using System.Diagnostics;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Tests.Cli.Screening;

/// <summary>A run that is killed at any moment costs the drafts in hand and nothing else.</summary>
public sealed class KilledRunTests
{
    private const int Kills = 10;
    /// <summary>More than twice as many as are done at the last kill, so that it too falls into the work.</summary>
    private const int Drafts = 120;

    [Fact]
    public void A_run_killed_ten_times_ends_with_the_bytes_of_one_that_was_not()
    {
        using var disturbed = Fill(new ScreenedFolder());
        using var undisturbed = Fill(new ScreenedFolder());
        var random = new Random(20_261_129);
        var killed = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            // By how much is done and not by the clock: so each falls into the work, on any machine.
            killed += KillAfter(disturbed, kill * 5 - random.Next(5), random);
        }

        var reports = CountReports(disturbed);
        var last = disturbed.Run("--reports", "json");
        undisturbed.Run("--reports", "json");

        Assert.Equal(Kills, killed);
        Assert.Equal(undisturbed.Written(), disturbed.Written());
        Assert.Equal(Drafts, disturbed.Results.Count);
        var known = int.Parse(last.Error.Split("read, ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(known, reports - Environment.ProcessorCount, reports);
    }

    private static ScreenedFolder Fill(ScreenedFolder folder)
    {
        for (var draft = 0; draft < Drafts; draft++)
        {
            folder.Put($"client {draft / 3}/draft {draft % 3}.txt", ScreenedFolder.Narrative(draft));
        }

        return folder;
    }

    private static int KillAfter(ScreenedFolder folder, int reports, Random random)
    {
        var program = ChildProgram.OfThisProgram("screen");
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, folder.Drafts, "-o", folder.Output, "--reports", "json", "--quiet"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        SpinWait.SpinUntil(() => CountReports(folder) >= reports || run.HasExited);
        Thread.SpinWait(random.Next(2_000_000));
        var isAtWork = !run.HasExited;
        run.Kill(entireProcessTree: random.Next(2) == 0);
        run.WaitForExit();
        return isAtWork ? 1 : 0;
    }

    private static int CountReports(ScreenedFolder folder)
    {
        var reports = Path.Combine(folder.Output, ReportPlaces.Folder);
        return Directory.Exists(reports) ? Directory.EnumerateFiles(reports, "*.json", SearchOption.AllDirectories).Count() : 0;
    }
}
