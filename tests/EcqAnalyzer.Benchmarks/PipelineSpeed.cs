using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Benchmarks;

/// <summary>
/// What the whole analysis of the samples costs once the program is warm, beside the annotator alone in the same run:
/// <c>dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- pipeline</c>. Processor time and allocation for all samples
/// once; the best of some rounds counts.
/// </summary>
internal static class PipelineSpeed
{
    private const int Rounds = 60;
    private const int Repeats = 5;
    private const int WarmingUp = 40;

    public static void Run(string root, TextWriter output)
    {
        var workbench = new Workbench();
        var drafts = Directory.EnumerateFiles(Path.Combine(root, "corpus", "samples"), "*.docx")
            .Order(StringComparer.Ordinal)
            .Select(file => workbench.Readers.Read(new DraftSource(Path.GetFileName(file), File.ReadAllBytes(file)), CancellationToken.None))
            .ToImmutableArray();
        int Annotate() => drafts.Sum(draft => workbench.Annotator.Annotate(draft).Length);
        int Analyze() => drafts.Sum(draft => workbench.Pipeline.Analyze(draft, AnalysisOptions.Auto).Statements.Length);
        for (var i = 0; i < WarmingUp; i++)
        {
            GC.KeepAlive(Analyze());
        }

        var (annotating, analyzing) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            annotating = Math.Min(annotating, Time(Annotate));
            analyzing = Math.Min(analyzing, Time(Analyze));
        }

        output.WriteLine(FormattableString.Invariant($"{drafts.Length} drafts"));
        output.WriteLine(FormattableString.Invariant($"annotator: {annotating:F2} ms, {Allocated(Annotate) / 1024} KB"));
        output.WriteLine(FormattableString.Invariant($"pipeline:  {analyzing:F2} ms, {Allocated(Analyze) / 1024} KB, {analyzing / annotating:F2} times as long"));
    }

    private static double Time(Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Repeats; i++)
        {
            GC.KeepAlive(work());
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Repeats;
    }

    private static long Allocated(Func<int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(work());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
