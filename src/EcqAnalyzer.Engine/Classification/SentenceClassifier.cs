using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>
/// START HERE: what learned models make of each sentence by itself: how probable each type is, and each competency. They read it
/// by features and as an encoder does, and look at nothing but the sentence, so that no sentence added elsewhere changes what is said of this one. The evidence stands
/// beside that of the rules; <c>Statements</c> brings the two together. Can be used from several threads.
/// </summary>
public sealed class SentenceClassifier(JudgeModel model, WordTable words, SentenceEncoder encoder) : IEvidenceSource
{
    /// <summary>What is less probable is not worth a line of evidence.</summary>
    public const double LeastShown = 0.04;

    /// <summary>From here on it is told which words speak for a competency.</summary>
    private const double LeastExplained = 0.15;

    private const string Unlikely = "learned from labelled sentences; less likely than other readings";

    private static readonly ModelOrigin OfTypes = new("judge.type");
    private static readonly ModelOrigin OfCompetencies = new("judge.competency");

    private readonly ImmutableArray<CompetencyLabel> _competencies =
        [.. model.Competencies.Select(competency => new CompetencyLabel(competency))];

    private readonly ImmutableArray<TypeLabel> _types =
    [
        new(StatementType.Challenge), new(StatementType.Context), new(StatementType.Action),
        new(StatementType.Result), new(StatementType.Duty), new(StatementType.Other),
    ];

    /// <summary>Working memory that nobody uses at the moment.</summary>
    private SentenceReading? _idle;

    public IEnumerable<Evidence> Find(Document document)
    {
        var reading = Interlocked.Exchange(ref _idle, null) ?? new SentenceReading(model, words, encoder.Model);
        var read = encoder.Read(document);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Tokens.IsEmpty)
            {
                continue;
            }

            var encoded = read[sentence.Index];
            reading.Read(document.Draft.Text, sentence, encoded);
            foreach (var type in _types)
            {
                var probability = Math.Max(1e-6, reading.Types[(int)type.Type]);
                yield return type.Type == reading.Top
                    ? Explained(type, sentence, OfTypes, probability, reading.WordsOfTop(sentence, encoded, document.Draft.Text), document.Draft.Text)
                    : new Evidence(type, sentence.Index, sentence.Span, OfTypes, probability, Unlikely);
            }

            for (var i = 0; i < _competencies.Length; i++)
            {
                if (reading.Shown[i] >= LeastShown)
                {
                    yield return reading.Shown[i] >= LeastExplained
                        ? Explained(_competencies[i], sentence, OfCompetencies, reading.Shown[i], reading.WordsOfShown(i, sentence, encoded, document.Draft.Text), document.Draft.Text)
                        : new Evidence(_competencies[i], sentence.Index, sentence.Span, OfCompetencies, reading.Shown[i], Unlikely);
                }
            }
        }

        _idle = reading;
    }

    private static Evidence Explained(
        Label label, Sentence sentence, ModelOrigin origin, double probability, ImmutableArray<WeighedWords> words, string text) =>
        new(label, sentence.Index, sentence.Span, origin, probability, WeightiestWords.Tell(words, text)) { Words = words };
}
