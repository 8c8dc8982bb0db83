namespace EcqAnalyzer.Engine.Language;

/// <summary>Gives every word of a sentence its universal part of speech and Penn tag together, by linear models (averaged
/// perceptrons) from left to right. A first look with few features tags the sentence; the second, with many, sees the tags
/// that the first gave to the right. Frequent words try only the tags they were seen with; those seen with one only are not
/// scored at all.</summary>
internal sealed class Tagger(TagSet tags, Lexicon lexicon, SparseWeights firstWeights, SparseWeights weights)
{
    /// <summary>From this lead on the first look's tag stands: the second would hardly ever give another.</summary>
    private const int Sure = 30;

    private const byte IsSure = 1;

    private readonly FiniteVerbs _finite = new(tags);

    /// <summary>Writes the tag id of every word. <paramref name="first"/> and <paramref name="finite"/> are room for as many
    /// bytes.</summary>
    public void Tag(ReadOnlySpan<Word> words, Span<byte> first, Span<byte> finite, Span<byte> result)
    {
        Look(words, first, result);
        _finite.FindToTheRight(first, finite);
        Span<ulong> features = stackalloc ulong[TagFeatures.MaxTogether];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var before = default(TagsBefore);
        for (var i = 0; i < words.Length; i++)
        {
            if (result[i] == IsSure)
            {
                result[i] = first[i];
            }
            else
            {
                var count = TagFeatures.WriteWords(words, first, i, features);
                count += TagFeatures.WriteTags(words, first, i, before with { FiniteAfter = finite[i] }, features[count..]);
                result[i] = Best(weights, features[..count], lexicon.ClassOf(words[i].ClassId), scores, out _);
            }

            before = _finite.After(before, result[i]);
        }
    }

    /// <summary>The first look: writes a tag id for every word, and whether it is sure.</summary>
    public void Look(ReadOnlySpan<Word> words, Span<byte> result, Span<byte> sure)
    {
        Span<ulong> features = stackalloc ulong[TagFeatures.MaxTogether];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var (t1, t2) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var wordClass = lexicon.ClassOf(words[i].ClassId);
            if (wordClass.IsFixed)
            {
                result[i] = wordClass.Tags[0];
                sure[i] = IsSure;
            }
            else
            {
                var count = TagFeatures.WriteFirstWords(words, i, features);
                count += TagFeatures.WriteFirstTags(words, i, t1, t2, features[count..]);
                result[i] = Best(firstWeights, features[..count], wordClass, scores, out var lead);
                sure[i] = lead >= Sure ? IsSure : (byte)0;
            }

            (t1, t2) = (result[i] + 1, t1);
        }
    }

    /// <summary>The best tag, and by how much it leads the next.</summary>
    private byte Best(
        SparseWeights weights, ReadOnlySpan<ulong> features, in WordClass wordClass, Span<int> scores, out int lead)
    {
        scores.Clear();
        weights.AddTo(scores, features);
        var (best, most, next) = (0, int.MinValue, int.MinValue);
        var count = wordClass.IsClosed ? wordClass.Tags.Length : tags.Count;
        for (var i = 0; i < count; i++)
        {
            var tag = wordClass.IsClosed ? wordClass.Tags[i] : i;
            var score = scores[tag];
            if (score > most)
                (best, most, next) = (tag, score, most);
            else if (score > next)
                next = score;
        }

        lead = next == int.MinValue ? int.MaxValue : most - next;
        return (byte)best;
    }
}
