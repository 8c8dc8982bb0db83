using System.Text.Encodings.Web;
using System.Text.Json;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>The report of a measured judgement for programs, and to be compared with later. It holds the judgement of every
/// sentence by number, never its words.</summary>
public static class JudgementJson
{
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JudgementReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("engine", report.About.Engine);
        json.WriteString("set", report.About.Set);
        json.WriteString("source", report.About.By.ToString().ToLowerInvariant());
        json.WriteString("framework", report.About.Framework);
        json.WriteNumber("readers", report.About.Readers);
        json.WriteNumber("texts", report.Judged.Length);
        json.WriteNumber("sentences", report.Tally.Sentences);
        WriteFigures(json, "figures", report.Figures);
        WriteTypes(json, report.Tally);
        WriteBins(json, "typeReliability", report.Tally.TypeBins);
        WriteBins(json, "competencyReliability", report.Tally.ShownBins);
        WriteTable(json, "rungs", report.Tally.OfRungs);
        WriteCompetencies(json, report);
        WriteKinds(json, report);
        WriteGaming(json, report);
        WriteJudged(json, report);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, IEnumerable<Figure> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            WriteFigure(json, figure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("id", figure.Id);
        json.WriteString("name", figure.Name);
        WriteNumber(json, "value", figure.Value);
        WriteNumber(json, "low", figure.Low);
        WriteNumber(json, "high", figure.High);
    }

    private static void WriteTypes(Utf8JsonWriter json, Tally tally)
    {
        WriteTable(json, "confusion", tally.OfTypes);
        json.WriteStartArray("types");
        for (var type = 0; type < Tally.Types; type++)
        {
            json.WriteStartObject();
            json.WriteString("id", JudgementText.TypeName(type));
            json.WriteNumber("labelled", CountTable.Row(tally.OfTypes, type));
            json.WriteNumber("judged", CountTable.Column(tally.OfTypes, type));
            WriteNumber(json, "precision", CountTable.Precision(tally.OfTypes, type));
            WriteNumber(json, "recall", CountTable.Recall(tally.OfTypes, type));
            WriteNumber(json, "f1", CountTable.F1(tally.OfTypes, type));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, string name, int[,] table)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < table.GetLength(0); row++)
        {
            var cells = Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]);
            json.WriteRawValue($"[{string.Join(", ", cells)}]");
        }

        json.WriteEndArray();
    }

    private static void WriteBins(Utf8JsonWriter json, string name, ReliabilityBins bins)
    {
        json.WriteStartArray(name);
        for (var bin = 0; bin < ReliabilityBins.Bins; bin++)
        {
            json.WriteStartObject();
            json.WriteNumber("from", Math.Round(bin / 10.0, 1));
            json.WriteNumber("count", bins.Count(bin));
            WriteNumber(json, "said", bins.Said(bin));
            WriteNumber(json, "right", bins.Right(bin));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCompetencies(Utf8JsonWriter json, JudgementReport report)
    {
        json.WriteStartArray("competencies");
        foreach (var figure in report.Competencies)
        {
            var found = report.Tally.Found[report.Tally.Competencies.IndexOf(report.Tally.Competencies.First(id => id.Name == figure.Id))];
            json.WriteStartObject();
            WriteFigure(json, figure);
            json.WriteNumber("right", found.Right);
            json.WriteNumber("wrong", found.Wrong);
            json.WriteNumber("missed", found.Missed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKinds(Utf8JsonWriter json, JudgementReport report)
    {
        json.WriteStartArray("kinds");
        foreach (var kind in report.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("id", kind.Id);
            json.WriteNumber("texts", kind.Texts);
            json.WriteNumber("sentences", kind.Sentences);
            WriteFigures(json, "figures", kind.Figures);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGaming(Utf8JsonWriter json, JudgementReport report)
    {
        json.WriteStartArray("gaming");
        foreach (var outcome in report.Gaming)
        {
            json.WriteStartObject();
            json.WriteString("id", outcome.Id);
            json.WriteString("name", outcome.Name);
            json.WriteBoolean("passed", outcome.IsPassed);
            json.WriteString("raised", outcome.Raised);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A line a sentence: what changed can be read in a diff too.</summary>
    private static void WriteJudged(Utf8JsonWriter json, JudgementReport report)
    {
        json.WriteStartArray("judged");
        foreach (var sentence in SentenceJudgement.Of(report))
        {
            var shown = string.Join(", ", sentence.Shown.Select(id => $"\"{id}\""));
            json.WriteRawValue($$"""{"at": "{{JsonEncodedText.Encode(sentence.At)}}", "type": "{{sentence.Type}}", "shown": [{{shown}}]}""");
        }

        json.WriteEndArray();
    }

    /// <summary>Six digits: more than a figure means, enough to compare.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 6));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
