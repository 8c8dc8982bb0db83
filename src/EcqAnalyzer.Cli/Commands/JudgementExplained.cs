using System.Globalization;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary>The last part of <c>ecq rules explain</c>: what a sentence is taken for when rules and classifier are weighed
/// together, with what each said for it.</summary>
internal static class JudgementExplained
{
    public static void Write(Analysis analysis, TextWriter output)
    {
        output.WriteLine($"Judged by all evidence together, under {analysis.Framework.Value.Id} (--framework names another):");
        var evidence = analysis.Evidence.ToLookup(each => each.Sentence);
        foreach (var statement in analysis.Statements)
        {
            var of = evidence[statement.Sentence.Index].ToList();
            Write($"{Wording.Id(statement.Type)} {Percent(statement.Types[statement.Type])}",
                of.Where(each => each.Label is TypeLabel type && type.Type == statement.Type), analysis, output);
            foreach (var shown in statement.Shown)
            {
                Write($"{shown.Competency.Name} {Percent(shown.Probability)}",
                    of.Where(each => each.Label is CompetencyLabel label && label.Competency == shown.Competency), analysis, output);
            }

            foreach (var claimed in statement.Claimed)
            {
                Write($"{claimed.Name}, claimed and not shown",
                    of.Where(each => each.Label is ClaimLabel label && label.Competency == claimed), analysis, output);
            }

            if (statement.Shown.IsEmpty)
            {
                output.WriteLine("  no competency shown");
            }
        }

        output.WriteLine();
    }

    private static void Write(string tag, IEnumerable<Evidence> evidence, Analysis analysis, TextWriter output)
    {
        output.WriteLine($"  {tag}");
        var text = analysis.Document.Draft.Text;
        foreach (var each in evidence)
        {
            output.WriteLine(each.Origin switch
            {
                RuleOrigin rule => $"    rule {rule.Id} on \"{each.Span.Of(text)}\" (weight {Number(each.Weight)})",
                ModelOrigin => $"    classifier {Percent(each.Weight)}{Words(each, text)}",
                _ => $"    {each.Origin.Id} (weight {Number(each.Weight)}): {each.Why}",
            });
        }
    }

    private static string Words(Evidence evidence, string text) => evidence.Words.IsEmpty
        ? ""
        : ": " + string.Join(", ", evidence.Words.Select(
            words => $"\"{words.Span.Of(text)}\" {words.Weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture)}"));

    private static string Percent(double probability) => $"{Math.Round(100 * probability).ToString(CultureInfo.InvariantCulture)} %";

    private static string Number(double weight) => weight.ToString("0.00", CultureInfo.InvariantCulture);
}
