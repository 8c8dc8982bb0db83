using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Classification;

/// <summary>Reads labelled narratives as the product does, by rules alone, and takes from them what there is to learn.</summary>
public sealed class SampleReader(
    Pipeline pipeline, WordTable words, SentenceEncoder encoder, CrossedReadings crossed, ImmutableArray<CompetencyId> competencies,
    EvidenceFuser fuser)
{
    private readonly SentenceInputs _inputs = new(words);

    public SampleDocument Read(GoldNarrative gold)
    {
        var draft = Drafts.Of(gold);
        var analysis = pipeline.Analyze(draft, new AnalysisOptions(competencies[0].Framework));
        var evidence = analysis.Evidence.ToLookup(each => each.Sentence);
        var ruled = competencies.Select(each => each.Framework).Distinct()
            .SelectMany(framework => RuledBy(framework, analysis, draft))
            .ToLookup(each => each.Sentence);
        var document = analysis.Document;
        var places = Places.Of(document, analysis.Kind.Value);
        if (document.Sentences.Length != gold.Sentences.Length)
        {
            throw new InvalidDataException($"{gold.Id}: {gold.Sentences.Length} sentences given, {document.Sentences.Length} read");
        }

        var encoded = encoder.Read(document);
        var followed = new DraftFollower(encoder.Model).Read(encoded);
        var isCrossed = crossed.Replace(gold, encoded, followed);
        return new SampleDocument(
            gold,
            document,
            analysis.Kind.Value,
            places,
            [
                .. document.Sentences.Select(sentence => Read(
                    gold.Sentences[sentence.Index], document, sentence, places[sentence.Index], [.. evidence[sentence.Index]], [.. ruled[sentence.Index]], encoded[sentence.Index])),
            ],
            followed,
            isCrossed);
    }

    private IEnumerable<Evidence> RuledBy(string framework, Analysis analysis, Draft draft) =>
        (framework == analysis.Framework.Value.Id ? analysis : pipeline.Analyze(draft, new AnalysisOptions(framework)))
        .Evidence.Where(each => each.Label is CompetencyLabel);

    private Sample Read(
        GoldSentence gold, Document document, Sentence sentence, Place place, ImmutableArray<Evidence> evidence, ImmutableArray<Evidence> ruled,
        EncodedSentence encoded)
    {
        _inputs.ReadTypes(document.Draft.Text, sentence);
        var form = Copy(_inputs.Features);
        var vectors = _inputs.Vectors.ToArray();
        _inputs.ReadTopics([], new float[6]);
        var types = Enum.GetValues<StatementType>()
            .Select(type => fuser.Fuse(evidence.Where(each => each is { Label: TypeLabel label, Origin: RuleOrigin } && label.Type == type)))
            .ToArray();
        var shown = competencies
            .Select(competency => fuser.Fuse(ruled.Where(each => each.Label is CompetencyLabel label && label.Competency == competency)))
            .ToArray();
        return new Sample(gold, form, vectors, Copy(_inputs.Features), place, types, shown,
            encoded with { Gains = [], Words = [], Mean = [] });
    }

    private static HashedFeatures Copy(FeatureList features) => new(features.Hashes.ToArray(), features.Values.ToArray());
}
