using System.Text;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Answers lines as they come: one is read, judged, written and forgotten before the next, so memory does not grow
/// with their number and a program that waits for its answer gets it.</summary>
public sealed class TagRun(
    AnalysisOptions defaults, IEnumerable<string> frameworks, Func<Draft, AnalysisOptions, Analysis> analyze)
{
    private readonly HashSet<string> _frameworks = [.. frameworks];

    public int Run(Stream input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var lines = new TagLines(input);
        var hasFailed = false;
        while (lines.FindNext() is { } line)
        {
            if (IsBlank(line.Bytes.Span))
            {
                continue;
            }

            try
            {
                Write(output, Answer(line));
            }
            catch (TagFaultException fault)
            {
                hasFailed = true;
                Write(output, TagAnswer.Write(fault));
            }
        }

        return hasFailed ? ExitCode.UnreadableInput : ExitCode.Done;
    }

    private byte[] Answer(TagLine line)
    {
        if (line.IsTooLong)
        {
            throw new TagFaultException(
                TagId.FindIn(line.Bytes.Span), $"the line is longer than {TagLimits.LineBytes >> 20} MB; send less on one line");
        }

        var request = TagRequest.Parse(WithoutMark(line.Bytes));
        var options = new AnalysisOptions(Framework(request), request.Kind ?? defaults.Kind, request.Ecq)
        {
            Scope = AnalysisScope.Scores,
        };
        return TagAnswer.Write(request, analyze(TagAnswer.ToDraft(request), options));
    }

    private string? Framework(TagRequest request) => request.Framework switch
    {
        null => defaults.Framework,
        "auto" => null,
        var id when _frameworks.Contains(id) => id,
        var id => throw new TagFaultException(
            request.Id, $"there is no framework '{id}'; there are {string.Join(", ", _frameworks.Order(StringComparer.Ordinal))}"),
    };

    private static void Write(TextWriter output, byte[] line)
    {
        output.Write(Encoding.UTF8.GetString(line));
        output.Flush();
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;

    /// <summary>Some programs put a byte order mark before the first line.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line) =>
        line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
}
