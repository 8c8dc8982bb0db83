namespace EcqAnalyzer.Engine.Rules;

/// <summary>How many tokens lie between two places of a match: from <see cref="Least"/> to <see cref="Most"/>, which is
/// <see cref="Far"/> where nothing bounds it.</summary>
public readonly record struct Reach(int Least, int Most)
{
    public const int Far = 255;

    public Reach And(int least, int most) => new(Math.Min(Far, Least + least), Math.Min(Far, Most + most));

    public Reach And(Reach more) => And(more.Least, more.Most);
}

/// <summary>A token that every match of a pattern has: one of some words, or a token with one of some tags.
/// <see cref="WordTags"/> are those of which the token must have one, whichever of the words it is; 0 where any will do.
/// <see cref="Before"/> is how many tokens of the match stand before it, <see cref="Since"/> how far behind the need before it
/// it stands; of the first need both are the same.</summary>
public sealed record Need(int[] Words, ulong Tags, ulong WordTags, Reach Before, Reach Since)
{
    /// <summary>Words alone will do: patterns can be looked up by them.</summary>
    public bool IsOfWords => Words.Length > 0 && Tags == 0;

    /// <summary>False where a sentence has neither one of the words nor a token with one of the tags.</summary>
    internal bool MayStandIn(SentenceWords words) => (words.AllTags & Tags) != 0 || words.Places.HaveAny(Words);
}

/// <summary>A way to match a pattern: a match has all of <see cref="Needs"/>, in their order. <see cref="Rarest"/> is the place of
/// the one whose words are met least; -1 where only tags are needed.</summary>
public sealed record Way(Need[] Needs, int Rarest)
{
    /// <summary>The words of the rarest need.</summary>
    internal int[] AnchorWords => Rarest < 0 ? [] : Needs[Rarest].Words;
}

/// <summary>Finds what a pattern cannot do without, and where in a match it stands, so that most patterns need not be tried on most
/// sentences.</summary>
internal sealed class PatternNeeds
{
    private const ulong AnyTag = ulong.MaxValue;

    private readonly Vocabulary _vocabulary;
    private readonly List<Need> _needs = [];
    private Reach _before;
    private Reach _since;

    private PatternNeeds(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>The ways to match a pattern: more than one where it is a choice of phrases.</summary>
    public static Way[] Of(PatternNode node, Vocabulary vocabulary)
    {
        var ways = new List<Way>();
        AddWays(node, vocabulary, ways);
        return ways.ToArray();
    }

    private static void AddWays(PatternNode node, Vocabulary vocabulary, List<Way> ways)
    {
        if (node is Choice choice)
        {
            foreach (var alternative in choice.Alternatives)
            {
                AddWays(alternative, vocabulary, ways);
            }

            return;
        }

        var walk = new PatternNeeds(vocabulary);
        walk.Take(node);
        ways.Add(new Way(walk._needs.ToArray(), walk.FindRarest()));
    }

    private int FindRarest()
    {
        var (rarest, least) = (-1, int.MaxValue);
        for (var i = 0; i < _needs.Count; i++)
        {
            var cost = _needs[i].IsOfWords ? _needs[i].Words.Sum(word => CommonWords.CommonnessOf(_vocabulary[word])) : int.MaxValue;
            if (cost < least)
            {
                (rarest, least) = (i, cost);
            }
        }

        return rarest;
    }

    private void Take(PatternNode node)
    {
        switch (node)
        {
            case OneToken one:
                TakeToken(one.Test);
                break;
            case InOrder order:
                foreach (var part in order.Parts)
                {
                    Take(part);
                }

                break;
            case Gap gap:
                Pass(new Reach(0, gap.Most));
                break;
            case Repeat { IsNeeded: true } repeat:
                Take(repeat.Part);
                Pass(new Reach(0, Reach.Far));
                break;
            case Repeat repeat:
                Pass(new Reach(0, repeat.IsOnce ? LengthOf(repeat.Part).Most : Reach.Far));
                break;
            case Choice choice:
                TakeChoice(choice);
                break;
        }
    }

    private static ulong Bounded(ulong wordTags) => wordTags == AnyTag ? 0 : wordTags;

    private void Pass(Reach length) => (_before, _since) = (_before.And(length), _since.And(length));

    private Reach LengthOf(PatternNode node)
    {
        var walk = new PatternNeeds(_vocabulary);
        walk.Take(node);
        return walk._before;
    }

    private void TakeToken(TokenTest test)
    {
        if (!test.IsNegated && !test.AnyOf.Any(condition => condition.Words.Length == 0 && !condition.HasTag))
        {
            var (words, tags, wordTags) = (new List<int>(), 0UL, 0UL);
            foreach (var condition in test.AnyOf)
            {
                words.AddRange(condition.Words);
                tags |= condition.Match == WordMatch.Any ? condition.Tags : 0;
                wordTags |= condition.HasTag ? condition.Tags : AnyTag;
            }

            _needs.Add(new Need(TokenTest.InOrder(words), tags, Bounded(wordTags), _before, _since));
            _since = default;
        }

        Pass(new Reach(1, 1));
    }

    /// <summary>One need of each alternative, joined: whichever is taken, one of these words is there. None where an alternative
    /// needs nothing.</summary>
    private void TakeChoice(Choice choice)
    {
        var (words, tags, wordTags, isNeeded) = (new List<int>(), 0UL, 0UL, true);
        var (length, before, behind) = (new Reach(Reach.Far, 0), new Reach(Reach.Far, 0), new Reach(Reach.Far, 0));
        foreach (var alternative in choice.Alternatives)
        {
            var walk = new PatternNeeds(_vocabulary);
            walk.Take(alternative);
            length = Either(length, walk._before);
            if (walk._needs.Count == 0)
            {
                isNeeded = false;
                continue;
            }

            var best = walk._needs[Math.Max(0, walk.FindRarest())];
            words.AddRange(best.Words);
            tags |= best.Tags;
            wordTags |= best.WordTags == 0 ? AnyTag : best.WordTags;
            before = Either(before, best.Before);
            behind = Either(behind, Behind(best, walk._before));
        }

        if (!isNeeded)
        {
            Pass(length);
            return;
        }

        _needs.Add(new Need(TokenTest.InOrder(words), tags, Bounded(wordTags), _before.And(before), _since.And(before)));
        (_before, _since) = (_before.And(length), behind);
    }

    /// <summary>From a need to the end of its alternative, whose length this is.</summary>
    private static Reach Behind(Need need, Reach length) => new(
        Math.Max(1, length.Least - need.Before.Most), length.Most == Reach.Far ? Reach.Far : length.Most - need.Before.Least);

    private static Reach Either(Reach one, Reach other) => new(Math.Min(one.Least, other.Least), Math.Max(one.Most, other.Most));
}
