namespace EcqAnalyzer.Engine.Rules;

/// <summary>Something a sentence must have for a pattern to match: one of some words, or a token with one of some tags.</summary>
public sealed record Need(int[] Words, ulong Universal, ulong Penn)
{
    /// <summary>Words alone will do: patterns can be looked up by them.</summary>
    public bool IsOfWords => Words.Length > 0 && (Universal | Penn) == 0;
}

/// <summary>Finds what a pattern cannot do without, so that most patterns need not be tried on most sentences.</summary>
internal static class PatternNeeds
{
    public static Need[] Of(PatternNode node)
    {
        switch (node)
        {
            case OneToken one:
                return OfTest(one.Test) is { } need ? [need] : [];
            case InOrder order:
                var needs = new List<Need>();
                foreach (var part in order.Parts)
                {
                    needs.AddRange(Of(part));
                }

                return needs.ToArray();
            case Repeat { IsNeeded: true } repeat:
                return Of(repeat.Part);
            case Choice choice:
                return OfChoice(choice) is { } either ? [either] : [];
            default:
                return [];
        }
    }

    private static Need? OfTest(TokenTest test)
    {
        if (test.IsNegated)
        {
            return null;
        }

        if (test.AnyOf is [{ Match: not WordMatch.Any } only])
        {
            return new Need(only.Words, 0, 0);
        }

        var (words, universal, penn) = (new List<int>(), 0UL, 0UL);
        foreach (var condition in test.AnyOf)
        {
            if (condition.Match == WordMatch.Any)
            {
                (universal, penn) = (universal | condition.Universal, penn | condition.Penn);
            }
            else
            {
                words.AddRange(condition.Words);
            }
        }

        return new Need(TokenTest.InOrder(words), universal, penn);
    }

    /// <summary>One need of each alternative, joined: whichever is taken, one of these words is there.</summary>
    private static Need? OfChoice(Choice choice)
    {
        var (words, universal, penn) = (new List<int>(), 0UL, 0UL);
        foreach (var alternative in choice.Alternatives)
        {
            var needs = Of(alternative);
            if (needs.Length == 0)
            {
                return null;
            }

            var best = Array.Find(needs, need => need.IsOfWords) ?? needs[0];
            words.AddRange(best.Words);
            (universal, penn) = (universal | best.Universal, penn | best.Penn);
        }

        return new Need(TokenTest.InOrder(words), universal, penn);
    }
}
