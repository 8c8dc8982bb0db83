using System.Text.Json;
using EcqAnalyzer.Engine.Rules;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>The report on rules for programs: a row for each label of each rule, in the order of the text.</summary>
public static class RuleReportJson
{
    public static void Write(RuleReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", JudgementJson.SchemaVersion);
        json.WriteString("engine", report.Engine);
        json.WriteString("set", report.Set);
        json.WriteNumber("texts", report.Texts);
        json.WriteNumber("sentences", report.Sentences);
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.WriteStartArray("coverage");
        foreach (var row in report.Coverage)
        {
            json.WriteStartObject();
            json.WriteString("competency", row.Competency.ToString());
            json.WriteNumber("labels", row.Labels);
            json.WriteNumber("byStable", row.ByStable);
            json.WriteNumber("withTrial", row.WithTrial);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteRule(Utf8JsonWriter json, RuleFigures rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Id);
        json.WriteString("label", LabelNames.Of(rule.Label));
        json.WriteString("status", rule.Rule.Status.ToString().ToLowerInvariant());
        json.WriteString("standing", Kebab(rule.Standing));
        json.WriteString("file", rule.Rule.Place.File);
        json.WriteNumber("line", rule.Rule.Place.Line);
        if (rule.Rule.Reviewed is { } reviewed)
        {
            json.WriteString("reviewed", reviewed);
        }

        json.WriteNumber("firings", rule.Firings);
        json.WriteNumber("judged", rule.Judged);
        json.WriteNumber("right", rule.Right);
        if (rule.Precision is { } precision)
        {
            json.WriteNumber("precision", Math.Round(precision, 6));
            json.WriteNumber("low", Math.Round(rule.Low, 6));
            json.WriteNumber("high", Math.Round(rule.High, 6));
        }

        if (rule.Overlap is { } overlap)
        {
            json.WriteStartObject("overlap");
            json.WriteString("rule", overlap.Rule);
            json.WriteNumber("share", Math.Round(overlap.Share, 6));
            json.WriteEndObject();
        }

        if (rule.Conflict is { } conflict)
        {
            json.WriteStartObject("conflict");
            json.WriteString("type", conflict.Type.ToString().ToLowerInvariant());
            json.WriteNumber("sentences", conflict.Sentences);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Kebab(RuleStanding standing) => standing switch
    {
        RuleStanding.StableWrong => "stable-wrong",
        RuleStanding.StableRare => "stable-rare",
        RuleStanding.TrialRight => "trial-right",
        RuleStanding.TrialWrong => "trial-wrong",
        RuleStanding.TrialRare => "trial-rare",
        RuleStanding.StableRight => "stable-right",
        RuleStanding.StableReviewed => "stable-reviewed",
        _ => "unjudged",
    };
}
