using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Classification;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq train --corpus</c>: learns to judge from labelled narratives, and says how the whole product then does on
/// those kept apart.</summary>
public sealed class TrainJudge(Workbench bench, TextWriter progress)
{
    private static readonly string[] Frameworks = ["opm-2006", "opm-2025"];

    public byte[] Train(ImmutableArray<GoldNarrative> narratives, Func<GoldNarrative, bool> isLearnedFrom)
    {
        var competencies = bench.Frameworks
            .Where(framework => Frameworks.Contains(framework.Id))
            .SelectMany(framework => framework.Competencies)
            .Select(competency => competency.Id)
            .ToImmutableArray();
        var crossed = new CrossedReadings(Workbench.CrossedBytes, bench.Encoder.Model);
        var reader = new SampleReader(bench.RulesAlone, bench.Words, bench.Encoder, crossed, competencies, new EvidenceFuser(bench.Rulebook.Policy.Reliability));
        var documents = narratives.Where(isLearnedFrom).Select(reader.Read).ToImmutableArray();
        var rules = Rulebook.LoadYaml(null).Rules.Rules;
        var prototypes = Prototypes.Make(bench.Annotator, bench.Words, bench.Frameworks, rules, competencies);
        return new JudgeTrainer(competencies, bench.Encoder.Model, TrainingSettings.Chosen, progress).Train(documents, prototypes);
    }

    /// <summary>How right the competencies listed by the whole product are, of one framework, where it was looked for.</summary>
    public ShownFigures MeasureShown(IEnumerable<GoldNarrative> narratives, ReadOnlyMemory<byte>? judge, string framework)
    {
        var pipeline = bench.CreatePipeline(bench.Rulebook, judge);
        var (right, gold, found) = (0, 0, 0);
        foreach (var narrative in narratives.Where(narrative => narrative.Knows(framework)))
        {
            var analysis = pipeline.Analyze(Drafts.Of(narrative), new AnalysisOptions(framework));
            foreach (var (sentence, statement) in narrative.Sentences.Zip(analysis.Statements))
            {
                var asked = sentence.Shown.Where(id => id.Framework == framework).ToArray();
                var listed = statement.Shown.Select(shown => shown.Competency).ToArray();
                right += asked.Intersect(listed).Count();
                gold += asked.Length;
                found += listed.Length;
            }
        }

        return new ShownFigures(framework, right, gold, found);
    }

    /// <summary>Figures of the whole product with the given model, over narratives it did not learn from.</summary>
    public TypeFigures Measure(IEnumerable<GoldNarrative> narratives, ReadOnlyMemory<byte>? judge, bool isAlone = false)
    {
        var pipeline = bench.CreatePipeline(bench.Rulebook, judge);
        var answers = new List<TypeAnswer>();
        foreach (var narrative in narratives)
        {
            var analysis = pipeline.Analyze(Drafts.Of(narrative), new AnalysisOptions(narrative.Framework));
            foreach (var (gold, statement) in narrative.Sentences.Zip(analysis.Statements))
            {
                var types = isAlone ? statement.Alone : statement.Types;
                answers.Add(new TypeAnswer(gold.Type, [.. Enum.GetValues<StatementType>().Select(type => types[type])]));
            }
        }

        return Figures.OfTypes(answers);
    }
}
