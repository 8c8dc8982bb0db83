using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A comparison as one JSON object, as <c>schemas/compare.schema.json</c> says.</summary>
internal static class ComparisonJson
{
    private const int SchemaVersion = 1;

    public static void Write(Comparison comparison, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, JsonReporter.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            JsonReporter.WriteEngine(json, comparison.New.Provenance);
            JsonReporter.WriteFile(json, comparison.Old.Document.Draft.File, "old");
            JsonReporter.WriteFile(json, comparison.New.Document.Draft.File, "new");
            JsonReporter.WriteChoice(json, "framework", comparison.New.Framework.Value.Id, comparison.New.Framework);
            JsonReporter.WriteChoice(json, "kind", Wording.Id(comparison.New.Kind.Value), comparison.New.Kind);
            DocumentJson.WriteNullable(json, "oldFramework", comparison.OldFramework?.Id);
            json.WriteObjects("changes", comparison.Changes, change => WriteChange(json, comparison, change));
            json.WriteObjects("competencies", comparison.Competencies, change => WriteCompetency(json, change));
            json.WriteObjects("checks", comparison.Findings, change => WriteFinding(json, change));
            json.WriteObjects("suggestions", comparison.Suggestions, change => WriteSuggestion(json, change));
            WriteVersion(json, comparison.Version);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteChange(Utf8JsonWriter json, Comparison comparison, SentenceChange change)
    {
        json.WriteString("kind", Wording.Id(change.Kind));
        json.WriteBoolean("moved", change.IsMoved);
        json.WriteNumber("similarity", Rounding.Probability(change.Similarity));
        WriteSentences(json, "old", comparison.Old, change.Old);
        WriteSentences(json, "new", comparison.New, change.New);
        json.WriteObjects("without", change.Without, span => DocumentJson.WriteSpan(json, span));
        json.WriteObjects("with", change.With, span => DocumentJson.WriteSpan(json, span));
        json.WriteObjects("shifts", change.Shifts, shift =>
        {
            json.WriteString("competency", shift.Competency.Name);
            json.WriteNumber("accomplishment", Rounding.Strength(shift.Accomplishment));
            json.WriteNumber("duty", Rounding.Strength(shift.Duty));
        });
    }

    private static void WriteSentences(Utf8JsonWriter json, string key, Analysis analysis, ImmutableArray<int> sentences) =>
        json.WriteObjects(key, sentences, index =>
        {
            var statement = analysis.Statements[index];
            json.WriteNumber("sentence", index);
            json.WriteString("text", statement.Sentence.Span.Of(analysis.Document.Draft.Text));
            DocumentJson.WriteSpan(json, statement.Sentence.Span);
            json.WriteString("type", Wording.Id(statement.Type));
        });

    private static void WriteCompetency(Utf8JsonWriter json, CompetencyChange change)
    {
        json.WriteString("competency", change.Competency.Name);
        WriteScore(json, "old", change.Old.Rung, change.Old.Accomplishment, change.Old.Duty);
        WriteScore(json, "new", change.New.Rung, change.New.Accomplishment, change.New.Duty);
        json.WriteNumbers("because", change.Because);
        json.WriteNumber("rest", Rounding.Strength(change.Rest));
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingChange change)
    {
        json.WriteString("id", change.Finding.Check);
        json.WriteString("severity", Wording.Id(change.Finding.Severity));
        json.WriteString("message", change.Finding.Message);
        json.WriteString("fate", Wording.Id(change.Fate));
        DocumentJson.WriteNullable(json, "change", change.Change);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, SuggestionChange change)
    {
        DocumentJson.WriteNullable(json, "competency", change.Suggestion.Competency?.Name);
        json.WriteString("problem", change.Suggestion.Problem);
        json.WriteString("question", change.Suggestion.Question);
        json.WriteString("fate", Wording.Id(change.Fate));
        DocumentJson.WriteNullable(json, "change", change.Change);
    }

    private static void WriteVersion(Utf8JsonWriter json, VersionEffect? version)
    {
        if (version is null)
        {
            json.WriteNull("version");
            return;
        }

        json.WriteStartObject("version");
        json.WriteString("old", version.OldEngine);
        json.WriteString("new", version.NewEngine);
        json.WriteTexts("parts", version.Parts);
        json.WriteObjects("competencies", version.Scores, shift =>
        {
            json.WriteString("competency", shift.Competency.Name);
            if (shift.Then is { } then)
            {
                WriteScore(json, "old", then.Rung, then.Accomplishment, then.Duty);
            }

            WriteScore(json, "new", shift.Now.Rung, shift.Now.Accomplishment, shift.Now.Duty);
        });
        json.WriteObjects("types", version.Types, shift =>
        {
            json.WriteNumber("sentence", shift.Sentence);
            json.WriteString("old", Wording.Id(shift.Then));
            json.WriteString("new", Wording.Id(shift.Now));
        });
        json.WriteObjects("noLongerFound", version.NoLongerFound, found => WriteMessage(json, found.Check, found.Message));
        json.WriteObjects("nowFound", version.NowFound, found => WriteMessage(json, found.Check, found.Message));
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string check, string message)
    {
        json.WriteString("id", check);
        json.WriteString("message", message);
    }

    private static void WriteScore(Utf8JsonWriter json, string key, Rung rung, double accomplishment, double duty)
    {
        json.WriteStartObject(key);
        json.WriteNumber("rung", (int)rung);
        json.WriteNumber("accomplishment", Rounding.Strength(accomplishment));
        json.WriteNumber("duty", Rounding.Strength(duty));
        json.WriteEndObject();
    }
}
