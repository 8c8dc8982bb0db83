namespace EcqAnalyzer.Engine.Language;

/// <summary>Gives every word of a sentence its universal part of speech and Penn tag together, by linear models (averaged
/// perceptrons) from left to right. A first look with few features tags the sentence; the second, with many, sees the tags
/// that the first gave to the right. Frequent words try only the tags they were seen with, others the common ones; those seen with
/// one only are not scored at all. For one thread at a time.</summary>
internal sealed class Tagger(TagSet tags, Lexicon lexicon, SparseWeights firstWeights, SparseWeights weights)
{
    /// <summary>From this lead on the first look's tag stands: the second would hardly ever give another, or as often a wrong
    /// one.</summary>
    private const int Sure = 20;

    /// <summary>The same where it is a verb: judging rests on their forms more than on anything else. In learning it holds for
    /// every word, so that the second look learns from more words than it will be asked about.</summary>
    public const int Surest = 60;

    private const byte IsSure = 1;

    private readonly FiniteVerbs _finite = new(tags);
    private readonly SumCache<FirstLook> _first = new(firstWeights, tags.Count);
    private readonly SumCache<SecondLook> _second = new(weights, tags.Count);
    private readonly short[] _scores = new short[TagSet.MaxCount];

    /// <summary>Writes the tag id of every word. <paramref name="first"/> and <paramref name="finite"/> are room for as many
    /// bytes.</summary>
    public void Tag(ReadOnlySpan<Word> words, Span<byte> first, Span<byte> finite, Span<byte> result)
    {
        Look(words, first, result, Sure);
        _finite.FindToTheRight(first, finite);
        var before = default(TagsBefore);
        var ahead = 0;
        for (var i = 0; i < words.Length; i++)
        {
            for (; ahead < words.Length && _second.HasRoom; ahead++)
            {
                if (result[ahead] == IsSure)
                    continue;
                _second.Expect(new TagContext(words, first, ahead, default));
            }

            if (result[i] == IsSure)
            {
                result[i] = first[i];
            }
            else
            {
                var candidates = lexicon.ClassOf(words[i].ClassId).Candidates;
                _second.Score(new TagContext(words, first, i, before with { FiniteAfter = finite[i] }), candidates, _scores);
                result[i] = Best(candidates, out _);
            }

            before = _finite.After(before, result[i]);
        }
    }

    /// <summary>The first look: writes a tag id for every word, and whether it leads by <paramref name="enough"/>, or as a verb
    /// by <see cref="Surest"/>.</summary>
    public void Look(ReadOnlySpan<Word> words, Span<byte> result, Span<byte> sure, int enough)
    {
        var (t1, t2) = (0, 0);
        var ahead = 0;
        for (var i = 0; i < words.Length; i++)
        {
            for (; ahead < words.Length && _first.HasRoom; ahead++)
            {
                if (lexicon.ClassOf(words[ahead].ClassId).IsFixed)
                    continue;
                _first.Expect(new TagContext(words, [], ahead, default));
            }

            var known = lexicon.ClassOf(words[i].ClassId);
            var candidates = known.Candidates;
            if (known.IsFixed)
            {
                result[i] = candidates[0];
                sure[i] = IsSure;
            }
            else
            {
                _first.Score(new TagContext(words, [], i, new TagsBefore(t1, t2, 0, 0, 0)), candidates, _scores);
                result[i] = Best(candidates, out var lead);
                sure[i] = lead >= (_finite.IsVerb(result[i]) ? Surest : enough) ? IsSure : (byte)0;
            }

            (t1, t2) = (result[i] + 1, t1);
        }
    }

    /// <summary>The best tag, and by how much it leads the next.</summary>
    private byte Best(ReadOnlySpan<byte> candidates, out int lead)
    {
        var (best, most, next) = (0, int.MinValue, int.MinValue);
        var count = candidates.IsEmpty ? tags.CommonCount : candidates.Length;
        for (var i = 0; i < count; i++)
        {
            var tag = candidates.IsEmpty ? i : candidates[i];
            int score = _scores[tag];
            if (score > most)
                (best, most, next) = (tag, score, most);
            else if (score > next)
                next = score;
        }

        lead = next == int.MinValue ? int.MaxValue : most - next;
        return (byte)best;
    }
}
