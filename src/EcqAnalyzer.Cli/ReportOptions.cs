using System.Collections.Immutable;
using System.CommandLine;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli;

/// <summary>How and where a command that makes one report writes it: <c>--format</c>, <c>-o</c>, <c>--no-color</c>.</summary>
internal sealed class ReportOptions<T>
{
    private readonly ImmutableArray<ReportOf<T>> _formats;
    private readonly CommonOptions _common;

    public ReportOptions(ImmutableArray<ReportOf<T>> formats, CommonOptions common)
    {
        (_formats, _common) = (formats, common);
        Format = CommonOptions.FormatOption(formats.Select(format => format.Id), "of this command");
    }

    public Option<string?> Format { get; }

    public Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "Write to this file, not to standard output",
        HelpName = "PATH",
    };

    /// <summary>Where the report goes, known before the work begins. Throws <see cref="UsageException"/> where it cannot go
    /// there.</summary>
    public Action<T> Open(ParseResult parsed, Streams streams, params string[] inputs)
    {
        var output = parsed.GetValue(Output);
        var format = Choose(parsed.GetValue(Format), output);
        if (output is null or DraftInput.StandardInput)
        {
            streams.RefuseBinary(format.Id, format.Form, format.Extensions[0]);
            var style = _common.ReadStyle(parsed, streams.Traits);
            return report => streams.Write(format.Form, stream => format.Write(report, style, stream));
        }

        OutputFile.Refuse(output, inputs);
        return report => OutputFile.Write(output, stream => format.Write(report, ReportStyle.Plain, stream));
    }

    private ReportOf<T> Choose(string? id, string? output)
    {
        if (id is not null)
        {
            return _formats.First(format => format.Id == id);
        }

        var extension = Path.GetExtension(output ?? "");
        return extension.Length == 0
            ? _formats[0]
            : _formats.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
                ?? throw new UsageException(
                    $"a name that ends in {extension} asks for a report that this command does not write; there are: "
                    + $"{string.Join(", ", _formats.SelectMany(format => format.Extensions))}, or say it with --format");
    }
}
