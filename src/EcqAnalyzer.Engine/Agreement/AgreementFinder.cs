using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>
/// START HERE: agreement between markers, from what each gave to each unit. Coefficients stand in a file each, with the paper
/// they follow; none of them knows what is marked. Units keep the order in which they were marked, for drift.
/// </summary>
public sealed class AgreementFinder(AgreementPolicy policy)
{
    private readonly AgreementWords _words = new(policy);

    /// <summary>Studies the grades of a criterion, whole numbers from 0 to <paramref name="highest"/>.</summary>
    public AgreementStudy Study(string name, Ratings ratings, int highest)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var shared = ratings with { Units = [.. ratings.Units.Where(unit => unit.Count(value => value is not null) > 1)] };
        var alpha = Alpha("alpha-ordinal", "Krippendorff's alpha, ordinal", shared, Metric.Ordinal);
        var (single, average) = IntraclassCorrelation.Of(shared);
        var markers = Enumerable.Range(0, ratings.Markers.Length).ToArray();
        return new AgreementStudy(
            name,
            ratings.Markers,
            shared.Units.Length,
            [
                alpha,
                Alpha("alpha-nominal", "Krippendorff's alpha, nominal", shared, Metric.Nominal),
                Alpha("alpha-interval", "Krippendorff's alpha, interval", shared, Metric.Interval),
                single,
                average,
            ],
            [.. markers.SelectMany(one => markers.Where(other => other > one).Select(other => Pair(ratings, one, other, highest)))],
            [.. markers.Select(marker => Habit(ratings, marker))],
            _words.OfAll(ratings.Markers, shared.Units.Length, alpha));
    }

    private PairAgreement Pair(Ratings ratings, int one, int other, int highest)
    {
        var pairs = ratings.OfPair(one, other);
        var kappa = OfTable("quadratic-kappa", "quadratic weighted kappa", CountTable.QuadraticKappa);
        var (left, right) = (ratings.Markers[one], ratings.Markers[other]);
        return new PairAgreement(
            left,
            right,
            pairs.Length,
            [
                OfTable("percent", "the same level", CountTable.Accuracy),
                OfTable("within-one", "at most one level apart", table => CountTable.Within(table, 1)),
                OfTable("kappa", "Cohen's kappa", table => CountTable.Kappa(table)),
                kappa,
            ],
            Differences.LimitsOf(pairs),
            _words.OfPair(left, right, pairs.Length, kappa));

        Figure OfTable(string id, string name, Func<int[,], double?> figure) => Bootstrap.Of(
            id, name, pairs.Length, drawn => figure(CountTable.Of(drawn.Select(unit => ((int)pairs[unit].One, (int)pairs[unit].Other)), highest + 1)));
    }

    private MarkerHabit Habit(Ratings ratings, int marker)
    {
        var fromOthers = Differences.FromOthers(ratings, marker);
        var (severity, drift) = (Differences.SeverityOf(fromOthers), Differences.DriftOf(fromOthers));
        return new MarkerHabit(
            ratings.Markers[marker],
            fromOthers.Length,
            severity,
            drift,
            _words.OfHabit(ratings.Markers[marker], ratings.Markers.RemoveAt(marker), fromOthers.Length, severity, drift));
    }

    private static Figure Alpha(string id, string name, Ratings ratings, Metric metric) => Bootstrap.Of(
        id, name, ratings.Units.Length, drawn => KrippendorffAlpha.Of(ratings.Only(drawn), metric));
}
