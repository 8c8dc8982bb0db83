using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>What the checks found and what would be worth doing.</summary>
internal static class FindingJson
{
    public static void WriteChecks(Utf8JsonWriter json, Analysis analysis)
    {
        json.WriteObjects("checks", analysis.Findings, finding =>
        {
            json.WriteString("id", finding.Check);
            json.WriteString("severity", Wording.Id(finding.Severity));
            json.WriteString("message", finding.Message);
            if (finding.Span is { } span)
            {
                DocumentJson.WriteSpan(json, span);
                if (analysis.Document.FindSentence(span) is { } sentence)
                {
                    json.WriteNumber("sentence", sentence.Index);
                }
            }
        });
    }

    public static void WriteSuggestions(Utf8JsonWriter json, ImmutableArray<Suggestion> suggestions)
    {
        json.WriteObjects("suggestions", suggestions, suggestion =>
        {
            DocumentJson.WriteNullable(json, "competency", suggestion.Competency?.Name);
            DocumentJson.WriteNullable(json, "sentence", suggestion.Sentence);
            json.WriteNumber("priority", Rounding.Probability(suggestion.Priority));
            json.WriteString("problem", suggestion.Problem);
            json.WriteString("question", suggestion.Question);
        });
    }
}
