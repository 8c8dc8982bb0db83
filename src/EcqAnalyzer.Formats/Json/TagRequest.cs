using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>One line of <c>ecq tag</c>. Exactly one of <see cref="Sentences"/> and <see cref="Text"/> is set.</summary>
public sealed record TagRequest(
    TagId Id, ImmutableArray<string>? Sentences, string? Text, string? Framework, DraftKind? Kind, string? Ecq)
{
    /// <summary>Reads a line. Throws <see cref="TagFaultException"/> for whatever is wrong with it, never anything
    /// else.</summary>
    public static TagRequest Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw new TagFaultException(TagId.FindIn(line.Span), "the line is not valid UTF-8");
        }

        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = TagLimits.Depth });
            return Read(json.RootElement);
        }
        catch (JsonException fault)
        {
            throw new TagFaultException(TagId.FindIn(line.Span), $"not a JSON object on one line: {Plain(fault)}");
        }
        catch (InvalidOperationException)
        {
            // What GetString says of \ud800 alone.
            throw new TagFaultException(TagId.FindIn(line.Span), "a string holds half a surrogate pair");
        }
    }

    private static TagRequest Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new TagFaultException(TagId.None, "the line is not a JSON object");
        }

        var id = ReadId(line);
        var sentences = ReadSentences(line, id);
        var text = FindString(line, "text", id);
        if (sentences is null == text is null)
        {
            throw new TagFaultException(id, "give either \"sentences\" or \"text\"");
        }

        return new TagRequest(
            id, sentences, text, FindString(line, "framework", id), ReadKind(line, id), FindString(line, "ecq", id));
    }

    private static TagId ReadId(JsonElement line)
    {
        if (!line.TryGetProperty("id", out var id))
        {
            return TagId.None;
        }

        return id.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null => new TagId(id.GetRawText()),
            _ => throw new TagFaultException(TagId.None, "\"id\" is neither a string nor a number"),
        };
    }

    private static ImmutableArray<string>? ReadSentences(JsonElement line, TagId id)
    {
        if (!line.TryGetProperty("sentences", out var sentences) || sentences.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (sentences.ValueKind != JsonValueKind.Array)
        {
            throw new TagFaultException(id, "\"sentences\" is not an array of strings");
        }

        if (sentences.GetArrayLength() > TagLimits.Sentences)
        {
            throw new TagFaultException(id, $"more than {TagLimits.Sentences} sentences on one line");
        }

        var read = ImmutableArray.CreateBuilder<string>(sentences.GetArrayLength());
        foreach (var sentence in sentences.EnumerateArray())
        {
            if (sentence.ValueKind != JsonValueKind.String)
            {
                throw new TagFaultException(id, "\"sentences\" is not an array of strings");
            }

            read.Add(sentence.GetString() ?? "");
        }

        return read.MoveToImmutable();
    }

    private static DraftKind? ReadKind(JsonElement line, TagId id)
    {
        var kind = FindString(line, "kind", id);
        return kind is null or "auto"
            ? null
            : Wording.FindKind(kind) ?? throw new TagFaultException(
                id, "\"kind\" is none of auto, resume, story, narrative, record, duties");
    }

    private static string? FindString(JsonElement line, string key, TagId id)
    {
        if (!line.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new TagFaultException(id, $"\"{key}\" is not a string");
    }

    /// <summary>The parser's sentence without the place it appends, which speaks of lines where there is one.</summary>
    private static string Plain(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? fault.Message : fault.Message[..end]).ReplaceLineEndings(" ");
    }
}

/// <summary>The id of a line as it was written in JSON, a string or a number, to be given back as it is.</summary>
public readonly record struct TagId(string Json)
{
    public static TagId None { get; } = new("null");

    /// <summary>The id of a line that is broken further on, where it can still be told.</summary>
    public static TagId FindIn(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(
            line, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = TagLimits.Depth }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName
                    || !reader.ValueTextEquals("id"u8))
                {
                    continue;
                }

                return reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Number
                    && Utf8.IsValid(reader.ValueSpan)
                    ? Of(reader)
                    : None;
            }
        }
        catch (JsonException)
        {
            return None;
        }

        return None;
    }

    private static TagId Of(Utf8JsonReader reader)
    {
        var value = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        return new TagId(reader.TokenType == JsonTokenType.String ? $"\"{value}\"" : value);
    }
}

/// <summary>What is wrong with a line of <c>ecq tag</c>; the other lines are still done.</summary>
public sealed class TagFaultException(TagId id, string message) : Exception(message)
{
    public TagId Id { get; } = id;
}
