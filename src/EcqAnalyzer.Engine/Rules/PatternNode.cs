using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>A part of a pattern.</summary>
public abstract record PatternNode
{
    /// <summary>The fewest tokens it can match.</summary>
    public abstract int Least { get; }
}

/// <summary>Exactly one token. <see cref="Text"/> is what the rule's writer wrote.</summary>
public sealed record OneToken(TokenTest Test, string Text) : PatternNode
{
    public override int Least => 1;
}

/// <summary>Up to <see cref="Most"/> tokens of anything, as few as will do.</summary>
public sealed record Gap(int Most) : PatternNode
{
    public override int Least => 0;
}

public sealed record InOrder(ImmutableArray<PatternNode> Parts) : PatternNode
{
    public override int Least { get; } = Parts.Sum(part => part.Least);
}

/// <summary>Any of the alternatives; an earlier one before a later one. <see cref="Text"/> is what the rule's writer wrote.</summary>
public sealed record Choice(ImmutableArray<PatternNode> Alternatives, string Text) : PatternNode
{
    public override int Least { get; } = Alternatives.Min(alternative => alternative.Least);
}

/// <summary>Perhaps (<c>?</c>), any number (<c>*</c>), or one or more (<c>+</c>); as many as will do.</summary>
public sealed record Repeat(PatternNode Part, bool IsNeeded, bool IsOnce) : PatternNode
{
    public override int Least { get; } = IsNeeded ? Part.Least : 0;
}

/// <summary>A pattern that was read without faults. <see cref="IsAtStart"/> and <see cref="IsAtEnd"/>: it fits only from the
/// sentence's first word, or to its last.</summary>
public sealed record PhrasePattern(string Text, PatternNode Root, bool IsAtStart, bool IsAtEnd);
