using BenchmarkDotNet.Attributes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Benchmarks;

/// <summary>What each stage costs for one two-page draft, once the program is warm: time and allocation.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StageBenchmarks
{
    private readonly Workbench _workbench = new();
    private DraftSource _source = null!;
    private Draft _draft = null!;

    [GlobalSetup]
    public void Load()
    {
        var sample = Path.Combine(FindRoot(), "corpus", "samples", "leading-people.docx");
        _source = new DraftSource(Path.GetFileName(sample), File.ReadAllBytes(sample));
        _draft = Read();
        _ = Analyze();
    }

    [Benchmark]
    public Draft Read() => _workbench.Readers.Read(_source, CancellationToken.None);

    [Benchmark]
    public int Annotate() => _workbench.Annotator.Annotate(_draft).Length;

    [Benchmark(Baseline = true)]
    public Analysis Analyze() => _workbench.Pipeline.Analyze(_draft, AnalysisOptions.Auto);

    internal static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EcqAnalyzer.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("EcqAnalyzer.sln not found above the benchmarks");
        }

        return folder.FullName;
    }
}
