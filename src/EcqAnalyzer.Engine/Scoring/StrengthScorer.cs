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
        var ranked = Rank(side, showings);
        for (var i = 0; i < ranked.Count; i++)
        {
            var part = ranked[i];
            var room = 100 - total;
            total += room * GainOf(side) * part.Worth;
            var points = Quarters(total) - given;
            given += points;
            if (points > 0)
            {
                shares.Add(new Share(
                    part.Showing.Statement.Sentence.Index, side, points, Without(side, ranked, i),
                    $"{WhyOf(part.Showing)}; {Taking(side, part, room)}"));
            }
        }

        return new Strength(side, given, shares.ToImmutable());
    }

    /// <summary>The strength if one sentence were struck out: its next best copy, where it has one, counts in its place.</summary>
    private double Without(Side side, List<StrengthPart> ranked, int struck)
    {
        var worths = new double[ranked.Count];
        for (var i = 0; i < worths.Length; i++)
        {
            worths[i] = i == struck ? ranked[i].CopyWorth : ranked[i].Worth;
        }

        return Total(side, worths);
    }

    /// <summary>What the strength of these worths, which it sorts, would be: the sum of <see cref="Score"/> without its
    /// shares.</summary>
    public double Total(Side side, Span<double> worths)
    {
        var total = 0.0;
        Ascending.Sort(worths);
        for (var i = worths.Length - 1; i >= 0; i--)
        {
            total += (100 - total) * GainOf(side) * worths[i];
        }

        return Quarters(total);
    }

    /// <summary>What counts on a side, copies reduced to their strongest, in the order in which they take their room. The order
    /// of equals goes by their words, so that moving sections about moves no points.</summary>
    public List<StrengthPart> Rank(Side side, ImmutableArray<Showing> showings)
    {
        var strongest = new Dictionary<string, StrengthPart>();
        foreach (var showing in showings)
        {
            if (showing.Side != side)
            {
                continue;
            }

            var part = new StrengthPart(showing, KeyOf(showing.Statement.Sentence), WorthOf(showing));
            strongest[part.Key] = strongest.TryGetValue(part.Key, out var other) ? Stronger(part, other) : part;
        }

        var ranked = new List<StrengthPart>(strongest.Values);
        ranked.Sort(InOrderOfRoom);
        return ranked;
    }

    private static StrengthPart Stronger(StrengthPart copy, StrengthPart other)
    {
        var (strong, weak) = InOrderOfCopies(copy, other) < 0 ? (copy, other) : (other, copy);
        return strong with { CopyWorth = Math.Max(strong.CopyWorth, weak.Worth) };
    }

    private static int InOrderOfCopies(StrengthPart left, StrengthPart right)
    {
        var order = right.Worth.CompareTo(left.Worth);
        return order != 0 ? order : left.Showing.Statement.Sentence.Index.CompareTo(right.Showing.Statement.Sentence.Index);
    }

    private static int InOrderOfRoom(StrengthPart left, StrengthPart right)
    {
        var order = right.Worth.CompareTo(left.Worth);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    /// <summary>How much a sentence says, from 0 to 1.</summary>
    private double WorthOf(Showing showing)
    {
        var (statement, shown) = showing;
        return showing.Side != Side.Accomplishment
            ? shown.Probability * statement.Alone.Duty
            : shown.Probability * statement.Alone.Accomplishment * policy.Strength.Of(showing.Person) * MeasuredOf(statement)
                * policy.Strength.Scope.Of(statement.Level);
    }

    private double MeasuredOf(Statement statement) => statement.Measured ? 1 : policy.Strength.Unmeasured;

    /// <summary>Why it is worth that, factor by factor.</summary>
    private string WhyOf(Showing showing)
    {
        var (statement, shown) = showing;
        var read = statement.ReadBy is null ? "by itself" : "by its beginning";
        var why = new StringBuilder($"{read} read as {Word(statement.TypeAlone)} ({statement.Alone[statement.TypeAlone]:0%})");
        if (statement.Type != statement.TypeAlone)
        {
            var isDoubtful = Showing.SideOf(statement.Type) != Showing.SideOf(statement.TypeAlone);
            why.Append($", {(isDoubtful ? "though " : "")}where it stands as {Word(statement.Type)} ({statement.Types[statement.Type]:0%})");
            why.Append(isDoubtful ? ": look at this one yourself" : "");
        }

        why.Append($", shows it ({shown.Probability:0%}{(shown.Rules.IsEmpty ? "" : $": {string.Join(", ", shown.Rules)}")})");
        if (showing.Side != Side.Accomplishment)
        {
            return why.ToString();
        }

        var scope = policy.Strength.Scope.Of(statement.Level);
        why.Append($", {PersonWords(showing.Person)}{Times(policy.Strength.Of(showing.Person))}");
        why.Append(statement.Measured ? ", measured" : $", not measured{Times(MeasuredOf(statement))}");
        why.Append(statement.Level is { } level ? $", reach: {Word(level)}{Times(scope)}" : $", reach not told{Times(scope)}");
        return why.ToString();
    }

    private static string KeyOf(Sentence sentence)
    {
        var key = new StringBuilder();
        foreach (var token in sentence.Tokens)
        {
            if (token.Pos != "PUNCT")
            {
                key.Append(key.Length > 0 ? " " : "").Append(token.Lemma);
            }
        }

        return key.ToString();
    }

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

/// <summary>What a sentence is worth to a strength, from 0 to 1. <see cref="Key"/> is what makes two sentences copies: their
/// words in dictionary form.</summary>
public sealed record StrengthPart(Showing Showing, string Key, double Worth)
{
    /// <summary>The worth of the strongest of its copies; 0 where it has none.</summary>
    public double CopyWorth { get; init; }
}

/// <summary>A strength and its shares, which add up to <see cref="Points"/> exactly.</summary>
public sealed record Strength(Side Side, double Points, ImmutableArray<Share> Shares);
