namespace EcqAnalyzer.Engine.Classification;

/// <summary>Mean vectors of a sentence's words by what they do in it: all but pronouns, the verbs, nouns with adjectives, the
/// main verb.</summary>
public static class MeaningVectors
{
    public const int Blocks = 4;
    public const int Length = Blocks * WordTable.Dimensions;

    /// <summary>Fills <paramref name="into"/>, which has <see cref="Length"/> places.</summary>
    public static void Write(ReadWords words, Span<float> into)
    {
        into.Clear();
        Span<float> sums = stackalloc float[Blocks];
        sums.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            var row = words.RowOf(i);
            if (row < 0)
            {
                continue;
            }

            var weight = words.Table.WeightOf(row) / 255f;
            var pos = words.Sentence.Tokens[i].Pos;
            if (pos != "PRON")
            {
                Add(words, into, sums, (0, row), weight);
            }

            if (pos == "VERB")
            {
                Add(words, into, sums, (1, row), weight);
            }
            else if (pos is "NOUN" or "ADJ")
            {
                Add(words, into, sums, (2, row), weight);
            }

            if (words.Sentence.Clause.Verb == i)
            {
                Add(words, into, sums, (3, row), 1);
            }
        }

        for (var block = 0; block < Blocks; block++)
        {
            if (sums[block] > 0)
            {
                foreach (ref var part in into.Slice(block * WordTable.Dimensions, WordTable.Dimensions))
                {
                    part /= sums[block];
                }
            }
        }
    }

    private static void Add(ReadWords words, Span<float> into, Span<float> sums, (int Block, int Row) of, float weight)
    {
        words.Table.AddTo(into.Slice(of.Block * WordTable.Dimensions, WordTable.Dimensions), of.Row, weight);
        sums[of.Block] += weight;
    }
}
