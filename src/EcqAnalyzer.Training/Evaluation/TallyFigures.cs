using System.Collections.Immutable;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Figures of texts that were counted, one tally each. Whole texts are drawn for the intervals, since sentences of one
/// text are alike.</summary>
public static class TallyFigures
{
    /// <summary>The figures of <paramref name="tallies"/>, one tally a text, with their intervals.</summary>
    public static ImmutableArray<Figure> Of(IReadOnlyList<Tally> tallies, IReadOnlyList<FigureKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        ArgumentNullException.ThrowIfNull(kinds);
        if (tallies.Count == 0)
        {
            return [];
        }

        var drawn = kinds.Select(_ => new List<double>(Bootstrap.Rounds)).ToArray();
        foreach (var round in Bootstrap.Draws(tallies.Count))
        {
            var sum = Sum(round.Select(text => tallies[text]));
            for (var i = 0; i < kinds.Count; i++)
            {
                if (kinds[i].Of(sum) is { } value)
                {
                    drawn[i].Add(value);
                }
            }
        }

        var whole = Sum(tallies);
        return [.. kinds.Select((kind, i) => Bootstrap.Make(kind.Id, kind.Name, kind.Of(whole), drawn[i]))];
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        Tally? sum = null;
        foreach (var tally in tallies)
        {
            sum = (sum ?? new Tally(tally.Competencies)).Add(tally);
        }

        return sum ?? throw new ArgumentException("There is nothing to add up.", nameof(tallies));
    }
}
