using System.Text.Encodings.Web;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>
/// The analysis as one JSON object, as `schemas/check.schema.json` says. Keys are written by hand, in this order, and not
/// by a serializer: the object is a contract with other people's programs, and may not change because a record did.
/// </summary>
public sealed class JsonReporter : IReporter
{
    /// <summary>Raised when a program that reads the object would have to change; keys may be added without.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Text stays legible: only what JSON demands is escaped. The output is never pasted into a web page raw.</summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public void Write(Analysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteEngine(json, analysis.Provenance);
            WriteFile(json, analysis.Document.Draft.File);
            WriteChoice(json, "framework", analysis.Framework.Value.Id, analysis.Framework);
            WriteChoice(json, "kind", Wording.Id(analysis.Kind.Value), analysis.Kind);
            json.WriteString("text", analysis.Document.Draft.Text);
            DocumentJson.WriteSections(json, analysis.Document);
            DocumentJson.WriteStories(json, analysis.Stories);
            WriteSentences(json, analysis);
            WriteScores(json, analysis);
            WriteCarryOver(json, analysis.CarryOver);
            WriteLanguages(json, analysis);
            FindingJson.WriteChecks(json, analysis);
            PackJson.WriteSuppressed(json, analysis.Suppressed);
            FindingJson.WriteSuggestions(json, analysis.Suggestions);
            DocumentJson.WriteExtraction(json, analysis.Document.Draft);
            JudgementJson.WriteGradable(json, analysis.Gradable);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    internal static void WriteEngine(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("engine");
        json.WriteString("version", provenance.Engine);
        json.WriteObjects("rulesAndModels", provenance.RulesAndModels, hashed =>
        {
            json.WriteString("name", hashed.Name);
            json.WriteString("sha256", hashed.Hash.Hex);
        });
        PackJson.WritePacks(json, provenance.Packs);
        json.WriteEndObject();
    }

    internal static void WriteFile(Utf8JsonWriter json, DraftFile file, string key = "file")
    {
        json.WriteStartObject(key);
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Hash.Hex);
        json.WriteEndObject();
    }

    internal static void WriteChoice<T>(Utf8JsonWriter json, string key, string id, Choice<T> choice)
    {
        json.WriteStartObject(key);
        json.WriteString("id", id);
        json.WriteString("reason", choice.Reason);
        json.WriteNumber("confidence", Rounding.Probability(choice.Confidence));
        json.WriteEndObject();
    }

    private static void WriteSentences(Utf8JsonWriter json, Analysis analysis)
    {
        var places = new Places(analysis.Document.Draft);
        var evidence = analysis.Evidence.ToLookup(each => each.Sentence);
        json.WriteObjects("sentences", analysis.Statements, statement =>
        {
            var span = statement.Sentence.Span;
            json.WriteString("text", span.Of(analysis.Document.Draft.Text));
            DocumentJson.WriteSpan(json, span);
            DocumentJson.WriteNullable(json, "page", places.FindPage(span));
            json.WriteString("block", Wording.Id(statement.Sentence.Block));
            JudgementJson.WriteStatement(json, statement);
            DocumentJson.WriteMeasures(json, statement.Sentence.Measures);
            EvidenceJson.Write(json, statement, evidence[statement.Sentence.Index]);
        });
    }

    /// <summary>Left out under every framework that is scored.</summary>
    private static void WriteLanguages(Utf8JsonWriter json, Analysis analysis)
    {
        if (!analysis.Framework.Value.IsVocabularyOnly)
        {
            return;
        }

        json.WriteObjects("languages", analysis.Languages, language =>
        {
            json.WriteString("competency", language.Of.Name);
            json.WriteObjects("places", language.Places, place => DocumentJson.WriteSpan(json, place));
        });
    }

    /// <summary>Left out where there is none.</summary>
    private static void WriteCarryOver(Utf8JsonWriter json, CarryOver? carryOver)
    {
        if (carryOver is null)
        {
            return;
        }

        json.WriteStartObject("carryOver");
        json.WriteString("from", carryOver.From.Id);
        json.WriteObjects("competencies", carryOver.Competencies, carried =>
        {
            json.WriteString("competency", carried.Score.Competency.Name);
            json.WriteNumber("rung", (int)carried.Score.Rung);
            json.WriteObjects("to", carried.Row.Links, link =>
            {
                json.WriteString("competency", link.To.Id.Name);
                json.WriteString("fit", Wording.Id(link.Fit));
            });
        });
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, Analysis analysis)
    {
        json.WriteStartObject("scores");
        json.WriteObjects("competencies", analysis.Competencies, score => JudgementJson.WriteScore(json, score, sentence => sentence));
        json.WriteObjects("ecqs", analysis.Ecqs, score =>
        {
            json.WriteString("ecq", score.Ecq.Name);
            json.WriteNumber("accomplishment", Rounding.Strength(score.Accomplishment));
            json.WriteNumber("duty", Rounding.Strength(score.Duty));
            json.WriteNumber("shown", score.Shown);
            json.WriteNumber("of", score.Of);
        });
        json.WriteTexts("notLookedFor", analysis.Framework.Value.WithoutRules.Select(competency => competency.Name));
        json.WriteEndObject();
    }
}
