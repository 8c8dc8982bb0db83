using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

public enum StatementType
{
    Challenge,
    Context,
    Action,
    Result,
    Duty,
    Other,
}

public enum Person
{
    I,
    We,
    Other,
    None,
}

/// <summary>Reach of what a sentence tells, from the writer alone to the whole organization.</summary>
public enum Level
{
    Self,
    Projects,
    People,
    Programs,
    Organization,
}

/// <summary>Probabilities of the six types; they sum to 1 within 1e-9.</summary>
public sealed record StatementTypes(
    double Challenge, double Context, double Action, double Result, double Duty, double Other)
{
    public double this[StatementType type] => type switch
    {
        StatementType.Challenge => Challenge,
        StatementType.Context => Context,
        StatementType.Action => Action,
        StatementType.Result => Result,
        StatementType.Duty => Duty,
        _ => Other,
    };

    /// <summary>The likeliest type; of equals the first in the order of <see cref="StatementType"/>.</summary>
    public StatementType Top
    {
        get
        {
            var top = StatementType.Challenge;
            for (var type = top + 1; type <= StatementType.Other; type++)
            {
                top = this[type] > this[top] ? type : top;
            }

            return top;
        }
    }

    public double Accomplishment => Action + Result;
}

/// <summary>A sentence with what it does. <see cref="Types"/> are read in its surroundings, as a reader would;
/// <see cref="Alone"/> by its own words and place only, so that no other sentence can change them: scores are made of these.
/// <see cref="Level"/> is null where the sentence does not tell.</summary>
public sealed record Statement(
    Sentence Sentence,
    StatementTypes Types,
    ImmutableArray<Shown> Shown,
    ImmutableArray<CompetencyId> Claimed,
    Person Person,
    bool Measured,
    Level? Level)
{
    public StatementType Type => Types.Top;

    public StatementTypes Alone
    {
        get => field ?? Types;
        init;
    }

    /// <summary>The beginning of the sentence that <see cref="Alone"/> is read by, where its end, a measured result, would make the deed
    /// before it count for less; null where the whole sentence is read.</summary>
    public TextSpan? ReadBy { get; init; }

    /// <summary>Heads what stands below it, or is nothing but a label such as "Result": it tells nothing by itself, and is counted
    /// among no sentences.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The likeliest type by the sentence's own words.</summary>
    public StatementType TypeAlone => Alone.Top;
}

/// <summary>A competency that a sentence shows, how probably, and the ids of the rules that say so.</summary>
public sealed record Shown(CompetencyId Competency, double Probability, ImmutableArray<string> Rules)
{
    /// <summary>Of whom all is told that speaks for it, where the writer comes in only after: "My deputy built the model; I secured the
    /// money". Null where it is told of whom the statement tells.</summary>
    public Person? ToldOf { get; init; }
}

/// <summary>Statements, by index and in order, that tell one instance.</summary>
public sealed record Story(TextSpan Span, ImmutableArray<int> Statements)
{
    /// <summary>Its statements, of all those of the document.</summary>
    public ImmutableArray<Statement> Of(ImmutableArray<Statement> all)
    {
        var told = ImmutableArray.CreateBuilder<Statement>(Statements.Length);
        foreach (var index in Statements)
        {
            told.Add(all[index]);
        }

        return told.MoveToImmutable();
    }
}
