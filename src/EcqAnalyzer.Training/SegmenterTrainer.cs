using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training;

/// <summary>Trains the weights for sentence ends on the treebanks as running text, paragraph by paragraph, over the tokens
/// that our own tokenizer makes.</summary>
internal sealed class SegmenterTrainer(Lexicon lexicon, WordList list, TextWriter progress)
{
    private const int Passes = 6;
    private const int Margin = 20;

    /// <summary>The weights are the means of so many runs, each in another order: with few gaps, one order's chance shows.</summary>
    private const int Orders = 5;
    private const int RarestFeature = 2;
    private const ulong Seed = 7;

    private readonly List<(ulong[] Features, bool IsEnd)> _gaps = [];

    public Perceptron[] Train(IEnumerable<TreebankSentence> sentences)
    {
        var (gold, draft) = RawText.Of(sentences);
        var ends = gold.Sentences.Select(span => span.End).ToHashSet();
        var tokenizer = new Tokenizer();
        foreach (var block in draft.Blocks)
        {
            Collect(draft.Text, tokenizer.Tokenize(draft.Text, block.Span.Start, block.Span.End), ends);
        }

        var perceptron = new Perceptron();
        foreach (var (features, _) in _gaps)
        {
            perceptron.Count(features);
        }

        perceptron.Fix(RarestFeature);
        var learned = new Perceptron[Orders];
        Parallel.For(0, Orders, order => learned[order] = Learn(perceptron.Fresh(), Seed + (ulong)order));
        return learned;
    }

    private Perceptron Learn(Perceptron perceptron, ulong seed)
    {
        var order = _gaps.ToArray();
        var shuffle = new Shuffle(seed);
        for (var pass = 1; pass <= Passes; pass++)
        {
            shuffle.Apply(order);
            var wrong = LearnFrom(perceptron, order);
            if (pass == Passes)
                progress.WriteLine($"  ends: {wrong} of {order.Length} gaps wrong in the last pass");
        }

        return perceptron;
    }

    private void Collect(string text, ReadOnlySpan<RawToken> tokens, HashSet<int> ends)
    {
        var words = new Word[tokens.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var span = new TextSpan(tokens[i].Start, tokens[i].End);
            words[i] = Word.Of(span.Of(text), tokens[i].SpaceBefore, lexicon, list);
        }

        var start = 0;
        var state = default(GapState);
        var features = new ulong[GapFeatures.Max];
        for (var i = 0; i + 1 < words.Length; i++)
        {
            state.Pass(text[tokens[i].Start]);
            var gap = Segmenter.FindGap(text, tokens, i);
            if (gap.Kind != GapKind.None)
            {
                var count = GapFeatures.Write(words, gap, start, state, features);
                _gaps.Add((features[..count], ends.Contains(tokens[gap.Next - 1].End)));
            }

            if (ends.Contains(tokens[i].End))
                (start, state) = (i + 1, default);
        }
    }

    private static int LearnFrom(Perceptron perceptron, (ulong[] Features, bool IsEnd)[] order)
    {
        Span<int> rows = stackalloc int[GapFeatures.Max];
        Span<int> scores = stackalloc int[TagSet.MaxCount];
        var wrong = 0;
        foreach (var (features, isEnd) in order)
        {
            var count = perceptron.Find(features, rows);
            perceptron.Score(rows[..count], scores);
            var predicted = scores[1] > scores[0] ? 1 : 0;
            wrong += predicted == 1 == isEnd ? 0 : 1;
            var (right, other) = isEnd ? (1, 0) : (0, 1);
            perceptron.Learn(rows[..count], right, scores[right] - scores[other] < Margin ? other : right);
        }

        return wrong;
    }
}
