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
        json.WriteStartArray("competencies");
        foreach (var shown in statement.Shown)
        {
            json.WriteStartObject();
            json.WriteString("id", shown.Competency.Name);
            json.WriteNumber("probability", Rounding.Probability(shown.Probability));
            json.WriteStartArray("rules");
            foreach (var rule in shown.Rules)
            {
                json.WriteStringValue(rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("claimed");
        foreach (var claimed in statement.Claimed)
        {
            json.WriteStringValue(claimed.Name);
        }

        json.WriteEndArray();
        json.WriteBoolean("measured", statement.Measured);
        json.WriteString("person", Wording.Id(statement.Person));
        WriteLevel(json, statement.Level);
    }

    /// <summary>A competency's score. <paramref name="place"/> gives the number of a sentence in the caller's counting; a
    /// share at a sentence that it does not count is null.</summary>
    public static void WriteScore(Utf8JsonWriter json, CompetencyScore score, Func<int, int?> place)
    {
        json.WriteStartObject();
        json.WriteString("competency", score.Competency.Name);
        WriteStrengths(json, score.Rung, score.Accomplishment, score.Duty, score.Interval, score.NeedsReader);
        WriteLevel(json, score.Level);
        json.WriteStartArray("evidence");
        foreach (var share in score.Shares)
        {
            json.WriteStartObject();
            DocumentJson.WriteNullable(json, "sentence", place(share.Sentence));
            json.WriteNumber("share", Rounding.Strength(share.Points));
            json.WriteNumber("without", Rounding.Strength(share.Without));
            json.WriteString("side", Wording.Id(share.Side));
            json.WriteString("why", share.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
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

    private static void WriteLevel(Utf8JsonWriter json, Level? level)
    {
        if (level is { } known)
        {
            json.WriteString("level", Wording.Id(known));
        }
        else
        {
            json.WriteNull("level");
        }
    }
}
