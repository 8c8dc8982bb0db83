using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>A digest as the keys of a JSON object: how it passes between processes, is stored, and stands in a line of
/// <c>results.jsonl</c>. What was read and is written again gives the same bytes.</summary>
public static class DigestJson
{
    /// <summary>The digest as an object of its own.</summary>
    public static byte[] Write(Digest digest)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, digest);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static void Write(Utf8JsonWriter json, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(digest);
        json.WriteString("rules", digest.Rules);
        json.WriteString("sha256", digest.Sha256.Hex);
        json.WriteString("framework", digest.Framework);
        json.WriteString("kind", Wording.Id(digest.Kind));
        json.WriteNumber("words", digest.Words);
        DocumentJson.WriteNullable(json, "pages", digest.Pages);
        JudgementJson.WriteGradable(json, digest.Gradable);
        json.WriteObjects("ecqs", digest.Ecqs, each => WriteEcq(json, each));
        json.WriteObjects("competencies", digest.Competencies, each => WriteCompetency(json, each));
        json.WriteObjects("checks", digest.Checks, each => WriteCheck(json, each));
        json.WriteObjects("questions", digest.Questions, each => WriteQuestion(json, each));
        json.WriteTexts("doubts", digest.Doubts);
    }

    public static void Write(Utf8JsonWriter json, Diagnostic fault)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(fault);
        json.WriteStartObject("error");
        json.WriteString("code", fault.Code);
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
    }

    /// <summary>Throws <see cref="JsonException"/> for anything that was not written here: a store that somebody else's program
    /// changed may hold it.</summary>
    public static Digest Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        try
        {
            return ReadDigest(document.RootElement);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("This is no result of a screening.", fault);
        }
    }

    private static void WriteEcq(Utf8JsonWriter json, EcqDigest ecq)
    {
        json.WriteString("ecq", ecq.Ecq);
        json.WriteNumber("rung", (int)ecq.Rung);
        json.WriteNumber("accomplishment", Rounding.Strength(ecq.Accomplishment));
        json.WriteNumber("duty", Rounding.Strength(ecq.Duty));
        json.WriteNumber("shown", ecq.Shown);
        json.WriteNumber("of", ecq.Of);
        json.WriteBoolean("addressed", ecq.IsAddressed);
    }

    private static void WriteCompetency(Utf8JsonWriter json, CompetencyDigest competency)
    {
        json.WriteString("competency", competency.Competency);
        json.WriteString("ecq", competency.Ecq);
        JudgementJson.WriteStrengths(
            json, competency.Rung, competency.Accomplishment, competency.Duty, competency.Interval, competency.NeedsReader);
    }

    private static void WriteCheck(Utf8JsonWriter json, CheckDigest check)
    {
        json.WriteString("id", check.Check);
        json.WriteString("severity", Wording.Id(check.Severity));
        json.WriteNumber("count", check.Count);
        json.WriteString("message", check.Message);
    }

    private static void WriteQuestion(Utf8JsonWriter json, QuestionDigest question)
    {
        DocumentJson.WriteNullable(json, "competency", question.Competency);
        json.WriteString("problem", question.Problem);
        json.WriteString("question", question.Question);
    }

    private static Digest ReadDigest(JsonElement root) => new(
        Text(root, "rules"),
        Text(root, "sha256"),
        Text(root, "framework"),
        Wording.FindKind(Text(root, "kind")) ?? throw new FormatException(),
        root.GetProperty("words").GetInt32(),
        ReadGradable(root.GetProperty("gradable")),
        Array(root, "ecqs", ReadEcq),
        Array(root, "competencies", ReadCompetency),
        Array(root, "checks", ReadCheck),
        Array(root, "questions", question => new QuestionDigest(
            question.GetProperty("competency").GetString(), Text(question, "problem"), Text(question, "question"))))
    {
        Pages = root.GetProperty("pages") is { ValueKind: JsonValueKind.Number } pages ? pages.GetInt32() : null,
        Doubts = Array(root, "doubts", doubt => doubt.GetString() ?? throw new FormatException()),
    };

    private static Gradable ReadGradable(JsonElement gradable) => new(
        Known<GradableStatus>(Text(gradable, "status"), Wording.Id),
        gradable.TryGetProperty("reason", out var reason) ? reason.GetString() : null);

    private static EcqDigest ReadEcq(JsonElement ecq) => new(
        Text(ecq, "ecq"),
        (Rung)ecq.GetProperty("rung").GetInt32(),
        ecq.GetProperty("accomplishment").GetDouble(),
        ecq.GetProperty("duty").GetDouble(),
        ecq.GetProperty("shown").GetInt32(),
        ecq.GetProperty("of").GetInt32(),
        ecq.GetProperty("addressed").GetBoolean());

    private static CompetencyDigest ReadCompetency(JsonElement competency)
    {
        var interval = competency.GetProperty("interval");
        return new CompetencyDigest(
            string.Intern(Text(competency, "competency")),
            string.Intern(Text(competency, "ecq")),
            (Rung)competency.GetProperty("rung").GetInt32(),
            competency.GetProperty("accomplishment").GetDouble(),
            competency.GetProperty("duty").GetDouble(),
            new Interval(interval[0].GetDouble(), interval[1].GetDouble()),
            competency.GetProperty("needsReader").GetBoolean());
    }

    private static CheckDigest ReadCheck(JsonElement check) => new(
        Text(check, "id"),
        Known<Severity>(Text(check, "severity"), Wording.Id),
        check.GetProperty("count").GetInt32(),
        Text(check, "message"));

    private static T Known<T>(string id, Func<T, string> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == id)
            {
                return value;
            }
        }

        throw new FormatException();
    }

    private static ImmutableArray<T> Array<T>(JsonElement parent, string key, Func<JsonElement, T> read) =>
        [.. parent.GetProperty(key).EnumerateArray().Select(read)];

    private static string Text(JsonElement parent, string key) => parent.GetProperty(key).GetString() ?? throw new FormatException();
}
