namespace EcqAnalyzer.Model;

/// <summary>
/// A number that a sentence gives, in figures or words, with what it counts and what it tells. An annotator makes measures
/// together with the tokens; they come in order of text and do not overlap.
/// </summary>
/// <param name="Span">The words of the number with its unit: "nearly $1.2 million", "from 61 days to 19", "by half".</param>
/// <param name="Kind">What sort of number it is.</param>
/// <param name="Value">Normalized: 1200000 for "1.2 million", 0.5 for "half", 2 for "doubled", the year for a date.</param>
/// <param name="Unit">What is counted, in the singular: "dollar", "percent", "day", "employee"; "share" of a whole,
/// "factor" for times; empty for a bare number.</param>
/// <param name="Sense">What the sentence tells with it.</param>
public readonly record struct Measure(TextSpan Span, MeasureKind Kind, double Value, string Unit, MeasureSense Sense)
{
    /// <summary>Where it stood before: 61 in "from 61 days to 19". Null where only one value is told.</summary>
    public double? From { get; init; }

    /// <summary>The way a change went, where the words or a pair of values say so.</summary>
    public Direction Direction { get; init; }

    /// <summary>The value is that of the change, not of what it came to: "by 40 percent", "40 percent fewer".</summary>
    public bool IsDifference { get; init; }
}

public enum MeasureKind
{
    /// <summary>A count of things.</summary>
    Number,
    Money,
    Percent,

    /// <summary>A part of a whole: one-third, half, nine of the 14.</summary>
    Share,

    /// <summary>So many times: doubled, threefold, 2.5 times.</summary>
    Factor,
    Duration,

    /// <summary>A year, or a date of which the year is told.</summary>
    Date,

    /// <summary>First, 3rd, number one.</summary>
    Rank,

    /// <summary>A count of people.</summary>
    Headcount,
}

/// <summary>What a measure tells.</summary>
public enum MeasureSense
{
    /// <summary>None of the others can be seen.</summary>
    Amount,

    /// <summary>Something rose, fell, went from one value to another.</summary>
    Change,

    /// <summary>Saved, avoided, recovered, freed, earned.</summary>
    Saving,

    /// <summary>Money at one's disposal: a budget, fund, grant, contract, portfolio.</summary>
    Budget,

    /// <summary>How big something is that is led, held or served: "managed 40 staff", "a 12-person office".</summary>
    Size,

    /// <summary>How far something got: finished, met, served, trained so many; stood at so much.</summary>
    Reached,

    /// <summary>Wanted or feared, not come about: a goal, a plan, a limit.</summary>
    Aim,

    /// <summary>How long something took or lasted.</summary>
    Time,

    /// <summary>When something was.</summary>
    Moment,

    /// <summary>A place in an order.</summary>
    Standing,
}

public enum Direction
{
    None,
    Up,
    Down,
}
