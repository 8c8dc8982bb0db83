using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>From a line of <c>ecq tag</c> to a draft, and from its analysis to the line of answer.</summary>
public static class TagAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly StatementTypes Nothing = new(0, 0, 0, 0, 0, 1);

    /// <summary>Given sentences are blocks that are not split again; text is read as a text file is.</summary>
    public static Draft ToDraft(TagRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Text is not null)
        {
            var read = ReadText(request);
            return read with { File = read.File with { Format = DraftFormat.Given } };
        }

        var builder = new DraftBuilder();
        var line = 0;
        foreach (var sentence in request.Sentences ?? [])
        {
            line++;
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                builder.BeginBlock(BlockKind.Sentence);
                builder.Append(sentence, new LineAnchor(line, 1));
            }
        }

        return builder.Build(new DraftSource("given", default), DraftFormat.Given, pages: null);
    }

    /// <summary>One line of JSON, its line feed included.</summary>
    public static byte[] Write(TagRequest request, Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(analysis);
        var places = Places(request, analysis);
        return Line(json =>
        {
            json.WritePropertyName("id");
            json.WriteRawValue(request.Id.Json, skipInputValidation: true);
            json.WriteString("framework", analysis.Framework.Value.Id);
            json.WriteString("kind", Wording.Id(analysis.Kind.Value));
            WriteSentences(json, request, analysis);
            json.WriteObjects("scores", analysis.Competencies, score => JudgementJson.WriteScore(json, score, sentence => places[sentence]));
            PackJson.WriteSuppressed(json, analysis.Suppressed);
            JudgementJson.WriteGradable(json, analysis.Gradable);
        });
    }

    public static byte[] Write(TagFaultException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Line(json =>
        {
            json.WritePropertyName("id");
            json.WriteRawValue(fault.Id.Json, skipInputValidation: true);
            json.WriteString("error", fault.Message);
        });
    }

    private static Draft ReadText(TagRequest request)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(request.Text ?? "");
            return new PlainTextReader().Read(new DraftSource("given", bytes), CancellationToken.None);
        }
        catch (UnreadableDraftException fault)
        {
            throw new TagFaultException(request.Id, fault.Diagnostic.Message);
        }
    }

    /// <summary>For each of the analysis's sentences its number in the caller's counting: given sentences without a letter
    /// were left out of the draft, and still count.</summary>
    private static int[] Places(TagRequest request, Analysis analysis)
    {
        int[] places = request.Sentences is { } given
            ? [.. Enumerable.Range(0, given.Length).Where(i => !string.IsNullOrWhiteSpace(given[i]))]
            : [.. Enumerable.Range(0, analysis.Statements.Length)];
        return places.Length == analysis.Statements.Length
            ? places
            : throw new InvalidOperationException("A given sentence was split or lost.");
    }

    private static void WriteSentences(Utf8JsonWriter json, TagRequest request, Analysis analysis)
    {
        json.WriteStartArray("sentences");
        var text = analysis.Document.Draft.Text;
        if (request.Sentences is { } given)
        {
            var next = 0;
            foreach (var sentence in given)
            {
                WriteSentence(json, sentence, string.IsNullOrWhiteSpace(sentence) ? null : analysis.Statements[next++]);
            }
        }
        else
        {
            foreach (var statement in analysis.Statements)
            {
                WriteSentence(json, statement.Sentence.Span.Of(text), statement);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteSentence(Utf8JsonWriter json, ReadOnlySpan<char> text, Statement? statement)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        JudgementJson.WriteStatement(json, statement ?? new Statement(
            new Sentence(0, default, BlockKind.Sentence, []), Nothing, [], [], Person.None, Measured: false, Level: null));
        json.WriteEndObject();
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
