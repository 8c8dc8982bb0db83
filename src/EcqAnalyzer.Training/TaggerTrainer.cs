using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>
/// Trains the tagging weights: several passes over the sentences in an order that a seed gives, tagging each from left to
/// right with the weights so far, as the tagger will, and learning wherever the right tag is not better than every wrong one
/// by a margin. The second look learns from first tags as it will meet them, with their faults: those of each half of the
/// sentences come from weights learned on the other half.
/// </summary>
internal sealed class TaggerTrainer(TagSet tags, Lexicon lexicon, TextWriter progress)
{
    private const int Passes = 6;

    /// <summary>Features seen less often are left out.</summary>
    private const int RarestFirst = 4;

    /// <summary>The same for the second look, which is asked less often.</summary>
    private const int RarestSecond = 3;

    /// <summary>By how much the right tag must lead before nothing more is learned: what is only just right is often wrong on
    /// other texts.</summary>
    private const int Margin = 30;

    /// <summary>The weights are the means of so many runs, each in another order.</summary>
    private const int Orders = 5;

    /// <summary>What weights are multiplied by before they are rounded, and below what they are then left out.</summary>
    private const double Scale = 0.8;
    private const int Least = 2;
    private const ulong Seed = 20;

    private readonly FiniteVerbs _finite = new(tags);

    public (byte[] First, byte[] Second) Train(IReadOnlyList<LearnableSentence> sentences)
    {
        var first = LearnFirst(sentences);
        for (var half = 0; half < 2; half++)
        {
            var weights = LearnFirst([.. sentences.Where(sentence => sentence.Source % 2 != half)]);
            var tagger = new Tagger(tags, lexicon, new SparseWeights(weights, 0), new SparseWeights(weights, 0));
            var (wrong, all) = (0, 0);
            foreach (var sentence in sentences.Where(sentence => sentence.Source % 2 == half))
            {
                tagger.Look(sentence.Words, sentence.First, sentence.IsSure, Tagger.Surest);
                _finite.FindToTheRight(sentence.First, sentence.Finite);
                all += sentence.First.Length;
                for (var i = 0; i < sentence.First.Length; i++)
                {
                    wrong += sentence.Right[i].Contains(sentence.First[i]) ? 0 : 1;
                }
            }

            progress.WriteLine($"  first look at one half: {100.0 * (all - wrong) / all:F2} % right");
        }

        var learned = Learn<SecondLook>(sentences, RarestSecond);
        return (first, LanguageModelWriter.Pack(learned, Scale, Least, bits: 16));
    }

    private byte[] LearnFirst(IReadOnlyList<LearnableSentence> sentences) =>
        LanguageModelWriter.Pack(Learn<FirstLook>(sentences, RarestFirst), Scale, Least, bits: 15);

    /// <summary>Perceptrons over the same features, each learned in another order of the sentences, side by side.</summary>
    private Perceptron[] Learn<TLook>(IReadOnlyList<LearnableSentence> sentences, int rarest)
        where TLook : struct, ILook
    {
        var counted = CountFeatures<TLook>(sentences, rarest);
        var rows = sentences.Select(sentence => (sentence, RowsOf<TLook>(counted, sentence))).ToArray();
        var learned = new Perceptron[Orders];
        Parallel.For(0, Orders, order => learned[order] = Learn<TLook>(counted.Fresh(), [.. rows], Seed + (ulong)order));
        return learned;
    }

    private Perceptron Learn<TLook>(Perceptron perceptron, (LearnableSentence, int[]?[])[] order, ulong seed)
        where TLook : struct, ILook
    {
        var shuffle = new Shuffle(seed);
        for (var pass = 1; pass <= Passes; pass++)
        {
            shuffle.Apply(order);
            var (wrong, all) = (0, 0);
            foreach (var (sentence, rows) in order)
            {
                wrong += LearnFrom<TLook>(perceptron, sentence, rows);
                all += sentence.Words.Length;
            }

            if (pass == Passes)
                progress.WriteLine($"  {perceptron.FeatureCount} features, {100.0 * (all - wrong) / all:F2} % right in the last pass");
        }

        return perceptron;
    }

    private Perceptron CountFeatures<TLook>(IReadOnlyList<LearnableSentence> sentences, int rarest)
        where TLook : struct, ILook
    {
        var perceptron = new Perceptron();
        Span<ulong> features = stackalloc ulong[SparseWeights.Most];
        foreach (var sentence in sentences)
        {
            var before = default(TagsBefore);
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                before = before with { FiniteAfter = sentence.Finite[i] };
                if (Asks<TLook>(sentence, i) && !IsFixed(sentence.Words[i]))
                {
                    perceptron.Count(features[..WriteWords<TLook>(sentence, i, features)]);
                    perceptron.Count(features[..WriteTags<TLook>(sentence, i, before, features)]);
                }

                before = _finite.After(before, sentence.Right[i][0]);
            }
        }

