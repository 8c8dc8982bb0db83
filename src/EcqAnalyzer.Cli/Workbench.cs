using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Cli;

/// <summary>Composition root: the only place that builds the concrete parts of engine and formats, each when first asked
/// for, so that a command pays only for what it uses.</summary>
public sealed class Workbench
{
    private Annotator? _annotator;

    public Annotator Annotator => _annotator ??= LoadAnnotator();

    private static Annotator LoadAnnotator()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", "annotator", "annotator.bin"));
        return new Annotator(LanguageModel.Load(stream));
    }
}
