using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>
/// For each competency the mean vector of sentences that tell it: its definition and question in the framework, and the
/// examples that its rules carry. People read and write these; a better example makes a better prototype.
/// </summary>
public static class Prototypes
{
    public static float[] Make(
        ILanguageAnnotator annotator, WordTable words, IEnumerable<Framework> frameworks, IEnumerable<Rule> rules, ImmutableArray<CompetencyId> competencies)
    {
        var inputs = new SentenceInputs(words);
        var known = frameworks.SelectMany(framework => framework.Competencies).ToDictionary(competency => competency.Id);
        var examples = rules
            .SelectMany(rule => rule.Labels.OfType<CompetencyLabel>().Select(label => (label.Competency, rule.Hits)))
            .SelectMany(each => each.Hits.Select(hit => (each.Competency, Text: WithoutMarks(hit.Text))))
            .ToLookup(each => each.Competency, each => each.Text);
        var prototypes = new float[competencies.Length * WordTable.Dimensions];
        for (var i = 0; i < competencies.Length; i++)
        {
            var competency = known[competencies[i]];
            Add(annotator, inputs, [competency.Definition, competency.Question, .. examples[competency.Id]], prototypes.AsSpan(i * WordTable.Dimensions, WordTable.Dimensions));
        }

        return prototypes;
    }

    public static string WithoutMarks(string example) =>
        example.Replace("<<", "", StringComparison.Ordinal).Replace(">>", "", StringComparison.Ordinal);

    private static void Add(ILanguageAnnotator annotator, SentenceInputs inputs, IReadOnlyCollection<string> texts, Span<float> sum)
    {
        foreach (var text in texts)
        {
            foreach (var sentence in annotator.Annotate(Draft.OfSentences("", [text])))
            {
                inputs.ReadTypes(text, sentence);
                for (var part = 0; part < sum.Length; part++)
                {
                    sum[part] += inputs.Vectors[part] / texts.Count;
                }
            }
        }
    }
}