        perceptron.Fix(rarest);
        return perceptron;
    }

    /// <summary>The rows of the features that do not change from pass to pass; null for words with one tag only.</summary>
    private int[]?[] RowsOf<TLook>(Perceptron perceptron, LearnableSentence sentence)
        where TLook : struct, ILook
    {
        Span<ulong> features = stackalloc ulong[SparseWeights.Most];
        Span<int> rows = stackalloc int[SparseWeights.Most];
        var all = new int[]?[sentence.Words.Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (!Asks<TLook>(sentence, i) || IsFixed(sentence.Words[i]))
                continue;
            var count = WriteWords<TLook>(sentence, i, features);
            all[i] = rows[..perceptron.Find(features[..count], rows)].ToArray();
        }

        return all;
    }

    private int LearnFrom<TLook>(Perceptron perceptron, LearnableSentence sentence, int[]?[] wordRows)
        where TLook : struct, ILook
    {
        Span<ulong> features = stackalloc ulong[SparseWeights.Most];
        Span<int> rows = stackalloc int[SparseWeights.Most];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var before = default(TagsBefore);
        var wrong = 0;
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            before = before with { FiniteAfter = sentence.Finite[i] };
            var right = sentence.Right[i];
            var wordClass = lexicon.ClassOf(sentence.Words[i].ClassId);
            int predicted;
            if (wordRows[i] is not { } known)
            {
                predicted = wordClass.IsFixed ? wordClass.Tags[0] : sentence.First[i];
            }
            else
            {
                known.CopyTo(rows);
                var count = WriteTags<TLook>(sentence, i, before, features);
                count = known.Length + perceptron.Find(features[..count], rows[known.Length..]);
                perceptron.Score(rows[..count], scores);
                var gold = Best(scores, right);
                var rival = Rival(scores, wordClass.IsClosed ? wordClass.Tags : [], right) ?? gold;
                perceptron.Learn(rows[..count], gold, scores[gold] - scores[rival] < Margin ? rival : gold);
                predicted = scores[rival] > scores[gold] ? rival : gold;
            }

            wrong += right.Contains((byte)predicted) ? 0 : 1;
            before = _finite.After(before, (byte)predicted);
        }

        return wrong;
    }

    private bool IsFixed(in Word word) => lexicon.ClassOf(word.ClassId).IsFixed;

    private static int Best(ReadOnlySpan<int> scores, byte[] right)
    {
        var best = right[0];
        foreach (var tag in right)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }

        return best;
    }

    /// <summary>The best of the wrong ones among the allowed; among the common ones where none are named. Null where none is wrong.</summary>
    private int? Rival(ReadOnlySpan<int> scores, byte[] allowed, byte[] right)
    {
        var best = -1;
        var count = allowed.Length > 0 ? allowed.Length : tags.CommonCount;
        for (var i = 0; i < count; i++)
        {
            var tag = allowed.Length > 0 ? allowed[i] : i;
            if ((best < 0 || scores[tag] > scores[best]) && !right.AsSpan().Contains((byte)tag))
                best = tag;
        }

        return best < 0 ? null : best;
    }

    /// <summary>Whether this look is asked about the word.</summary>
    private static bool Asks<TLook>(LearnableSentence sentence, int i) =>
        typeof(TLook) == typeof(FirstLook) || sentence.IsSure[i] == 0;

    private static int WriteWords<TLook>(LearnableSentence sentence, int i, Span<ulong> features)
        where TLook : struct, ILook
    {
        var at = new TagContext(sentence.Words, sentence.First, i, default);
        var sink = new FeatureSink(features);
        for (var group = 0; group < TLook.Fixed; group++)
        {
            TLook.WriteGroup(group, in at, ref sink);
        }

        TLook.WriteWords(in at, ref sink);
        return sink.Count;
    }

    private static int WriteTags<TLook>(LearnableSentence sentence, int i, TagsBefore before, Span<ulong> features)
        where TLook : struct, ILook
    {
        var at = new TagContext(sentence.Words, sentence.First, i, before);
        var sink = new FeatureSink(features);
        for (var group = TLook.Fixed; group < TLook.Sizes.Length; group++)
        {
            TLook.WriteGroup(group, in at, ref sink);
        }

        TLook.WriteTags(in at, ref sink);
        return sink.Count;
    }
}

/// <summary>A sentence as the tagger sees it, with the tags that are right for each word. <see cref="First"/> takes what the
/// first look gives.</summary>
internal sealed record LearnableSentence(Word[] Words, byte[][] Right, int Source)
{
    public byte[] First { get; } = new byte[Words.Length];

    /// <summary>Where the first look's tag stands: there the second need not learn.</summary>
    public byte[] IsSure { get; } = new byte[Words.Length];

    /// <summary>And what follows from it for finite verbs to the right.</summary>
    public byte[] Finite { get; } = new byte[Words.Length];
}
