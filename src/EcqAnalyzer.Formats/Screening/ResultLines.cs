using System.Text.Encodings.Web;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>Writes <c>results.jsonl</c>: one object a line for each draft, as <c>schemas/screen.schema.json</c> says.</summary>
public static class ResultLines
{
    /// <summary>Raised when a program that reads the lines would have to change; keys may be added without.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Text stays legible, each object on one line.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, ScreenedDraft draft)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(draft);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("file", draft.Path);
            json.WriteString("client", draft.Client);
            if (draft.Digest is { } digest)
            {
                DigestJson.Write(json, digest);
            }
            else
            {
                DigestJson.Write(json, draft.Fault!);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
