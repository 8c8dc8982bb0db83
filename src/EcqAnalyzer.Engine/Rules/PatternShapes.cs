using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Makes choices as small as they can be without changing what they match.</summary>
internal static class PatternShapes
{
    /// <summary>Alternatives in the order given. Neighbours that are single tokens become one test: a list of a hundred words
    /// then costs one look-up.</summary>
    public static PatternNode Choose(List<PatternNode> alternatives, string text)
    {
        if (alternatives.Count == 1)
        {
            return alternatives[0];
        }

        var joined = ImmutableArray.CreateBuilder<PatternNode>();
        var singles = new List<TokenTest>();
        foreach (var alternative in alternatives)
        {
            if (alternative is OneToken { Test.IsNegated: false } one)
            {
                singles.Add(one.Test);
                continue;
            }

            Flush(singles, joined, text);
            joined.Add(alternative);
        }

        Flush(singles, joined, text);
        return joined.Count == 1 ? joined[0] : new Choice(joined.ToImmutable(), text);
    }

    /// <summary>The node with a tag on the first token of each way through it; null where that cannot be.</summary>
    public static PatternNode? WithTags(PatternNode node, ulong tags)
    {
        switch (node)
        {
            case OneToken { Test.IsNegated: false } one when !one.Test.AnyOf.Any(condition => condition.HasTag):
                var conditions = one.Test.AnyOf.Select(c => c with { Tags = tags });
                return one with { Test = one.Test with { AnyOf = [.. conditions] } };
            case InOrder order:
                return WithTags(order.Parts[0], tags) is { } first
                    ? new InOrder([first, .. order.Parts.Skip(1)])
                    : null;
            case Choice choice:
                var tagged = choice.Alternatives.Select(alternative => WithTags(alternative, tags)).OfType<PatternNode>().ToImmutableArray();
                return tagged.Length == choice.Alternatives.Length ? choice with { Alternatives = tagged } : null;
            default:
                return null;
        }
    }

    private static void Flush(List<TokenTest> singles, ImmutableArray<PatternNode>.Builder joined, string text)
    {
        if (singles.Count > 0)
        {
            joined.Add(new OneToken(TokenTest.Join(singles), text));
            singles.Clear();
        }
    }
}
