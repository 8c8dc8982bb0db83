using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>
/// Finds numbers in which two tellings of one deed differ: of one unit, such as days, each tells a value that the other does not.
/// A telling that only leaves numbers out contradicts nothing. Dates, ranks and bare numbers are not compared: two of them seldom
/// count one thing.
/// </summary>
internal static class OtherNumbers
{
    public static ImmutableArray<OtherNumber> Find(ImmutableArray<Analysis> drafts, ToldStory first, ToldStory second)
    {
        var (here, there) = (MeasuresOf(drafts, first), MeasuresOf(drafts, second));
        return
        [
            .. here.Select(measure => (measure.Kind, measure.Unit)).Distinct()
                .Select(unit => Differ([.. Of(here, unit)], [.. Of(there, unit)])).OfType<OtherNumber>(),
        ];
    }

    private static OtherNumber? Differ(List<Measure> here, List<Measure> there)
    {
        var first = here.FindIndex(measure => !IsTold(measure, there));
        var second = there.FindIndex(measure => !IsTold(measure, here));
        return first < 0 || second < 0 ? null : new OtherNumber(here[first].Span, there[second].Span);
    }

    /// <summary>Whether every value of a measure stands among those of the others.</summary>
    private static bool IsTold(Measure measure, List<Measure> others)
    {
        bool Stands(double value) => others.Exists(other => other.Value == value || other.From == value);
        return Stands(measure.Value) && (measure.From is not { } from || Stands(from));
    }

    private static IEnumerable<Measure> Of(List<Measure> measures, (MeasureKind Kind, string Unit) unit) =>
        measures.Where(measure => measure.Kind == unit.Kind && measure.Unit == unit.Unit);

    private static List<Measure> MeasuresOf(ImmutableArray<Analysis> drafts, ToldStory story) =>
    [
        .. story.Story.Of(drafts[story.Draft].Statements)
            .SelectMany(statement => statement.Sentence.Measures)
            .Where(measure => measure.Kind is not (MeasureKind.Date or MeasureKind.Rank) && measure.Unit.Length > 0),
    ];
}
