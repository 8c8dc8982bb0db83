using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>How the words of a condition are compared with a token.</summary>
public enum WordMatch
{
    /// <summary>Any word will do: the condition is on the tag alone.</summary>
    Any,

    /// <summary>The token's form or its lemma.</summary>
    FormOrLemma,

    /// <summary>The token's form, in any case.</summary>
    Form,

    /// <summary>The token's characters as they stand.</summary>
    Exact,
}

/// <summary>What a token must be: one of some words (sorted numbers of the vocabulary), with one of some tags (bit masks, both 0
/// for any tag).</summary>
public sealed record TokenCondition(WordMatch Match, ImmutableArray<int> Words, string Exact, ulong Universal, ulong Penn)
{
    public bool HasTag => (Universal | Penn) != 0;

    public bool Holds(SentenceWords words, int at)
    {
        if (HasTag && ((words.Universal[at] & Universal) | (words.Penn[at] & Penn)) == 0)
        {
            return false;
        }

        return Match switch
        {
            WordMatch.Any => true,
            WordMatch.FormOrLemma => Contains(words.Forms[at]) || Contains(words.Lemmas[at]),
            WordMatch.Form => Contains(words.Forms[at]),
            _ => words.TextOf(at).SequenceEqual(Exact),
        };
    }

    private bool Contains(int word)
    {
        if (word == 0)
        {
            return false;
        }

        var words = Words.AsSpan();
        return words.Length == 1 ? words[0] == word : words.BinarySearch(word) >= 0;
    }
}

/// <summary>One token of a pattern: it fits where any condition holds, or, negated, where none does.</summary>
public sealed record TokenTest(ImmutableArray<TokenCondition> AnyOf, bool IsNegated)
{
    public bool Fits(SentenceWords words, int at)
    {
        foreach (var condition in AnyOf)
        {
            if (condition.Holds(words, at))
            {
                return !IsNegated;
            }
        }

        return IsNegated;
    }

    /// <summary>Both tests as one that fits where either does, conditions of the same sort joined. Neither is negated.</summary>
    public static TokenTest Join(IEnumerable<TokenTest> tests)
    {
        var joined = new List<TokenCondition>();
        foreach (var condition in tests.SelectMany(test => test.AnyOf))
        {
            var same = joined.FindIndex(other => CanShare(other, condition));
            if (same < 0)
            {
                joined.Add(condition);
            }
            else
            {
                var all = new SortedSet<int>(joined[same].Words);
                all.UnionWith(condition.Words);
                joined[same] = joined[same] with { Words = [.. all] };
            }
        }

        return new TokenTest([.. joined], IsNegated: false);
    }

    private static bool CanShare(TokenCondition one, TokenCondition other) =>
        one.Match == other.Match && one.Match is WordMatch.FormOrLemma or WordMatch.Form
        && one.Match == other.Match && one.Universal == other.Universal && one.Penn == other.Penn;
}
