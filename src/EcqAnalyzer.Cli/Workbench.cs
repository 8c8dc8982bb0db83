using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Composition root: the only place that builds the concrete parts of engine and formats, each when first asked
/// for, so that a command pays only for what it uses.</summary>
public sealed class Workbench
{
    private const string AnnotatorModel = "annotator/annotator.bin";

    private Readers? _readers;
    private byte[]? _annotatorBytes;
    private Annotator? _annotator;
    private Rulebook? _rulebook;
    private Pipeline? _pipeline;

    public Readers Readers => _readers ??=
        new Readers([new WordReader(), new PdfReader(), new PlainTextReader(), new MarkdownReader()]);

    public Annotator Annotator => _annotator ??= new Annotator(LanguageModel.Load(AnnotatorBytes));

    /// <summary>Read once: the annotator is made of them, and an analysis names their hash.</summary>
    private byte[] AnnotatorBytes => _annotatorBytes ??=
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", AnnotatorModel));

    public Rulebook Rulebook => _rulebook ??= Rulebook.LoadCompiled();

    public ImmutableArray<Framework> Frameworks => Rulebook.Frameworks;

    public Pipeline Pipeline => _pipeline ??= CreatePipeline(Rulebook);

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
                $"there is no framework '{asked}'{Spelling.Hint(asked, [.. Frameworks.Select(framework => framework.Id)])}");
    }

    /// <summary>A pipeline of other rules than the product's own.</summary>
    internal Pipeline CreatePipeline(Rulebook rulebook) => new(new EngineParts(
        Annotator,
        rulebook.Frameworks,
        [RuleMatcher.OfStable(rulebook.Rules)],
        rulebook.Policy,
        rulebook.Checks,
        CreateProvenance(rulebook)));

    private Provenance CreateProvenance(Rulebook rulebook) => new(
        Ecq.Version,
        [
            .. rulebook.Files.All.Select(file => new Hashed($"rules/{file.Path}", file.Sha256)),
            new Hashed($"models/{AnnotatorModel}", new ContentHash(AnnotatorBytes)),
        ]);
}
