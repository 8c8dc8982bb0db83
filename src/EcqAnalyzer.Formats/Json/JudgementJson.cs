using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>What <c>check --format json</c> and <c>ecq tag</c> say in the same keys: statements, scores, gradable.</summary>
internal static class JudgementJson
{
    /// <summary>The keys of a statement, into an object that is open.</summary>
    public static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteString("type", Wording.Id(statement.Type));
        json.WriteStartObject("types");
        var types = Rounding.Types(statement.Types);
        for (var i = 0; i < types.Length; i++)
        {
            json.WriteNumber(Wording.Id((StatementType)i), types[i]);
        }

        json.WriteEndObject();
        json.WriteObjects("competencies", statement.Shown, shown =>
        {
            json.WriteString("id", shown.Competency.Name);
            json.WriteNumber("probability", Rounding.Probability(shown.Probability));
            json.WriteTexts("rules", shown.Rules);
        });
        json.WriteTexts("claimed", statement.Claimed.Select(claimed => claimed.Name));
        json.WriteBoolean("measured", statement.Measured);
        json.WriteString("person", Wording.Id(statement.Person));
        WriteLevel(json, statement.Level);
    }

    /// <summary>The keys of a competency's score, into an object that is open. <paramref name="place"/> gives the number of a sentence
    /// in the caller's counting; a share at a sentence that it does not count is null.</summary>
    public static void WriteScore(Utf8JsonWriter json, CompetencyScore score, Func<int, int?> place)
    {
        json.WriteString("competency", score.Competency.Name);
        WriteStrengths(json, score.Rung, score.Accomplishment, score.Duty, score.Interval, score.NeedsReader);
        WriteLevel(json, score.Level);
        json.WriteObjects("evidence", score.Shares, share =>
        {
            DocumentJson.WriteNullable(json, "sentence", place(share.Sentence));
            json.WriteNumber("share", Rounding.Strength(share.Points));
            json.WriteNumber("without", Rounding.Strength(share.Without));
            json.WriteString("side", Wording.Id(share.Side));
            json.WriteString("why", share.Why);
        });
    }

    /// <summary>Where a competency stands: its rung, its two strengths, and how sure the first is.</summary>
    public static void WriteStrengths(
        Utf8JsonWriter json, Rung rung, double accomplishment, double duty, Interval interval, bool needsReader)
    {
        json.WriteNumber("rung", (int)rung);
        json.WriteNumber("accomplishment", Rounding.Strength(accomplishment));
        json.WriteNumber("duty", Rounding.Strength(duty));
        json.WriteStartArray("interval");
        json.WriteNumberValue(Rounding.Strength(interval.Low));
        json.WriteNumberValue(Rounding.Strength(interval.High));
        json.WriteEndArray();
        json.WriteBoolean("needsReader", needsReader);
    }

    public static void WriteGradable(Utf8JsonWriter json, Gradable gradable)
    {
        json.WriteStartObject("gradable");
        json.WriteString("status", Wording.Id(gradable.Status));
        if (gradable.Status != GradableStatus.Ok)
        {
            json.WriteString("reason", gradable.Reason ?? "");
        }

        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, Level? level) =>
        DocumentJson.WriteNullable(json, "level", level is { } known ? Wording.Id(known) : null);
}
