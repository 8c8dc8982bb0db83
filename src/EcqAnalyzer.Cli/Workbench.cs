using System.Collections.Immutable;
using EcqAnalyzer.Cli.Packs;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Engine.Reporting;
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
public sealed class Workbench(TextWriter? error = null)
{
    private const string AnnotatorModel = "annotator/annotator.bin";
    private const string WordsModel = "words/words.bin";
    private const string EncoderModelFile = "encoder/encoder.bin";
    private const string CrossedFile = "encoder/crossed.bin";
    private const string JudgeModelFile = "judge/judge.bin";

    private Readers? _readers;
    private byte[]? _annotatorBytes;
    private MappedFile? _wordBytes;
    private MappedFile? _encoderBytes;
    private MappedFile? _judgeBytes;
    private WordTable? _words;
    private SentenceEncoder? _encoder;
    private Annotator? _annotator;
    private Rulebook? _rulebook;
    private Pipeline? _pipeline;

    public Readers Readers => _readers ??= ReadersWith(new PdfReader());

    /// <summary>The readers of all formats, that of PDFs as the caller wants it.</summary>
    internal static Readers ReadersWith(PdfReader pdf) => new([new WordReader(), pdf, new PlainTextReader(), new MarkdownReader()]);

    public Annotator Annotator => _annotator ??= new Annotator(LanguageModel.Load(AnnotatorBytes));

    /// <summary>Read once: the annotator is made of them, and an analysis names their hash.</summary>
    private byte[] AnnotatorBytes => _annotatorBytes ??= ReadModel(AnnotatorModel);

    /// <summary>Packs to lay over the program's rules; to be set before these are first asked for.</summary>
    public PacksAsked? Packs { get; set; }

    /// <summary>Whether a pack was set aside for its faults, so that the run ends with <see cref="ExitCode.UnreadableInput"/>.</summary>
    public bool HasFaultyPacks { get; private set; }

    public Rulebook Rulebook => _rulebook ??= Packs is { } packs
        ? Told(UserPacks.Load(packs, RulesCache.OfUser()))
        : Rulebook.LoadCompiled();

    /// <summary>The rules in use with the examples of every rule.</summary>
    public Rulebook LoadWithExamples() =>
        Packs is { } packs ? Told(UserPacks.LoadWithExamples(packs)) : Rulebook.LoadYaml(null);

    /// <summary>How many comments may stand beside a draft.</summary>
    public MarginLimits Margin => Rulebook.Load(MarginLimitsLoader.Load);

    public ImmutableArray<Framework> Frameworks => Rulebook.Frameworks;

    public Pipeline Pipeline => _pipeline ??= CreatePipeline(Rulebook);

    /// <summary>Judges by rules alone: what the trainer learns beside, and what an evaluation compares with.</summary>
    public Pipeline RulesAlone => CreatePipeline(Rulebook, null);

    /// <summary>Judges without phrase rules; null where the program was built without a model for judging.</summary>
    public Pipeline? ClassifierAlone => JudgeBytes is { } judge ? CreatePipeline(Rulebook, judge.Memory, []) : null;

    public WordTable Words => _words ??= WordTable.Load(WordBytes.Memory);

    public SentenceEncoder Encoder => _encoder ??= new SentenceEncoder(EncoderModel.Load(EncoderBytes.Memory));

    /// <summary>What the trainer needs beside the encoder.</summary>
    internal static byte[] CrossedBytes => ReadModel(CrossedFile);

    internal ContentHash EncoderHash => new(EncoderBytes.Memory);

    private MappedFile EncoderBytes => _encoderBytes ??= new MappedFile(PathOf(EncoderModelFile));

    private MappedFile WordBytes => _wordBytes ??= new MappedFile(PathOf(WordsModel));

    /// <summary>The model for judging that the program was built with; null where there was none.</summary>
    private MappedFile? JudgeBytes => _judgeBytes ??= File.Exists(PathOf(JudgeModelFile)) ? new MappedFile(PathOf(JudgeModelFile)) : null;

