using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Speaks for the mark "measured" by what each number of a sentence tells: a change or a saving says much, a size, a
/// budget or a date little, a goal nothing. Whether it measures an outcome is then judged with the sentence's type.</summary>
public sealed class MeasureReader(Signs signs) : IEvidenceSource
{
    public IEnumerable<Evidence> Find(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            var said = 0;
            foreach (var measure in sentence.Measures)
            {
                // Ten dates say no more than one.
                var bit = 1 << (int)measure.Sense;
                if ((said & bit) == 0 && SignOf(measure.Sense) is { } sign)
                {
                    said |= bit;
                    foreach (var says in signs[sign].BeforeDeed)
                    {
                        yield return new Evidence(
                            says.Label, sentence.Index, measure.Span, new ReaderOrigin(sign), says.Weight, Why(measure, document.Draft.Text));
                    }
                }
            }
        }
    }

    private static string? SignOf(MeasureSense sense) => sense switch
    {
        MeasureSense.Change => "measure.change",
        MeasureSense.Saving => "measure.saving",
        MeasureSense.Reached => "measure.reached",
        MeasureSense.Standing => "measure.standing",
        MeasureSense.Budget => "measure.budget",
        MeasureSense.Size => "measure.size",
        MeasureSense.Amount => "measure.amount",
        MeasureSense.Time => "measure.time",
        MeasureSense.Moment => "measure.moment",
        _ => null,
    };

    private static string Why(Measure measure, string text)
    {
        var words = measure.Span.Of(text).ToString();
        return measure.Sense switch
        {
            MeasureSense.Change => $"'{words}' measures a change",
            MeasureSense.Saving => $"'{words}' measures what was saved or gained",
            MeasureSense.Reached => $"'{words}' measures how far something got",
            MeasureSense.Standing => $"'{words}' tells a place in an order",
            MeasureSense.Budget => $"'{words}' tells the size of a budget",
            MeasureSense.Size => $"'{words}' tells how big something is",
            MeasureSense.Time => $"'{words}' tells how long it took",
            MeasureSense.Moment => $"'{words}' tells when it was",
            _ => $"'{words}' is a number",
        };
    }
}
