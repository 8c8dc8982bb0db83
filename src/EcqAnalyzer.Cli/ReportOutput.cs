using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli;

/// <summary>Where the reports of a run go: standard output, one file, or a file each in a folder.</summary>
public sealed class ReportOutput
{
    private readonly Streams _streams;
    private readonly ReportForm _form;
    private readonly Func<string, string>? _target;
    private bool _isFirst = true;

    private ReportOutput(Streams streams, ReportForm form, Func<string, string>? target) =>
        (_streams, _form, _target) = (streams, form, target);

    public bool IsStandard => _target is null;

    /// <summary>Throws <see cref="UsageException"/> where reports would overwrite a draft or each other, and where standard
    /// output is no place for them.</summary>
    public static ReportOutput Of(string? output, string[] drafts, ReportFormat format, Streams streams)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(streams);
        if (output is null or DraftInput.StandardInput)
        {
            RefuseStandard(drafts, format, streams);
            return new ReportOutput(streams, format.Form, null);
        }

        var isFolder = Directory.Exists(output) || output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar);
        if (!isFolder && drafts.Length > 1)
        {
            throw TooMany(drafts, $"{output}/");
        }

        string Target(string draft) => isFolder ? Path.Combine(output, NameOf(draft, format)) : output;
        foreach (var draft in drafts)
        {
            OutputFile.Refuse(Target(draft), drafts);
            RefuseOtherEnding(draft, Target(draft), format);
        }

        var twice = drafts.GroupBy(Target).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"{string.Join(" and ", twice)} would both be reported in {twice.Key}; do them in two runs");
        }

        if (isFolder)
        {
            OutputFile.CreateFolder(output);
        }

        return new ReportOutput(streams, format.Form, Target);
    }

    public void Write(string draft, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_target is not null)
        {
            OutputFile.Write(_target(draft), write);
            return;
        }

        _streams.Write(_form, stream =>
        {
            if (!_isFirst)
            {
                stream.WriteByte((byte)'\n');
            }

            write(stream);
        });
        _isFirst = false;
    }

    /// <summary>The draft's whole name, since draft.docx and draft.pdf may stand side by side: draft.docx.html. Where both
    /// end alike, the report says what it is: draft.checked.docx.</summary>
    private static string NameOf(string draft, ReportFormat format)
    {
        var name = draft == DraftInput.StandardInput ? "stdin" : Path.GetFileName(draft);
        var extension = EndingOf(name, format);
        return name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            ? $"{Path.GetFileNameWithoutExtension(name)}.checked{extension}"
            : name + extension;
    }

    /// <summary>A draft that is of the report's format keeps its ending: a template stays one, a document with macros too.</summary>
    internal static string EndingOf(string draft, ReportFormat format)
    {
        var own = Path.GetExtension(draft).ToLowerInvariant();
        return format.Extensions.Contains(own) ? own : format.Extensions[0];
    }

    private static void RefuseOtherEnding(string draft, string target, ReportFormat format)
    {
        var (own, asked) = (EndingOf(draft, format), Path.GetExtension(target).ToLowerInvariant());
        if (format.Form == ReportForm.Binary && asked != own && format.Extensions.Contains(asked))
        {
            throw new UsageException($"the report on {draft} has to end in {own}, or no program opens it; {target} ends in {asked}");
        }
    }

    private static void RefuseStandard(string[] drafts, ReportFormat format, Streams streams)
    {
        if (format.Form != ReportForm.Text && drafts.Length > 1)
        {
            throw TooMany(drafts, "reports/");
        }

        streams.RefuseBinary(format.Id, format.Form, format.Extensions[0]);
    }

    private static UsageException TooMany(string[] drafts, string folder) =>
        new($"{drafts.Length} drafts make {drafts.Length} reports: give a folder, as in -o {folder}");
}
