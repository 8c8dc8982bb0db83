using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>Reads a report that <c>ecq check --format json</c> wrote, perhaps long ago: what it said, and the draft it was about,
/// as far as the report holds it. Throws <see cref="UnreadableDraftException"/> for what is no such report.</summary>
public static class SavedReportReader
{
    private const string NotAReport = "ECQ207";

    /// <summary>A file whose content begins as a report does, whatever its name.</summary>
    public static bool IsReport(DraftSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var beginning = source.Bytes.Span[..Math.Min(source.Bytes.Length, 200)];
        return beginning.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && beginning.IndexOf("\"schemaVersion\""u8) > 0;
    }

    public static SavedReport Read(DraftSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var json = JsonDocument.Parse(source.Bytes);
            return Read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw source.Fault(
                NotAReport, "this is no whole report of 'ecq check --format json'; make it anew, or give the old draft itself", fault);
        }
    }

    private static SavedReport Read(JsonElement report)
    {
        if (report.GetProperty("schemaVersion").GetInt32() != JsonReporter.SchemaVersion)
        {
            throw new FormatException("another version of the schema");
        }

        var kind = Wording.FindKind(Text(report.GetProperty("kind"), "id")) ?? throw new FormatException("no such kind");
        return new SavedReport(
            SavedDraft.Rebuild(report),
            Text(report.GetProperty("framework"), "id"),
            kind,
            ReadEngine(report.GetProperty("engine")),
            All(report.GetProperty("scores").GetProperty("competencies"), ReadScore),
            All(report.GetProperty("sentences"), sentence => new SavedSentence(Span(sentence), TypeOf(Text(sentence, "type")))),
            All(report.GetProperty("checks"), check => new SavedFinding(
                Text(check, "id"), check.TryGetProperty("start", out _) ? Span(check) : null, Text(check, "message"))));
    }

    private static Provenance ReadEngine(JsonElement engine) => new(
        Text(engine, "version"),
        All(engine.GetProperty("rulesAndModels"), part => new Hashed(Text(part, "name"), Text(part, "sha256"))));

    private static SavedScore ReadScore(JsonElement score) => new(
        Text(score, "competency"),
        (Rung)score.GetProperty("rung").GetInt32(),
        score.GetProperty("accomplishment").GetDouble(),
        score.GetProperty("duty").GetDouble());

    private static StatementType TypeOf(string id)
    {
        for (var type = StatementType.Challenge; type < StatementType.Other; type++)
        {
            if (Wording.Id(type) == id)
            {
                return type;
            }
        }

        return StatementType.Other;
    }

    internal static TextSpan Span(JsonElement holder)
    {
        var start = holder.GetProperty("start").GetInt32();
        return new TextSpan(start, start + holder.GetProperty("length").GetInt32());
    }

    internal static string Text(JsonElement holder, string key) =>
        holder.GetProperty(key).GetString() ?? throw new FormatException($"{key} is null");

    internal static ImmutableArray<T> All<T>(JsonElement array, Func<JsonElement, T> read) => [.. array.EnumerateArray().Select(read)];
}
