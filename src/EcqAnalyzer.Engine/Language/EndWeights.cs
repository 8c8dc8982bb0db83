namespace EcqAnalyzer.Engine.Language;

/// <summary>How much features speak for a sentence end, each found once while it is in use: most gaps share most of theirs.
/// Direct-mapped and bounded: a place taken by another feature is overwritten. For one thread at a time.</summary>
internal sealed class EndWeights(SparseWeights weights)
{
    private const int Size = 1 << 12;

    private readonly ulong[] _keys = new ulong[Size];
    private readonly short[] _known = new short[Size];
    private readonly ulong[] _missing = new ulong[GapFeatures.Max];
    private readonly Sought[] _sought = new Sought[GapFeatures.Max];
    private readonly short[] _scores = new short[SparseWeights.Room];

    /// <summary>The sum over the features: above zero it speaks for an end, below against.</summary>
    public int Sum(ReadOnlySpan<ulong> features)
    {
        var (sum, count) = (0, 0);
        foreach (var feature in features)
        {
            var place = PlaceOf(feature);
            var isKnown = _keys[place] == feature;
            sum += isKnown ? _known[place] : 0;
            _missing[count] = feature;
            count += isKnown ? 0 : 1;
        }

        return sum + SumMissing(_missing.AsSpan(0, count));
    }

    private int SumMissing(ReadOnlySpan<ulong> features)
    {
        foreach (var feature in features)
        {
            var place = PlaceOf(feature);
            (_keys[place], _known[place]) = (feature, 0);
        }

        var sum = 0;
        var sought = _sought.AsSpan(0, weights.Seek(features, _sought));
        for (var i = 0; i < sought.Length; i++)
        {
            (_scores[0], _scores[1]) = (0, 0);
            weights.Add(sought.Slice(i, 1), features, _scores);
            var weight = (short)(_scores[1] - _scores[0]);
            sum += weight;
            var feature = features[sought[i].Feature];
            if (_keys[PlaceOf(feature)] == feature)
                _known[PlaceOf(feature)] = weight;
        }

        return sum;
    }

    private static int PlaceOf(ulong feature) => (int)(feature >> 20) & (Size - 1);
}
