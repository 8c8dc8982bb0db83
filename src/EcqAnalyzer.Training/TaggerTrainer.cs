using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Trains the tagging weights: several passes over the samples in an order that a seed gives, tagging each from
/// left to right with the weights so far, as the tagger will, and learning from every wrong tag.</summary>
internal sealed class TaggerTrainer(TagSet tags, Lexicon lexicon, TextWriter progress)
{
    private const int Passes = 8;
    private const int RarestFeature = 3;
    private const ulong Seed = 20;

    public Perceptron Train(IReadOnlyList<(Word[] Words, byte[][] Right)> samples)
    {
        var perceptron = new Perceptron();
        Span<ulong> features = stackalloc ulong[TagFeatures.Max];
        foreach (var (words, right) in samples)
        {
            var (t1, t2) = (0, 0);
            for (var i = 0; i < words.Length; i++)
            {
                if (!IsFixed(words[i]))
                    perceptron.Count(features[..TagFeatures.Write(words, i, t1, t2, features)]);
                (t1, t2) = (right[i][0] + 1, t1);
            }
        }

        perceptron.Fix(RarestFeature);
        progress.WriteLine($"  {perceptron.FeatureCount} features");
        var order = samples.ToArray();
        var shuffle = new Shuffle(Seed);
        for (var pass = 1; pass <= Passes; pass++)
        {
            shuffle.Apply(order);
            var (wrong, all) = (0, 0);
            foreach (var (words, right) in order)
            {
                wrong += LearnFrom(perceptron, words, right);
                all += words.Length;
            }

            progress.WriteLine($"  pass {pass}: {100.0 * (all - wrong) / all:F2} % right while learning");
        }

        return perceptron;
    }

    private int LearnFrom(Perceptron perceptron, Word[] words, byte[][] right)
    {
        Span<ulong> features = stackalloc ulong[TagFeatures.Max];
        Span<int> rows = stackalloc int[TagFeatures.Max];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var (t1, t2, wrong) = (0, 0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            int predicted;
            if (IsFixed(words[i]))
            {
                predicted = lexicon.ClassOf(words[i].ClassId).Tags[0];
            }
            else
            {
                var count = TagFeatures.Write(words, i, t1, t2, features);
                count = perceptron.Find(features[..count], rows);
                perceptron.Score(rows[..count], scores);
                predicted = Best(scores, Candidates(words[i]));
                var gold = Best(scores, right[i]);
                perceptron.Learn(rows[..count], Array.IndexOf(right[i], (byte)predicted) >= 0 ? predicted : gold, predicted);
            }

            wrong += Array.IndexOf(right[i], (byte)predicted) >= 0 ? 0 : 1;
            (t1, t2) = (predicted + 1, t1);
        }

        return wrong;
    }

    private bool IsFixed(in Word word) => lexicon.ClassOf(word.ClassId) is { IsClosed: true, Tags.Length: 1 };

    private byte[] Candidates(in Word word)
    {
        var wordClass = lexicon.ClassOf(word.ClassId);
        return wordClass.IsClosed ? wordClass.Tags : [];
    }

    /// <summary>The best of the allowed tags; of all where none are named.</summary>
    private int Best(ReadOnlySpan<int> scores, byte[] allowed)
    {
        var best = allowed.Length > 0 ? allowed[0] : 0;
        var count = allowed.Length > 0 ? allowed.Length : tags.Count;
        for (var i = 0; i < count; i++)
        {
            var tag = allowed.Length > 0 ? allowed[i] : i;
            if (scores[tag] > scores[best])
                best = tag;
        }

        return best;
    }
}
