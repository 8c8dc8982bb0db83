using System.CommandLine;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq annotate DRAFT</c>: sentences, tokens, tags and lemmas as CoNLL-U.</summary>
public static class AnnotateCommand
{
    private const string Examples = """
        ecq annotate draft.docx                     sentences, tokens, tags and lemmas of a draft
        ecq annotate --gold-tokens test.conllu      tags and lemmas for tokens that are given
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var path = new Argument<string>("DRAFT") { Description = "A .docx, .pdf, .txt or .md file, or - for standard input" };
        var goldTokens = new Option<bool>("--gold-tokens")
        {
            Description = "The input is CoNLL-U, plain or gzip; its own tokens are tagged",
        };
        var command = new ExampledCommand(
            "annotate", "Prints sentences, tokens, tags and lemmas as CoNLL-U.", Examples) { path, goldTokens };
        command.SetAction(parsed => parsed.GetValue(goldTokens)
            ? TagTokens(streams, workbench, parsed.GetValue(path)!)
            : Annotate(streams, workbench, parsed.GetValue(path)!));
        return command;
    }

    private static int Annotate(Streams streams, Workbench workbench, string path)
    {
        var input = new DraftInput(streams, workbench);
        if (input.Read(path) is not { } draft)
            return ExitCode.UnreadableInput;
        using var text = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(text, draft, workbench.Annotator.Annotate(draft));
        streams.Out.Write(text.ToString());
        return input.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
    }

    private static int TagTokens(Streams streams, Workbench workbench, string path)
    {
        using var text = new StringWriter { NewLine = "\n" };
        try
        {
            using var input = path == DraftInput.StandardInput ? streams.In : File.OpenRead(path);
            foreach (var sentence in Treebank.Load(input))
            {
                ConlluWriter.Write(text, sentence, AnnotatorEvaluation.TagGold(workbench.Annotator, sentence));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            streams.Error.WriteLine($"{path}: {fault.Message.ReplaceLineEndings(" ")}");
            return ExitCode.UnreadableInput;
        }

        streams.Out.Write(text.ToString());
        return ExitCode.Done;
    }
}
