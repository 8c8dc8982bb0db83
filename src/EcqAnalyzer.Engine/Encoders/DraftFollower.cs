namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// Follows a draft from its beginning and from its end, keeping in mind what was told so far (a gated recurrent unit each way, Cho and
/// others 2014), and says what each sentence is in its surroundings: the same words are a setting before the first deed and an outcome
/// after the last.
/// </summary>
public sealed class DraftFollower(EncoderModel model)
{
    /// <summary>For each sentence the score of each type, on the scale of logarithms.</summary>
    public float[][] Read(IReadOnlyList<EncodedSentence> sentences)
    {
        var (told, kept) = (model.Tell.Biases.Length, model.Forward.OfKnown.Biases.Length / 3);
        var rows = new float[sentences.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            // Known from before, known from after, told: in the order of the weights.
            rows[i] = new float[(2 * kept) + told];
            model.Tell.Multiply(sentences[i].Mean, rows[i].AsSpan(2 * kept));
            Numbers.Gate(rows[i].AsSpan(2 * kept));
        }

        var memory = new float[6 * kept];
        for (var i = 0; i < rows.Length; i++)
        {
            Follow(model.Forward, rows[i].AsSpan(2 * kept), i == 0 ? new float[kept] : rows[i - 1].AsSpan(0, kept), rows[i].AsSpan(0, kept), memory);
        }

        for (var i = rows.Length - 1; i >= 0; i--)
        {
            var known = i == rows.Length - 1 ? new float[kept] : rows[i + 1].AsSpan(kept, kept);
            Follow(model.Backward, rows[i].AsSpan(2 * kept), known, rows[i].AsSpan(kept, kept), memory);
        }

        var scores = new float[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            scores[i] = new float[6];
            model.Around.Multiply(rows[i], scores[i]);
        }

        return scores;
    }

    /// <summary>One step: what is known after a sentence is partly what was known before, partly new.</summary>
    private static void Follow(Gates gates, ReadOnlySpan<float> told, ReadOnlySpan<float> known, Span<float> into, Span<float> memory)
    {
        var kept = known.Length;
        var ofTold = memory[..(3 * kept)];
        var ofKnown = memory[(3 * kept)..];
        gates.OfTold.Multiply(told, ofTold);
        gates.OfKnown.Multiply(known, ofKnown);
        for (var i = 0; i < kept; i++)
        {
            var reset = Sigmoid(ofTold[i] + ofKnown[i]);
            var update = Sigmoid(ofTold[kept + i] + ofKnown[kept + i]);
            var fresh = MathF.Tanh(ofTold[(2 * kept) + i] + (reset * ofKnown[(2 * kept) + i]));
            into[i] = ((1 - update) * fresh) + (update * known[i]);
        }
    }

    private static float Sigmoid(float score) => 1 / (1 + MathF.Exp(-score));
}
