using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
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
        var known = string.Join(", ", formats.Select(format => format.Id));
        Format = new Option<string?>("--format")
        {
            Description = $"Format of the report: {known}; without it, the ending of the output path says",
            HelpName = "FORMAT",
        };
        Format.Validators.Add(result =>
        {
            var id = result.GetValueOrDefault<string?>();
            if (id is not null && !formats.Any(format => format.Id == id))
            {
                result.AddError($"there is no report as '{id}' of this command; there is: {known}");
            }
        });
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
            if (format.Form == ReportForm.Binary && streams.Traits.IsTerminal)
            {
                throw new UsageException($"a report as {format.Id} is no text for a screen: give a file, as in -o report{format.Extensions[0]}");
            }

            var traits = streams.Traits;
            var style = new ReportStyle(
                traits.Width, traits.HasColor && !parsed.GetValue(_common.NoColor), traits.HasUnicode, ReportParts.Main);
            return report => WriteStandard(report, format, style, streams);
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

    private static void WriteStandard(T report, ReportOf<T> format, ReportStyle style, Streams streams)
    {
        using var whole = new MemoryStream();
        format.Write(report, style, whole);
        if (format.Form == ReportForm.Binary)
        {
            streams.OutBytes.Write(whole.GetBuffer(), 0, (int)whole.Length);
        }
        else
        {
            streams.Out.Write(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
        }
    }
}
