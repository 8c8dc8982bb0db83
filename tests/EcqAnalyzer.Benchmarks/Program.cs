using BenchmarkDotNet.Running;
using EcqAnalyzer.Benchmarks;

// dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- --filter '*'
// dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- annotator [node_modules]
// dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- rules
// dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- pipeline
if (args is ["annotator", .. var rest])
    AnnotatorSpeed.Run(StageBenchmarks.FindRoot(), rest.Length > 0 ? rest[0] : null, Console.Out);
else if (args is ["rules"])
    RuleSpeed.Run(StageBenchmarks.FindRoot(), Console.Out);
else if (args is ["pipeline"])
    PipelineSpeed.Run(StageBenchmarks.FindRoot(), Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
