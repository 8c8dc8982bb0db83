using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>A figure with the interval in which it lies with 95 % confidence. Null where there was nothing to make it
/// of.</summary>
public sealed record Figure(string Id, string Name, double? Value, double? Low, double? High);

/// <summary>What several markers gave to the same units: a row for each unit, in the order in which they were marked, with a
/// number for each marker; null where the marker gave none.</summary>
public sealed record Ratings(ImmutableArray<string> Markers, ImmutableArray<ImmutableArray<double?>> Units)
{
    /// <summary>The pairs that two markers both gave, in order of the units.</summary>
    public ImmutableArray<RatedTwice> OfPair(int one, int other)
    {
        var pairs = ImmutableArray.CreateBuilder<RatedTwice>();
        foreach (var unit in Units)
        {
            if (unit[one] is { } left && unit[other] is { } right)
            {
                pairs.Add(new RatedTwice(left, right));
            }
        }

        return pairs.ToImmutable();
    }

    /// <summary>The units of these numbers only, each as often as it is named.</summary>
    public Ratings Only(IEnumerable<int> units) => this with { Units = [.. units.Select(unit => Units[unit])] };
}

/// <summary>One unit by two markers.</summary>
public sealed record RatedTwice(double One, double Other)
{
    /// <summary>How much higher the first one lies.</summary>
    public double Difference => One - Other;
}

/// <summary>How far two markers lie apart, after Bland and Altman (1986): the mean difference, first less second; its standard
/// deviation; and the limits between which 95 % of the differences lie. In levels of the rubric.</summary>
public sealed record LimitsOfAgreement(int Units, Figure Bias, double Deviation, Figure Low, Figure High);

/// <summary>What two markers make of the units that both marked. <see cref="Differences"/> is null below three of them.
/// <see cref="Says"/> is what it means, in a plain sentence.</summary>
public sealed record PairAgreement(
    string One, string Other, int Units, ImmutableArray<Figure> Figures, LimitsOfAgreement? Differences, string Says);

/// <summary>A marker beside the others. <see cref="Severity"/> is by how much the marker lies above the mean of the others on
/// the same units (below where negative); <see cref="Drift"/> is how much that changed from the first unit marked to the
/// last. In levels of the rubric.</summary>
public sealed record MarkerHabit(string Marker, int Units, Figure Severity, Figure Drift, string Says);

/// <summary>Agreement on one criterion, or on all together: that of all markers at once, and of each pair. <see cref="Units"/>
/// counts those that at least two marked.</summary>
public sealed record AgreementStudy(
    string Name,
    ImmutableArray<string> Markers,
    int Units,
    ImmutableArray<Figure> Figures,
    ImmutableArray<PairAgreement> Pairs,
    ImmutableArray<MarkerHabit> Habits,
    string Says);
