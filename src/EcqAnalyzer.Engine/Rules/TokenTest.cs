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

/// <summary>What a token must be: one of some words (sorted numbers of the vocabulary), with one of some tags (bits, 0 for any
/// tag).</summary>
public sealed record TokenCondition(WordMatch Match, int[] Words, string Exact, ulong Tags)
{
    /// <summary>Not to be changed in a copy: <see cref="Signs"/> are theirs.</summary>
    public int[] Words { get; } = Words;

    public bool HasTag => Tags != 0;

    internal Signs Signs { get; } = Signs.Of(Words, 0);

    public bool Holds(SentenceWords words, int at)
    {
        if (HasTag && (words.Tags[at] & Tags) == 0)
        {
            return false;
        }

        if (Match == WordMatch.Any)
        {
            return true;
        }

        if (!words.Signs[at].Meet(Signs))
        {
            return false;
        }

        return Match switch
        {
            WordMatch.FormOrLemma => Contains(words.Forms[at]) || Contains(words.Lemmas[at]),
            WordMatch.Form => Contains(words.Forms[at]),
            _ => words.TextOf(at).SequenceEqual(Exact),
        };
    }

    private bool Contains(int word) => TokenTest.Has(Words, word);
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

    /// <summary>One test that fits where any of them does, conditions of the same sort joined. None is negated. Lists have
    /// hundreds of words, so that words are gathered first and put in order once.</summary>
    public static TokenTest Join(List<TokenTest> tests)
    {
        if (tests.Count == 1)
        {
            return tests[0];
        }

        var kinds = new List<TokenCondition>();
        var words = new List<List<int>>();
        foreach (var test in tests)
        {
            foreach (var condition in test.AnyOf)
            {
                var kind = kinds.Count - 1;
                while (kind >= 0 && !CanShare(kinds[kind], condition))
                {
                    kind--;
                }

                if (kind < 0)
                {
                    kind = kinds.Count;
                    kinds.Add(condition);
                    words.Add([]);
                }

                foreach (var word in condition.Words)
                {
                    words[kind].Add(word);
                }
            }
        }

        var joined = ImmutableArray.CreateBuilder<TokenCondition>(kinds.Count);
        for (var i = 0; i < kinds.Count; i++)
        {
            joined.Add(new TokenCondition(kinds[i].Match, InOrder(words[i]), kinds[i].Exact, kinds[i].Tags));
        }

        return new TokenTest(joined.MoveToImmutable(), IsNegated: false);
    }

    /// <summary>The numbers in order, each once.</summary>
    internal static int[] InOrder(List<int> words)
    {
        words.Sort();
        var kept = new List<int>(words.Count);
        foreach (var word in words)
        {
            if (kept.Count == 0 || kept[^1] != word)
            {
                kept.Add(word);
            }
        }

        return kept.ToArray();
    }

    /// <summary>Whether a word is among some that are in order.</summary>
    internal static bool Has(int[] words, int word)
    {
        var (from, to) = (0, words.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (words[middle] < word)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from < words.Length && words[from] == word;
    }

    private static bool CanShare(TokenCondition one, TokenCondition other) =>
        one.Match == other.Match
        && (one.Match is WordMatch.FormOrLemma or WordMatch.Form)
        && one.Tags == other.Tags;
}
