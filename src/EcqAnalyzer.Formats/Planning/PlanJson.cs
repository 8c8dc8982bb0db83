using System.Text.Json;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>A plan as one JSON object, as <c>schemas/plan.schema.json</c> says.</summary>
internal static class PlanJson
{
    private const int SchemaVersion = 1;

    public static void Write(ImprovementPlan plan, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, JsonReporter.Options))
        {
            var analysis = plan.Analysis;
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            JsonReporter.WriteEngine(json, analysis.Provenance);
            JsonReporter.WriteFile(json, analysis.Document.Draft.File);
            JsonReporter.WriteChoice(json, "framework", analysis.Framework.Value.Id, analysis.Framework);
            JsonReporter.WriteChoice(json, "kind", Wording.Id(analysis.Kind.Value), analysis.Kind);
            json.WriteStartObject("gradable");
            json.WriteString("status", Wording.Id(analysis.Gradable.Status));
            DocumentJson.WriteNullable(json, "reason", analysis.Gradable.Reason);
            json.WriteEndObject();
            json.WriteString("formula", plan.Formula);
            json.WriteTexts("outsideDraft", plan.OutsideDraft.Select(ecq => ecq.Id.Name));
            json.WriteObjects("journey", plan.Journey, place => WritePlace(json, place));
            json.WriteObjects("gaps", plan.Gaps, gap => WriteGap(json, gap));
            WriteCatalog(json, plan.Catalog);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WritePlace(Utf8JsonWriter json, JourneyPlace place)
    {
        json.WriteString("competency", place.Competency.Id.Name);
        json.WriteTexts("map", place.Map.Select(Wording.Id));
        DocumentJson.WriteNullable(json, "shown", place.Shown is { } shown ? Wording.Id(shown) : null);
        json.WriteString("stand", Wording.Id(place.Stand));
        json.WriteBoolean("byStory", place.IsByStory);
        DocumentJson.WriteNullable(json, "sentence", place.Sentence);
    }

    private static void WriteGap(Utf8JsonWriter json, PlannedGap gap)
    {
        json.WriteString("competency", gap.Competency.Id.Name);
        json.WriteString("ecq", gap.Ecq.Id.Name);
        json.WriteString("sort", Wording.Id(gap.Sort));
        json.WriteNumber("rung", (int)gap.Score.Rung);
        json.WriteNumber("weight", gap.Weight);
        json.WriteObjects("factors", gap.Factors, factor =>
        {
            json.WriteNumber("value", factor.Value);
            json.WriteString("why", factor.Why);
        });
        json.WriteString("says", gap.Says);
        DocumentJson.WriteNullable(json, "sentence", gap.Sentence);
        json.WriteString("evidence", gap.Evidence);
        json.WriteString("aim", Wording.Id(gap.Aim));
        json.WriteObjects("objectives", gap.Objectives, objective =>
        {
            json.WriteString("term", Wording.Id(objective.Term));
            json.WriteString("text", objective.Text);
        });
        json.WriteObjects("courses", gap.Courses, course => WriteCourse(json, course));
        json.WriteTexts("questions", gap.Questions);
    }

    private static void WriteCourse(Utf8JsonWriter json, CatalogEntry course)
    {
        json.WriteString("title", course.Title);
        json.WriteString("provider", course.Provider);
        DocumentJson.WriteNullable(json, "level", course.Level is { } level ? Wording.Id(level) : null);
        if (course.Hours is { } hours)
        {
            json.WriteNumber("hours", hours);
        }
        else
        {
            json.WriteNull("hours");
        }

        json.WriteNumber("line", course.Line);
    }

    private static void WriteCatalog(Utf8JsonWriter json, Catalog? catalog)
    {
        if (catalog is null)
        {
            json.WriteNull("catalog");
            return;
        }

        json.WriteStartObject("catalog");
        json.WriteString("name", catalog.Name);
        json.WriteNumber("entries", catalog.Entries.Length);
        json.WriteNumber("elsewhere", catalog.Elsewhere);
        json.WriteNumber("skipped", catalog.Skipped);
        json.WriteEndObject();
    }
}
