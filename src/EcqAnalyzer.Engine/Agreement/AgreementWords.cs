using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>What figures of agreement mean, in plain sentences, and when there is too little to say anything. The bands and
/// their words stand in <c>rules/uses/agreement.yaml</c>.</summary>
internal sealed class AgreementWords(AgreementPolicy policy)
{
    public string OfPair(string one, string other, int units, Figure kappa) => Of(Capital($"{NameOf(one)} and {NameOf(other)}"), units, kappa, Markers.Program == one || Markers.Program == other);

    public string OfAll(ImmutableArray<string> markers, int units, Figure alpha) =>
        markers.Length < 2 ? "One marker alone: nothing to compare." : Of($"All {markers.Length} markers together", units, alpha);

    /// <summary>What a marker's severity and drift mean, beside <paramref name="others"/>.</summary>
    public string OfHabit(string marker, ImmutableArray<string> others, int units, Figure severity, Figure drift)
    {
        if (units < policy.LeastUnits)
        {
            return TooFew(units);
        }

        var (name, than) = (Capital(NameOf(marker)), others is [var one] ? NameOf(one) : "the others");
        var stands = IsApart(severity)
            ? $"{name} gives {Levels(severity.Value!.Value)} {(severity.Value > 0 ? "more" : "less")} than {than} on the same drafts"
            : $"{name} is neither milder nor stricter than {than}";
        return IsApart(drift)
            ? $"{stands}, and grew {(drift.Value > 0 ? "milder" : "stricter")} by {Levels(drift.Value!.Value)} from the first row to the last."
            : $"{stands}, from the first row to the last.";
    }

    private string Of(string who, int units, Figure figure, bool isOfProposals = false)
    {
        if (units < policy.LeastUnits || figure.Value is not { } value)
        {
            return TooFew(units);
        }

        var band = policy.BandOf(value);
        var meaning = isOfProposals ? band.OfProposals : band.Says;
        var agreement = string.Create(CultureInfo.InvariantCulture, $"{who}: {band.Name} agreement ({figure.Name} {value:0.00}");
        if (figure is not { Low: { } low, High: { } high })
        {
            return $"{agreement}). {meaning}";
        }

        var doubt = high - low > policy.WidestInterval
            ? " The interval is too wide to rely on: more grades by both would settle it."
            : policy.BandOf(low) != band ? $" It may be no more than {policy.BandOf(low).Name}: more grades by both would tell." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{agreement}, between {low:0.00} and {high:0.00}). {meaning}{doubt}");
    }

    private string TooFew(int units) =>
        $"Too few to say: {units} {(units == 1 ? "grade" : "grades")} by both, and it takes {policy.LeastUnits}.";

    /// <summary>Large enough to matter, and surely on this side of nothing.</summary>
    private bool IsApart(Figure shift) => shift is { Value: { } value, Low: { } low, High: { } high }
        && Math.Abs(value) >= policy.LeastShift
        && (low > 0 || high < 0);

    private static string Levels(double levels) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(levels):0.0} levels");

    private static string NameOf(string marker) => marker == Markers.Program ? "the proposals" : marker == Markers.Trainer ? "the trainer" : marker;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
