using System.CommandLine;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq evaluate --annotator</c>: the language model on treebanks.</summary>
internal sealed class EvaluateAnnotator(Streams streams, Workbench workbench)
{
    private readonly Option<DirectoryInfo?> _treebanks = new("--treebanks")
    {
        Description = "With --annotator: the folder that holds ewt, gum and pud",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _development = new("--dev")
    {
        Description = "With --annotator: the development sets instead of the tests",
    };

    private readonly Option<int?> _confusions =
        CommonOptions.Number("--confusions", "With --annotator: show this many of the tags most often mixed up", "N", most: 1000);

    private readonly Option<FileInfo?> _model = new("--model")
    {
        Description = "With --annotator: another model than the built one",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo> _lines = new("--lines")
    {
        Description = "With --annotator: lines of drafts with gold tags, in CoNLL-U",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo("models/annotator/resume-lines.conllu"),
    };

    public Option<bool> Wanted { get; } = new("--annotator") { Description = "Measure the English annotator" };

    public IEnumerable<Option> Options => [Wanted, _treebanks, _development, _confusions, _model, _lines];

    public int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_treebanks) is not { } folder)
        {
            throw new UsageException("--annotator needs --treebanks FOLDER, the folder that holds ewt, gum and pud");
        }

        if (!folder.Exists)
        {
            streams.Error.WriteLine($"ecq: there is no folder {folder}; name the one that holds ewt, gum and pud");
            return ExitCode.UnreadableInput;
        }

        var measured = parsed.GetValue(_model) is { } file ? Load(file) : workbench.Annotator;
        var most = parsed.GetValue(_confusions) ?? 0;
        var sets = new TreebankFolder(folder.FullName);
        var tested = (parsed.GetValue(_development) ? sets.Development() : sets.Tests()).ToArray();
        streams.Out.WriteLine(AnnotatorFigures.Header);
        foreach (var (name, sentences) in tested)
        {
            streams.Out.WriteLine(AnnotatorEvaluation.Measure(measured, name, sentences));
            streams.Out.Write(Confusions.Of(measured, sentences).Format(most));
        }

        foreach (var (name, sentences) in tested)
        {
            streams.Out.WriteLine(ClauseEvaluation.Measure(measured, name, sentences));
        }

        if (parsed.GetRequiredValue(_lines) is { Exists: true } gold)
        {
            var drafts = Treebank.Load(gold.FullName);
            streams.Out.WriteLine(AnnotatorEvaluation.MeasurePastTense(measured, drafts));
            streams.Out.Write(Confusions.Of(measured, drafts).Format(most));
        }

        return ExitCode.Done;
    }

    private static Annotator Load(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new UsageException($"there is no model {file}; without --model the built one is measured");
        }

        using var stream = file.OpenRead();
        return new Annotator(LanguageModel.Load(stream, file.Name));
    }
}