    /// <summary>The id of a framework that there is; null for <c>auto</c>.</summary>
    public string? FindFrameworkId(string? asked)
    {
        if (Packs?.Vacancy is { } vacancy)
        {
            return asked is null or "auto"
                ? FindVacancyId(vacancy)
                : throw new UsageException("--vacancy brings its own framework: leave --framework out, or change 'base:' in the pack");
        }

        if (asked is null or "auto")
        {
            return null;
        }

        return Frameworks.Any(framework => framework.Id == asked)
            ? asked
            : throw new UsageException(
                $"there is no framework '{asked}'{Spelling.Hint(asked, [.. Frameworks.Select(framework => framework.Id)])}");
    }

    /// <summary>As <see cref="FindFrameworkId"/>.</summary>
    public Framework? FindFramework(string? asked) =>
        FindFrameworkId(asked) is { } id ? Frameworks.First(framework => framework.Id == id) : null;

    /// <summary>The framework that a vacancy's pack is. Throws <see cref="FaultyFilesException"/> where it was set aside: without
    /// it nothing of what was asked for can be done.</summary>
    private string FindVacancyId(string vacancy)
    {
        var file = Rulebook.Files.Below(FrameworkLoader.Folder).FirstOrDefault(file => file.Name == vacancy);
        return file is not null ? Path.GetFileNameWithoutExtension(file.Path)
            : Rulebook.Packs.Any(pack => pack.Name == vacancy && pack.IsSetAside) ? throw new FaultyFilesException([])
            : throw new UsageException($"{vacancy} is no vacancy pack: it has no 'ecqs:' with the technical qualifications");
    }

    /// <summary>A pipeline of other rules than the product's own.</summary>
    internal Pipeline CreatePipeline(Rulebook rulebook) => CreatePipeline(rulebook, JudgeBytes?.Memory);

    /// <summary>A pipeline with another model for judging, such as one just trained; null judges by rules alone.</summary>
    internal Pipeline CreatePipeline(Rulebook rulebook, ReadOnlyMemory<byte>? judge) =>
        CreatePipeline(rulebook, judge, [RuleMatcher.OfStable(rulebook.Rules)]);

    private Pipeline CreatePipeline(Rulebook rulebook, ReadOnlyMemory<byte>? judge, ImmutableArray<IEvidenceSource> rules)
    {
        var parts = new EngineParts(
            Annotator, rulebook.Frameworks, rules, rulebook.Policy, rulebook.Checks, CreateProvenance(rulebook, judge))
        {
            Learned = judge is { } model ? new LearnedParts(JudgeModel.Load(model), Words, Encoder) : null,
            Suppressions = rulebook.Suppressions,
        };
        return new Pipeline(parts);
    }

    private Provenance CreateProvenance(Rulebook rulebook, ReadOnlyMemory<byte>? judge)
    {
        var hashes = ImmutableArray.CreateBuilder<Hashed>();
        // Of one pack may come several files: its rules, what it suppresses.
        hashes.AddRange(rulebook.Files.All.DistinctBy(file => file.Name).Select(file => new Hashed(file.Name, file.Sha256)));
        hashes.Add(new Hashed($"models/{AnnotatorModel}", new ContentHash(AnnotatorBytes)));
        if (judge is { } model)
        {
            hashes.Add(new Hashed($"models/{WordsModel}", new ContentHash(WordBytes.Memory)));
            hashes.Add(new Hashed($"models/{EncoderModelFile}", EncoderHash));
            hashes.Add(new Hashed($"models/{JudgeModelFile}", new ContentHash(model)));
        }

        return new Provenance(Ecq.Version, hashes.ToImmutable()) { Packs = rulebook.Packs };
    }

    /// <summary>Says which packs were set aside, and every fault of each.</summary>
    private Rulebook Told(Rulebook rulebook)
    {
        foreach (var pack in rulebook.Packs.Where(pack => pack.IsSetAside))
        {
            HasFaultyPacks = true;
            foreach (var fault in pack.Faults)
            {
                error?.WriteLine(fault);
            }

            error?.WriteLine($"ecq: {pack.Name} is set aside for {(pack.Faults.Count == 1 ? "this fault" : $"these {pack.Faults.Count} faults")}; the rest works without it.");
        }

        return rulebook;
    }

    private static byte[] ReadModel(string name) => File.ReadAllBytes(PathOf(name));

    private static string PathOf(string model) => Path.Combine(AppContext.BaseDirectory, "models", model);
}
