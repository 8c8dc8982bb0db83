using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>The numbers and words of <c>rules/uses/agreement.yaml</c>, each with its reason: below <see cref="LeastUnits"/>
/// there is too little to say; an interval wider than <see cref="WidestInterval"/> leaves it open; a marker is called apart
/// from the others from <see cref="LeastShift"/> levels on. Bands stand from the highest down.</summary>
public sealed record AgreementPolicy(int LeastUnits, double WidestInterval, double LeastShift, ImmutableArray<AgreementBand> Bands)
{
    public const string FileName = "uses/agreement.yaml";

    public static AgreementPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = new AgreementPolicy(
            ReasonedNumbers.Whole(keys, "least-units", most: 1000),
            ReasonedNumbers.Number(keys, "widest-interval", most: 2),
            ReasonedNumbers.Number(keys, "least-shift", most: 4),
            ReasonedNumbers.Part(keys, "bands", part => ReadBands(part)));
        keys.Close();
        return policy;
    }

    /// <summary>What an agreement of this size is called; the lowest band holds whatever is below the others.</summary>
    public AgreementBand BandOf(double value) => Bands.FirstOrDefault(band => value >= band.From) ?? Bands[^1];

    private static ImmutableArray<AgreementBand> ReadBands(YamlKeys keys) =>
    [
        .. keys.Entries.Select(entry => ReasonedNumbers.Reasoned(
                keys, entry.Key, each => new AgreementBand(each.RequireNumber("from"), entry.Key, each.RequireText("says"), each.RequireText("of-proposals"))))
            .OrderByDescending(band => band.From),
    ];
}

/// <summary>A range of agreement, from <see cref="From"/> up: what it is called, what it means for whoever uses the grades of two
/// markers, and what where one of the two is the program.</summary>
public sealed record AgreementBand(double From, string Name, string Says, string OfProposals);
