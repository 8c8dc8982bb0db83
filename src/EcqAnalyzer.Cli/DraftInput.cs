using System.Collections.Immutable;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Reads the drafts that a command line names, <c>-</c> being standard input. One that cannot be read is one line
/// on standard error; the others are still done.</summary>
public sealed class DraftInput(Streams streams, Workbench workbench)
{
    public const string StandardInput = "-";
    /// <summary>What is added to a draft's name for the file of its suppressions.</summary>
    public const string SuppressionsEnding = ".ecq.yaml";

    private const string Untrusted = "ECQ290";

    private readonly List<Diagnostic> _faults = [];

    /// <summary>Whether a draft could not be read, so that the run ends with <see cref="ExitCode.UnreadableInput"/>.</summary>
    public bool HasFailed => _faults.Count > 0;

    /// <summary>What was said of files read here, in order.</summary>
    public IReadOnlyList<Diagnostic> Faults => _faults;

    /// <summary>Throws <see cref="UsageException"/> where more than one draft is to come from standard input.</summary>
    public static void RefuseTwoFromStandardInput(string[] paths)
    {
        if (paths.Count(path => path == StandardInput) > 1)
        {
            throw new UsageException("only one of the drafts can come from standard input");
        }
    }

    /// <summary>The draft, or null where it cannot be read, which was then said.</summary>
    public Draft? Read(string path) => Open(path)?.Draft;

    /// <summary>As <see cref="Read"/>, with the bytes that were read.</summary>
    public OpenedDraft? Open(string path) => Open(path, source => new OpenedDraft(source, ReadDraft(path, source)));

    /// <summary>An earlier version of a draft: the draft itself, or a saved report on it.</summary>
    public OpenedVersion? OpenVersion(string path) => Open(path, source => SavedReportReader.IsReport(source)
        ? OpenedVersion.Of(SavedReportReader.Read(source))
        : new OpenedVersion(ReadDraft(path, source), Saved: null));

    /// <summary>The rows of a table as spreadsheets save them; null where it cannot be read, which was then said.</summary>
    public ImmutableArray<CsvRow>? ReadTable(string path) => Open(path, source => new OpenedTable(CsvReader.Read(source)))?.Rows;

    /// <summary>Says every fault that was found in a file read here.</summary>
    public void Tell(Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults.InOrder())
        {
            Fail(fault);
        }
    }

    private T? Open<T>(string path, Func<DraftSource, T> read)
        where T : class
    {
        try
        {
            return read(path == StandardInput ? DraftSource.Load(streams.In, "stdin") : DraftSource.Load(path));
        }
        catch (UnreadableDraftException fault)
        {
            Fail(fault.Diagnostic with { File = path });
            return null;
        }
    }

    private Draft ReadDraft(string path, DraftSource source)
    {
        var draft = workbench.Readers.Read(source, CancellationToken.None);
        if (FindDistrust(draft) is { } distrust)
        {
            Fail(distrust with { File = path });
        }

        return draft;
    }

    /// <summary>Why the text of a draft cannot be trusted; null where it can.</summary>
    internal static Diagnostic? FindDistrust(Draft draft) => draft.Extraction.CanBeTrusted
        ? null
        : new Diagnostic(Untrusted, draft.File.Name, null, null, WhyUntrusted(draft.Extraction.Notes));

    /// <summary>What the file beside a draft keeps silent in it: <c>draft.docx.ecq.yaml</c> beside <c>draft.docx</c>. With
    /// faults, which are said, nothing of it counts.</summary>
    public ImmutableArray<Suppression> ReadSuppressions(string path)
    {
        var beside = path + SuppressionsEnding;
        if (path == StandardInput || !File.Exists(beside))
        {
            return [];
        }

        var faults = new Faults();
        var rulebook = workbench.Rulebook;
        var found = RulesFolder.Parse(new RulesSource(beside, beside, File.ReadAllBytes(beside)), faults) is { } file
            ? new SuppressionLoader(rulebook.Rules, rulebook.Checks, faults).Load(file.Root, Path.GetFileName(beside))
            : [];
        Tell(faults);
        return faults.Any ? [] : found;
    }

    /// <summary>Does something with a draft that was read. Where its file does not allow it, that is said.</summary>
    public void Try(string path, Action act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            act();
        }
        catch (UnreadableDraftException fault)
        {
            Fail(fault.Diagnostic with { File = path });
        }
    }

    private void Fail(Diagnostic diagnostic)
    {
        _faults.Add(diagnostic);
        streams.Error.WriteLine(diagnostic.ToString().ReplaceLineEndings(" "));
    }

    private static string WhyUntrusted(ImmutableArray<ExtractionNote> notes) =>
        "the text cannot be trusted: "
        + string.Join(' ', notes.Where(note => note.Grade == ExtractionGrade.Untrusted).Select(note => note.Message));
}

/// <summary>A draft and the bytes it was read from.</summary>
public sealed record OpenedDraft(DraftSource Source, Draft Draft);

internal sealed record OpenedTable(ImmutableArray<CsvRow> Rows);

/// <summary>An earlier version of a draft, and what an earlier run said of it where it comes from a saved report.</summary>
public sealed record OpenedVersion(Draft Draft, SavedReport? Saved)
{
    public static OpenedVersion Of(SavedReport saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return new OpenedVersion(saved.Draft, saved);
    }
}
