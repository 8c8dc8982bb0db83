namespace EcqAnalyzer.Training.Classification;

/// <summary>Numbers hashed features for a trainer: the numbered inputs come first, then every feature met often enough.</summary>
public sealed class Rows
{
    private readonly Dictionary<uint, int> _numbers = [];
    private readonly int _inputs;

    public Rows(int inputs, IEnumerable<HashedFeatures> features, int leastMet)
    {
        _inputs = inputs;
        var counts = new Dictionary<uint, int>();
        foreach (var hash in features.SelectMany(each => each.Hashes))
        {
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        foreach (var hash in counts.Where(pair => pair.Value >= leastMet).Select(pair => pair.Key).Order())
        {
            _numbers.Add(hash, inputs + _numbers.Count);
        }
    }

    public int Size => _inputs + _numbers.Count;

    /// <summary>The features' hashes in the order of their numbers.</summary>
    public uint[] Hashes => [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public Example Of(ReadOnlySpan<float> inputs, HashedFeatures features, int label, double weight)
    {
        var known = new List<(int Index, float Value)>(inputs.Length + features.Hashes.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] != 0)
            {
                known.Add((i, inputs[i]));
            }
        }

        for (var i = 0; i < features.Hashes.Length; i++)
        {
            if (_numbers.TryGetValue(features.Hashes[i], out var number))
            {
                known.Add((number, features.Values[i]));
            }
        }

        known.Sort((left, right) => left.Index.CompareTo(right.Index));
        return new Example([.. known.Select(each => each.Index)], [.. known.Select(each => each.Value)], label, (float)weight);
    }

    /// <summary>Numbered inputs only.</summary>
    public static Example Dense(ReadOnlySpan<float> inputs, int label, double weight) => new Rows(inputs.Length, [], 1).Of(inputs, new HashedFeatures([], []), label, weight);
}

/// <summary>The scores that weights give an example.</summary>
public static class LinearScores
{
    public static double[] Of(LinearWeights model, Example row)
    {
        var scores = new double[model.Biases.Length];
        for (var of = 0; of < scores.Length; of++)
        {
            var score = (double)model.Biases[of];
            for (var i = 0; i < row.Indices.Length; i++)
            {
                score += model.Weights[of][row.Indices[i]] * row.Values[i];
            }

            scores[of] = score;
        }

        return scores;
    }

    public static double[] SoftMax(double[] scores)
    {
        var most = scores.Max();
        var odds = Array.ConvertAll(scores, score => Math.Exp(score - most));
        var sum = odds.Sum();
        return Array.ConvertAll(odds, each => each / sum);
    }

    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));
}
