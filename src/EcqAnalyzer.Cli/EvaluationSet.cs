using System.Collections.Immutable;
using System.CommandLine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Cli;

/// <summary>The options that say which labelled texts are measured on, and their loading.</summary>
internal sealed class EvaluationSet(Workbench workbench)
{
    private const string DefaultCorpus = "corpus/narratives";

    private static readonly string[] Parts = ["train", "dev", "test", "all"];

    private readonly Option<string> _corpus = new("--corpus")
    {
        Description = "The folder of labelled narratives",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultCorpus,
    };

    private readonly Option<string?> _part = new Option<string?>("--part")
    {
        Description = "Which part of the corpus: train, dev, test or all; without it test, and all with --rules",
        HelpName = "PART",
    }.AcceptOnlyFromAmong(Parts);

    private readonly Option<string?> _gold = new("--gold")
    {
        Description = "Labelled sentences, JSON Lines; instead of the corpus, and with --rules beside it",
        HelpName = "FILE",
    };

    private readonly Option<string> _framework = new("--framework")
    {
        Description = "The framework whose competencies are measured",
        HelpName = "ID",
        DefaultValueFactory = _ => "opm-2006",
    };

    public IEnumerable<Option> Options => [_corpus, _part, _gold, _framework];

    public bool HasGold(ParseResult parsed) => parsed.GetValue(_gold) is not null;

    public Framework FrameworkOf(ParseResult parsed) => workbench.FindFramework(parsed.GetRequiredValue(_framework))
        ?? throw new UsageException("--framework needs an id here, such as opm-2006");

    /// <summary>How the texts are called in reports: paths as they were given.</summary>
    public string CorpusName(ParseResult parsed, string usualPart)
    {
        var part = parsed.GetValue(_part) ?? usualPart;
        return $"{parsed.GetRequiredValue(_corpus).Replace('\\', '/').TrimEnd('/')}, {(part == "all" ? "all parts" : $"{part} part")}";
    }

    public string GoldName(ParseResult parsed) => Path.GetFileName(parsed.GetValue(_gold) ?? "");

    /// <summary>Throws <see cref="FaultyFilesException"/> where narratives have faults.</summary>
    public ImmutableArray<MeasuredText> LoadCorpus(ParseResult parsed, string usualPart)
    {
        var folder = parsed.GetRequiredValue(_corpus);
        if (!Directory.Exists(folder))
        {
            throw new FaultyFilesException(
                [new Diagnostic(CorpusFaults.NoNarratives, folder, null, null, "there is no such folder; name one of labelled narratives with --corpus")]);
        }

        var part = parsed.GetValue(_part) ?? usualPart;
        ImmutableArray<MeasuredText> texts =
        [
            .. new GoldLoader(workbench.Frameworks).Load(folder, folder)
                .Where(narrative => part == "all" || string.Equals(narrative.Part.ToString(), part, StringComparison.OrdinalIgnoreCase))
                .Select(MeasuredText.Of),
        ];
        return texts.IsEmpty
            ? throw new UsageException($"no narrative of {folder} belongs to the {part} part; see its parts.yaml, or say --part all")
            : texts;
    }

    /// <summary>Throws <see cref="FaultyFilesException"/> where the file has faults.</summary>
    public ImmutableArray<MeasuredText> LoadGold(ParseResult parsed, Framework framework)
    {
        var path = parsed.GetValue(_gold) ?? "";
        if (!File.Exists(path))
        {
            throw new FaultyFilesException([new Diagnostic(GoldFile.BrokenLine, path, null, null, "there is no such file")]);
        }

        using var lines = File.OpenText(path);
        var texts = new GoldFile(framework).Read(lines, path);
        return texts.IsEmpty
            ? throw new FaultyFilesException([new Diagnostic(GoldFile.BrokenLine, path, null, null, "the file holds no sentence")])
            : texts;
    }
}
