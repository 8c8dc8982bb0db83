using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>What was made of one sentence. <see cref="At"/> is its text and number, <c>aa-001/3</c>.</summary>
public sealed record SentenceJudgement(string At, string Type, ImmutableArray<string> Shown)
{
    public static IEnumerable<SentenceJudgement> Of(JudgementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Judged.SelectMany(text => text.Sentences.Select(sentence => new SentenceJudgement(
            $"{text.Gold.Id}/{sentence.Gold.Number}",
            JudgementText.TypeName((int)sentence.Type),
            [.. sentence.Shown.Select(shown => shown.Competency.Name).Order(StringComparer.Ordinal)])));
    }

    public override string ToString() => Shown.IsEmpty ? Type : $"{Type}, {string.Join(", ", Shown)}";
}

/// <summary>A report that was stored as JSON, as far as a later one is compared with it.</summary>
public sealed record EarlierReport(
    string Name, string Set, string Source, string Framework, ImmutableArray<Figure> Figures, ImmutableArray<SentenceJudgement> Judged)
{
    public const string NoReport = "ECQ331";

    /// <summary>Reports a file that holds none as a fault, by its name.</summary>
    public static EarlierReport? Read(string name, string text, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return new EarlierReport(
                name,
                Text(root, "set"),
                Text(root, "source"),
                Text(root, "framework"),
                [.. root.GetProperty("figures").EnumerateArray().Concat(root.GetProperty("competencies").EnumerateArray()).Select(ReadFigure)],
                [.. root.GetProperty("judged").EnumerateArray().Select(ReadSentence)]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            faults.Add(NoReport, new YamlPlace(name, 1, 1), "this is no report of ecq evaluate --format json; name one, or a revision that holds one");
            return null;
        }
    }

    private static Figure ReadFigure(JsonElement json) =>
        new(Text(json, "id"), Text(json, "name"), Number(json, "value"), Number(json, "low"), Number(json, "high"));

    private static SentenceJudgement ReadSentence(JsonElement json) =>
        new(Text(json, "at"), Text(json, "type"), [.. json.GetProperty("shown").EnumerateArray().Select(each => each.GetString() ?? "")]);

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString() ?? "";

    private static double? Number(JsonElement json, string key) =>
        json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
