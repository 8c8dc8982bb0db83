using System.Collections.Immutable;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>The product's own pipeline, with its rules and its annotator, on drafts written in a test.</summary>
public static class TestEngine
{
    private static readonly Workbench Bench = new();

    public static Pipeline Pipeline => Bench.Pipeline;

    /// <summary>A pipeline of the product that runs other checks.</summary>
    public static Pipeline PipelineOf(CheckSet checks) => new(new EngineParts(
        Bench.Annotator, Bench.Frameworks, [RuleMatcher.OfStable(Bench.Rulebook.Rules)], Bench.Rulebook.Policy, checks,
        new Provenance("test", [])));

    /// <summary>A draft of corpus/samples, read and analysed.</summary>
    public static Analysis AnalyzeSample(string name, AnalysisOptions? options = null) => Pipeline.Analyze(
        Bench.Readers.Read(DraftSource.Load(Repository.Path("corpus", "samples", name)), CancellationToken.None), options ?? AnalysisOptions.Auto);

    /// <summary>Analyses lines: "# " begins a heading, "- " a list item, anything else is a paragraph.</summary>
    public static Analysis Analyze(AnalysisOptions options, params string[] lines)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var text = "";
        foreach (var line in lines)
        {
            var (kind, words) = line switch
            {
                ['#', ' ', ..] => (BlockKind.Heading, line[2..]),
                ['-', ' ', ..] => (BlockKind.ListItem, line[2..]),
                _ => (BlockKind.Paragraph, line),
            };
            var start = text.Length == 0 ? 0 : text.Length + 1;
            text += text.Length == 0 ? words : $"\n{words}";
            blocks.Add(new Block(new TextSpan(start, text.Length), kind, kind == BlockKind.Heading ? 1 : 0));
        }

        return Pipeline.Analyze(DraftOf(text, blocks.ToImmutable(), DraftFormat.Text), options);
    }

    public static Analysis AnalyzeGiven(AnalysisOptions options, params string[] sentences) =>
        Pipeline.Analyze(Draft.OfSentences("test.txt", [.. sentences]), options);

    private static Draft DraftOf(string text, ImmutableArray<Block> blocks, DraftFormat format) =>
        new(new DraftFile("test.txt", "", format), text, blocks, SourceMap.Empty, new Extraction(null, []));
}
