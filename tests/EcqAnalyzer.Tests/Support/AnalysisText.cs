using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>An analysis as text that a person can read and compare line by line.</summary>
public static class AnalysisText
{
    public static string Of(Analysis analysis)
    {
        var text = new StringBuilder();
        text.AppendLine($"framework {analysis.Framework.Value.Id}: {analysis.Framework.Reason}");
        text.AppendLine($"kind {analysis.Kind.Value}: {analysis.Kind.Reason}");
        text.AppendLine($"gradable {analysis.Gradable.Status} {analysis.Gradable.Reason}");
        foreach (var section in analysis.Document.Sections)
        {
            text.AppendLine($"\n== {section.Kind} {section.Ecq} '{section.Heading}'");
            foreach (var sentence in section.Sentences)
            {
                text.AppendLine(Of(analysis.Statements[sentence.Index], analysis.Document.Draft.Text));
            }
        }

        text.AppendLine();
        foreach (var score in analysis.Competencies.Where(score => score.Rung != Rung.Absent))
        {
            text.AppendLine($"{score.Competency.Name}: rung {(int)score.Rung}, accomplishment {score.Accomplishment} [{score.Interval.Low}, {score.Interval.High}], duty {score.Duty}{(score.NeedsReader ? ", look yourself" : "")}");
            foreach (var share in score.Shares)
            {
                text.AppendLine($"    {share.Side} {share.Points} from sentence {share.Sentence}: {share.Why}");
            }
        }

        text.AppendLine();
        foreach (var finding in analysis.Findings)
        {
            text.AppendLine($"{finding.Check} ({finding.Severity}): {finding.Message}");
        }

        foreach (var suggestion in analysis.Suggestions)
        {
            text.AppendLine($"suggestion (sentence {suggestion.Sentence?.ToString() ?? "-"}): {suggestion.Problem} {suggestion.Question}");
        }

        return text.ToString();
    }

    /// <summary>One line for a statement: its type, person, marks, words, and what it shows and claims.</summary>
    public static string Of(Statement statement, string text)
    {
        var shown = statement.Shown.Select(each => $"{each.Competency.Name} {each.Probability:0.00} ({string.Join(", ", each.Rules)})");
        var claimed = statement.Claimed.Select(each => $"claims {each.Name}");
        var marks = $"{statement.Type} {statement.Types[statement.Type]:0.00}, {statement.Person}{(statement.Measured ? ", measured" : "")}{(statement.Level is { } level ? $", {level}" : "")}";
        var showing = string.Concat(shown.Concat(claimed).Select(each => $"\n        {each}"));
        return $"{statement.Sentence.Index,3} [{marks}] {statement.Sentence.Span.Of(text)}{showing}";
    }
}
