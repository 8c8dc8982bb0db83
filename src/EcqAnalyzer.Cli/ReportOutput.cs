using System.Text;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli;

/// <summary>Where the reports of a run go: standard output, one file, or a file each in a folder.</summary>
public sealed class ReportOutput
{
    private readonly Streams _streams;
    private readonly Func<string, string>? _target;
    private bool _isFirst = true;

    private ReportOutput(Streams streams, Func<string, string>? target) => (_streams, _target) = (streams, target);

    public bool IsStandard => _target is null;

    /// <summary>Throws <see cref="UsageException"/> where reports would overwrite a draft or each other.</summary>
    public static ReportOutput Of(string? output, string[] drafts, ReportFormat format, Streams streams)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(format);
        if (output is null or DraftInput.StandardInput)
        {
            return new ReportOutput(streams, null);
        }

        var isFolder = Directory.Exists(output) || output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar);
        if (!isFolder && drafts.Length > 1)
        {
            throw new UsageException($"{drafts.Length} drafts make {drafts.Length} reports: give a folder, as in -o {output}/");
        }

        string Target(string draft) => isFolder
            ? Path.Combine(output, (draft == DraftInput.StandardInput ? "stdin" : Path.GetFileName(draft)) + format.Extensions[0])
            : output;
        foreach (var target in drafts.Select(Target))
        {
            OutputFile.Refuse(target, drafts);
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

        return new ReportOutput(streams, Target);
    }

    public void Write(string draft, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_target is not null)
        {
            OutputFile.Write(_target(draft), write);
            return;
        }

        using var whole = new MemoryStream();
        write(whole);
        if (!_isFirst)
        {
            _streams.Out.Write("\n");
        }

        _isFirst = false;
        _streams.Out.Write(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
    }
}
