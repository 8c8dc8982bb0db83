using System.CommandLine;
using System.Text;
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
        var output = new CommonOptions().Output;
        output.Description = "Write to this file, not to standard output";
        var command = new ExampledCommand(
            "annotate", "Prints sentences, tokens, tags and lemmas as CoNLL-U.", Examples) { path, goldTokens, output };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetRequiredValue(path), parsed.GetValue(output));
            if (to is not null)
            {
                OutputFile.Refuse(to, from);
            }

            using var text = new StringWriter { NewLine = "\n" };
            var code = parsed.GetValue(goldTokens) ? TagTokens(streams, workbench, from, text) : Annotate(streams, workbench, from, text);
            if (to is null or DraftInput.StandardInput)
            {
                streams.Out.Write(text.ToString());
            }
            else if (text.GetStringBuilder().Length > 0)
            {
                OutputFile.Write(to, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
            }

            return code;
        });
        return command;
    }

    private static int Annotate(Streams streams, Workbench workbench, string path, StringWriter text)
    {
        var input = new DraftInput(streams, workbench);
        if (input.Read(path) is not { } draft)
            return ExitCode.UnreadableInput;
        ConlluWriter.Write(text, draft, workbench.Annotator.Annotate(draft));
        return input.HasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
    }

    private static int TagTokens(Streams streams, Workbench workbench, string path, StringWriter text)
    {
        if (path != DraftInput.StandardInput && !File.Exists(path))
        {
            streams.Error.WriteLine($"{path}: there is no such file; check the name and the folder");
            return ExitCode.UnreadableInput;
        }

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
            text.GetStringBuilder().Clear();
            return ExitCode.UnreadableInput;
        }

        return ExitCode.Done;
    }
}
