using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

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
    public override int Least { get; } = Sum(Parts);

    private static int Sum(ImmutableArray<PatternNode> parts)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            sum += part.Least;
        }

        return sum;
    }
}

/// <summary>Any of the alternatives; an earlier one before a later one. <see cref="Text"/> is what the rule's writer wrote.</summary>
public sealed record Choice(ImmutableArray<PatternNode> Alternatives, string Text) : PatternNode
{
    public override int Least { get; } = Fewest(Alternatives);

    private static int Fewest(ImmutableArray<PatternNode> alternatives)
    {
        var fewest = int.MaxValue;
        foreach (var alternative in alternatives)
        {
            fewest = Math.Min(fewest, alternative.Least);
        }

        return fewest;
    }
}

/// <summary>Perhaps (<c>?</c>), any number (<c>*</c>), or one or more (<c>+</c>); as many as will do.</summary>
public sealed record Repeat(PatternNode Part, bool IsNeeded, bool IsOnce) : PatternNode
{
    public override int Least { get; } = IsNeeded ? Part.Least : 0;
}

/// <summary>A pattern that was read without faults. <see cref="IsAtStart"/> and <see cref="IsAtEnd"/>: it fits only from the
/// sentence's first word, or to its last.</summary>
public sealed class PhrasePattern(YamlScalar written, bool isAtStart, bool isAtEnd, Func<PatternNode> root)
{
    private readonly Lazy<PatternNode> _root = new(root);

    public YamlScalar Written { get; } = written;

    public string Text => Written.Text;

    public bool IsAtStart { get; } = isAtStart;

    public bool IsAtEnd { get; } = isAtEnd;

    /// <summary>Its parts; read only when asked for where the rules were compiled.</summary>
    public PatternNode Root => _root.Value;
}
