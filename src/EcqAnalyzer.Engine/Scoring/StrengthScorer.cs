using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>
/// Adds sentences up to a strength. Strongest first, each takes its part of the room still left to 100, so that a strength is
/// bounded, grows with every addition and does not depend on the order of the text. Copies (the same words in dictionary
/// form) count once, as their strongest. Points are whole quarters: exact as binary and as decimal numbers, so the shares
/// add up to the strength exactly, whoever adds them in whatever order.
/// </summary>
public sealed class StrengthScorer(ScoringPolicy policy)
{
    private const int PartsOfPoint = 4;

    public Strength Score(Side side, ImmutableArray<Showing> showings)
    {
        var shares = ImmutableArray.CreateBuilder<Share>();
        var (total, given) = (0.0, 0.0);
        foreach (var part in Rank(showings.Where(each => each.Side == side).Select(PartOf)))
        {
            var room = 100 - total;
            total += room * GainOf(side) * part.Worth;
            var points = Quarters(total) - given;
            given += points;
            if (points > 0)
            {
                shares.Add(new Share(part.Showing.Statement.Sentence.Index, side, points, $"{part.Why}; {Taking(side, part, room)}"));
            }
        }

        return new Strength(side, given, shares.ToImmutable());
    }

    /// <summary>What the strength of these worths would be: the sum of <see cref="Score"/> without its shares.</summary>
    public double Total(Side side, IEnumerable<double> worths)
    {
        var total = 0.0;
        double[] sorted = [.. worths];
        Array.Sort(sorted);
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            total += (100 - total) * GainOf(side) * sorted[i];
        }

        return Quarters(total);
    }

    /// <summary>Copies reduced to their strongest, in the order in which they take their room. The order of equals goes by
    /// their words, so that moving sections about moves no points.</summary>
    public static ImmutableArray<StrengthPart> Rank(IEnumerable<StrengthPart> parts) =>
    [
        .. parts
            .GroupBy(part => KeyOf(part.Showing.Statement.Sentence), StringComparer.Ordinal)
            .Select(copies => copies
                .OrderByDescending(part => part.Worth)
                .ThenBy(part => part.Showing.Statement.Sentence.Index)
                .Select(part => new Ranked(copies.Key, part))
                .First())
            .OrderByDescending(each => each.Part.Worth)
            .ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => each.Part),
    ];

    /// <summary>How much a sentence says, from 0 to 1, and why, factor by factor.</summary>
    public StrengthPart PartOf(Showing showing)
    {
        var (statement, shown) = showing;
        var why = new StringBuilder($"read as {Word(statement.Type)} ({statement.Types[statement.Type]:0%})");
        why.Append($", shows it ({shown.Probability:0%}{(shown.Rules.IsEmpty ? "" : $": {string.Join(", ", shown.Rules)}")})");
        if (showing.Side != Side.Accomplishment)
        {
            return new StrengthPart(showing, shown.Probability * statement.Types.Duty, why.ToString());
        }

        var person = policy.Strength.Of(statement.Person);
        var measured = statement.Measured ? 1 : policy.Strength.Unmeasured;
        var scope = policy.Strength.Scope.Of(statement.Level);
        why.Append($", {PersonWords(statement.Person)}{Times(person)}");
        why.Append(statement.Measured ? ", measured" : $", not measured{Times(measured)}");
        why.Append(statement.Level is { } level ? $", reach: {Word(level)}{Times(scope)}" : $", reach not told{Times(scope)}");
        return new StrengthPart(
            showing, shown.Probability * statement.Types.Accomplishment * person * measured * scope, why.ToString());
    }

    /// <summary>What makes two sentences copies: their words in dictionary form.</summary>
    public static string KeyOf(Sentence sentence) =>
        string.Join(' ', sentence.Tokens.Where(token => token.Pos != "PUNCT").Select(token => token.Lemma));

    private sealed record Ranked(string Key, StrengthPart Part);

    private string Taking(Side side, StrengthPart part, double room) =>
        $"takes {GainOf(side) * part.Worth:0%} of the {Quarters(room):0.##} points left";

    private double GainOf(Side side) =>
        side == Side.Accomplishment ? policy.Strength.AccomplishmentGain : policy.Strength.DutyGain;

    private static double Quarters(double points) => Math.Floor(points * PartsOfPoint) / PartsOfPoint;

    private static string Times(double factor) => factor == 1 ? "" : $" (×{factor:0.##})";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string PersonWords(Person person) => person switch
    {
        Person.I => "your own part",
        Person.We => "told of 'we'",
        Person.Other => "told of others",
        _ => "nobody named as doing it",
    };
}

/// <summary>What a sentence is worth to a strength, from 0 to 1.</summary>
public sealed record StrengthPart(Showing Showing, double Worth, string Why);

/// <summary>A strength and its shares, which add up to <see cref="Points"/> exactly.</summary>
public sealed record Strength(Side Side, double Points, ImmutableArray<Share> Shares);
