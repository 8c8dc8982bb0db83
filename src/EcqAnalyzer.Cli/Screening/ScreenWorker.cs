using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Formats.Screening;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>Opens and judges drafts for a screening. A fault of a draft, and a bug that a draft brings out, are answers: the next
/// draft is read as if nothing had been.</summary>
internal sealed class ScreenWorker
{
    private const string Bug = "ECQ292";

    private readonly Workbench _workbench = new();
    private readonly AnalysisOptions _options;
    private readonly Readers _usual;
    private Opened? _opened;

    public ScreenWorker(WorkerOrder order)
    {
        _workbench.Packs = order.Packs;
        _options = new AnalysisOptions(order.Framework, order.Kind);
        _usual = Workbench.ReadersWith(PdfReader.Inside());
        Rules = RulesHash.Of(_workbench.Pipeline.Provenance, order);
    }

    /// <summary>See <see cref="Digest.Rules"/>.</summary>
    public string Rules { get; }

    public WorkerAnswer Answer(WorkerRequest request)
    {
        var file = request.Path ?? _opened?.Path ?? "";
        try
        {
            return request.Path is { } path ? Open(path, request.Care) : Judge(request.Formats);
        }
        catch (UnreadableDraftException fault) when (!IsOfMemory(fault))
        {
            return WorkerAnswer.OfFault(fault.Diagnostic);
        }
        catch (Exception bug) when (!IsOfMemory(bug))
        {
            return WorkerAnswer.OfFault(new Diagnostic(
                Bug, file, null, null, $"a bug in the program came out at this file ({bug.GetType().Name}); report it with the trace of ecq check --debug"));
        }
    }

    /// <summary>The readers tell it as damage of the file; but a process that met its limit is not to be trusted with another.</summary>
    internal static bool IsOfMemory(Exception fault) => fault is OutOfMemoryException || fault.InnerException is OutOfMemoryException;

    private WorkerAnswer Open(string path, WorkerCare care)
    {
        _opened = null;
        var source = DraftSource.Load(path);
        var beside = path + DraftInput.SuppressionsEnding;
        var silenced = File.Exists(beside) ? new ContentHash(File.ReadAllBytes(beside)).Hex : "";
        _opened = new Opened(path, source, care);

        // The name says whether text is Markdown, and what to say of a file that is not what its name promises.
        var key = $"{Rules}\n{Path.GetExtension(path).ToLowerInvariant()}\n{silenced}\n{source.Hash.Hex}";
        return WorkerAnswer.OfKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
    }

    private WorkerAnswer Judge(ImmutableArray<string> formats)
    {
        var (path, source, care) = _opened ?? throw new InvalidOperationException("No draft is open.");
        var draft = (care == WorkerCare.Great ? _workbench.Readers : _usual).Read(source, CancellationToken.None);
        if (DraftInput.FindDistrust(draft) is { } distrust)
        {
            return WorkerAnswer.OfFault(distrust);
        }

        using var faults = new StringWriter();
        var input = new DraftInput(new Streams(Stream.Null, TextWriter.Null, faults), _workbench);
        var analysis = _workbench.Pipeline.Analyze(draft, _options with { Suppressions = input.ReadSuppressions(path) });
        var digest = Digester.Of(analysis, Rules);
        digest = input.HasFailed
            ? digest with { Doubts = [.. digest.Doubts, $"{Path.GetFileName(path)}{DraftInput.SuppressionsEnding} has faults and was set aside"] }
            : digest;
        Diagnostic? missing = null;
        var reports = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var format in formats)
        {
            reports.Add(Report(format, analysis, source, ref missing));
        }

        return new WorkerAnswer("", DigestJson.Write(digest), reports.ToImmutable(), missing);
    }

    /// <summary>Empty where the file does not allow it, which is then said.</summary>
    private byte[] Report(string format, Analysis analysis, DraftSource source, ref Diagnostic? missing)
    {
        try
        {
            using var report = new MemoryStream();
            Reporters.Find(format)!.Create(new ReportOrder(ReportStyle.Plain, source) { Margin = () => _workbench.Margin }).Write(analysis, report);
            return report.ToArray();
        }
        catch (UnreadableDraftException fault) when (!IsOfMemory(fault))
        {
            missing = fault.Diagnostic;
            return [];
        }
    }

    private sealed record Opened(string Path, DraftSource Source, WorkerCare Care);
}

/// <summary>One hash for the program, its rules and models, and what was asked: what a stored result depends on beside the draft.</summary>
internal static class RulesHash
{
    /// <summary>Raised when what is stored of a draft changes.</summary>
    private const int Layout = 1;

    public static string Of(Provenance provenance, WorkerOrder order)
    {
        var text = new StringBuilder();
        text.Append(Layout).Append('\n').Append(provenance.Engine).Append('\n');
        text.Append(order.Framework).Append('\n').Append(order.Kind?.ToString()).Append('\n');
        foreach (var part in provenance.RulesAndModels.Where(part => !part.Name.EndsWith(ScreeningPolicy.FileName, StringComparison.Ordinal)))
        {
            text.Append(part.Name).Append('\n').Append(part.Hash.Hex).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
