using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Composition root: the only place that builds the concrete parts of engine and formats, each when first asked
/// for, so that a command pays only for what it uses.</summary>
public sealed class Workbench
{
    private Readers? _readers;
    private Annotator? _annotator;

    public Readers Readers => _readers ??= new Readers([new PlainTextReader()]);

    public Annotator Annotator => _annotator ??= LoadAnnotator();

    public ImmutableArray<Framework> Frameworks { get; } = [];

    public Pipeline Pipeline => throw new NotSupportedException("judging is not built yet");

    /// <summary>The id of a framework that there is; null for <c>auto</c>.</summary>
    public string? FindFrameworkId(string? asked)
    {
        if (asked is null or "auto")
        {
            return null;
        }

        return Frameworks.Any(framework => framework.Id == asked)
            ? asked
            : throw new UsageException(
                $"there is no framework '{asked}'; there are auto, {string.Join(", ", Frameworks.Select(framework => framework.Id))}");
    }

    private static Annotator LoadAnnotator()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", "annotator", "annotator.bin"));
        return new Annotator(LanguageModel.Load(stream));
    }
}
