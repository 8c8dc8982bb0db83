using System.CommandLine;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq evaluate</c>: measures the models on gold that had no part in making them.</summary>
public static class EvaluateCommand
{
    private const string Examples = """
        ecq evaluate --annotator --treebanks treebanks     a table of figures, one line a test set
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var annotator = new Option<bool>("--annotator") { Description = "Measure the English annotator", Required = true };
        var treebanks = new Option<DirectoryInfo>("--treebanks")
        {
            Description = "The folder that holds ewt, gum and pud",
            Required = true,
        };
        var development = new Option<bool>("--dev") { Description = "Measure on the development sets instead of the tests" };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the built one" };
        var lines = new Option<FileInfo>("--lines")
        {
            Description = "Lines of drafts with gold tags, in CoNLL-U",
            DefaultValueFactory = _ => new FileInfo("models/annotator/resume-lines.conllu"),
        };
        var command = new ExampledCommand("evaluate", "Measures the models.", Examples)
        {
            annotator, treebanks, development, model, lines,
        };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(treebanks);
            if (!folder.Exists)
            {
                streams.Error.WriteLine($"ecq: there is no folder {folder}; name the one that holds ewt, gum and pud");
                return ExitCode.UnreadableInput;
            }

            var measured = result.GetValue(model) is { } file ? Load(file) : workbench.Annotator;
            var sets = new TreebankFolder(folder.FullName);
            var tested = (result.GetValue(development) ? sets.Development() : sets.Tests()).ToArray();
            streams.Out.WriteLine(AnnotatorFigures.Header);
            foreach (var (name, sentences) in tested)
            {
                streams.Out.WriteLine(AnnotatorEvaluation.Measure(measured, name, sentences));
            }

            foreach (var (name, sentences) in tested)
            {
                streams.Out.WriteLine(ClauseEvaluation.Measure(measured, name, sentences));
            }

            if (result.GetRequiredValue(lines) is { Exists: true } gold)
            {
                streams.Out.WriteLine(
                    AnnotatorEvaluation.MeasurePastTense(measured, Treebank.Load(gold.FullName)));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Annotator Load(FileInfo file)
    {
        using var stream = file.OpenRead();
        return new Annotator(LanguageModel.Load(stream, file.Name));
    }
}
