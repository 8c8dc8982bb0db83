using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>Why a sentence has its tags: for each tag the rules, the words they fit, and what the classifier made of which
/// words. Evidence for what the sentence was not found to be is left out.</summary>
internal static class EvidenceJson
{
    /// <summary>Into the sentence's object, which is open.</summary>
    public static void Write(Utf8JsonWriter json, Statement statement, IEnumerable<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var each in evidence)
        {
            if (TagOf(each.Label, statement) is { } tag)
            {
                Write(json, tag, each);
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Tag tag, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("for", tag.For);
        json.WriteString("id", tag.Id);
        json.WriteString("by", evidence.Origin switch { RuleOrigin => "rule", ModelOrigin => "classifier", _ => "reader" });
        json.WriteString("source", evidence.Origin.Id);
        json.WriteNumber("weight", Rounding.Probability(evidence.Weight));
        DocumentJson.WriteSpan(json, evidence.Span);
        json.WriteString("why", evidence.Why);
        if (!evidence.Words.IsEmpty)
        {
            json.WriteObjects("words", evidence.Words, words =>
            {
                DocumentJson.WriteSpan(json, words.Span);
                json.WriteNumber("weight", Math.Round(words.Weight, 2));
            });
        }

        json.WriteEndObject();
    }

    /// <summary>The tag of the statement that a label speaks for; null where it has none such.</summary>
    private static Tag? TagOf(Label label, Statement statement) => label switch
    {
        TypeLabel type when type.Type == statement.Type => new Tag("type", Wording.Id(type.Type)),
        CompetencyLabel shown when statement.Shown.Any(each => each.Competency == shown.Competency) => new Tag("competency", shown.Competency.Name),
        CompetencyLabel named when statement.Claimed.Contains(named.Competency) => new Tag("claim", named.Competency.Name),
        ClaimLabel claimed when statement.Claimed.Contains(claimed.Competency) => new Tag("claim", claimed.Competency.Name),
        LevelLabel level when level.Level == statement.Level => new Tag("level", Wording.Id(level.Level)),
        MarkLabel { Mark: Marks.Measured } when statement.Measured => new Tag("mark", Marks.Measured),
        MarkLabel person when person.Mark == $"person-{Wording.Id(statement.Person)}" => new Tag("mark", person.Mark),
        _ => null,
    };

    private sealed record Tag(string For, string Id);
}
