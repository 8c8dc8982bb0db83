using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Engine.Scoring;
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
    private Readers? _readers;
    private Annotator? _annotator;
    private RulesFiles? _rules;
    private ImmutableArray<Framework>? _frameworks;
    private Pipeline? _pipeline;

    public Readers Readers => _readers ??=
        new Readers([new WordReader(), new PdfReader(), new PlainTextReader(), new MarkdownReader()]);

    public Annotator Annotator => _annotator ??= LoadAnnotator();

    public RulesFiles Rules => _rules ??= LoadRules();

    public ImmutableArray<Framework> Frameworks => _frameworks ??=
        Faultless(faults => FrameworkLoader.LoadAll(Rules, faults));

    public Pipeline Pipeline => _pipeline ??= CreatePipeline();

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

    private Pipeline CreatePipeline()
    {
        var policy = Faultless(faults => ScoringPolicyLoader.Load(Rules, faults));
        var checks = Faultless(faults => CheckLoader.Load(Rules, faults));
        return new Pipeline(new EngineParts(
            Annotator, Frameworks, [], policy, checks, CreateProvenance()));
    }

    private Provenance CreateProvenance() =>
        new(Ecq.Version, [.. Rules.All.Select(file => new Hashed($"rules/{file.Path}", file.Sha256))]);

    private static T Faultless<T>(Func<Faults, T> load)
    {
        var faults = new Faults();
        var loaded = load(faults);
        faults.ThrowIfAny();
        return loaded;
    }

    private static RulesFiles LoadRules()
    {
        return Faultless(faults => RulesFolder.Read("rules", faults));
    }

    private static Annotator LoadAnnotator()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", "annotator", "annotator.bin"));
        return new Annotator(LanguageModel.Load(stream));
    }
}
