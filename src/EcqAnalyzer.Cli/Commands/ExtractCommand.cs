using System.CommandLine;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq extract DRAFT</c>: the plain text of a draft, one paragraph a line.</summary>
public static class ExtractCommand
{
    private const string Examples = """
        ecq extract draft.docx                  what the program reads in a Word draft
        ecq extract draft.pdf > draft.txt       the text of a PDF, for another program
        ecq extract old.pdf --quiet | wc -w     how many words
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var path = new Argument<string>("DRAFT") { Description = "A .docx, .pdf, .txt or .md file, or - for standard input" };
        var options = new CommonOptions();
        options.Output.Description = "Write to this file, not to standard output";
        var command = new ExampledCommand(
            "extract", "Prints the text of a draft in reading order, one paragraph a line.", Examples)
        {
            path, options.Output, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            var input = new DraftInput(streams, workbench);
            if (input.Read(parsed.GetValue(path)!) is not { } draft || input.HasFailed)
            {
                return ExitCode.UnreadableInput;
            }

            if (!parsed.GetValue(options.Quiet))
            {
                Remark(streams, draft);
            }

            if (parsed.GetValue(options.Output) is { } output && output != DraftInput.StandardInput)
            {
                OutputFile.Refuse(output, parsed.GetValue(path)!);
                OutputFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(Lines(draft))));
            }
            else
            {
                streams.Out.Write(Lines(draft));
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Says what was kept apart and what is doubtful; what was read as it stands needs no remark.</summary>
    private static void Remark(Streams streams, Draft draft)
    {
        foreach (var note in draft.Extraction.Notes.Where(note => note.Grade != ExtractionGrade.Read))
        {
            streams.Error.WriteLine($"{draft.File.Name}: {note.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The text with what breaks a line within a paragraph as spaces.</summary>
    private static string Lines(Draft draft)
    {
        var lines = new StringBuilder(draft.Text.Length + 1);
        foreach (var block in draft.Blocks)
        {
            var start = lines.Length;
            lines.Append(block.Span.Of(draft.Text));
            foreach (var lineBreak in "\n\r\v\f\u0085\u2028\u2029")
            {
                lines.Replace(lineBreak, ' ', start, lines.Length - start);
            }

            lines.Append('\n');
        }

        return lines.ToString();
    }
}
