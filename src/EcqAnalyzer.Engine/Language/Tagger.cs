namespace EcqAnalyzer.Engine.Language;

/// <summary>Gives every word of a sentence its universal part of speech and Penn tag in one pass from left to right: the
/// best tag by a linear model (an averaged perceptron) over features of the word, its neighbours and the tags just given.
/// Frequent words try only the tags they were seen with; those seen with one only are not scored at all.</summary>
internal sealed class Tagger(TagSet tags, Lexicon lexicon, SparseWeights weights)
{
    /// <summary>Writes the tag id of every word.</summary>
    public void Tag(ReadOnlySpan<Word> words, Span<byte> result)
    {
        Span<ulong> features = stackalloc ulong[TagFeatures.Max];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var (t1, t2) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var wordClass = lexicon.ClassOf(words[i].ClassId);
            if (wordClass is { IsClosed: true, Tags.Length: 1 })
            {
                result[i] = wordClass.Tags[0];
            }
            else
            {
                scores.Clear();
                var count = TagFeatures.Write(words, i, t1, t2, features);
                foreach (var feature in features[..count])
                {
                    weights.AddTo(scores, feature);
                }

                result[i] = wordClass.IsClosed ? BestOf(scores, wordClass.Tags) : BestOf(scores[..tags.Count]);
            }

            (t1, t2) = (result[i] + 1, t1);
        }
    }

    private static byte BestOf(ReadOnlySpan<int> scores, byte[] allowed)
    {
        var best = allowed[0];
        foreach (var tag in allowed)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }

        return best;
    }

    private static byte BestOf(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var tag = 1; tag < scores.Length; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }

        return (byte)best;
    }
}
