namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Scores tags by the features of a look, with sums of weights met before: for each group of features (<see cref="ILook"/>) the
/// tags' sums by the group's key. Words repeat, so most of what a look would add up row by row stands here already. Bounded:
/// every group has its own places, and a place taken by another key is filled anew. Sums are of whole numbers, so the scores
/// are the same whether they stood here or not. For one thread at a time.
/// </summary>
internal sealed class SumCache<TLook>
    where TLook : struct, ILook
{
    private const int Lane = 8;

    private readonly SparseWeights _weights;
    private readonly DenseRows _dense;
    private readonly int _width;
    private readonly ulong[] _keys;
    private readonly short[] _sums;
    private readonly int[] _starts = new int[TLook.Sizes.Length];

    // Room for one decision.
    private readonly ulong[] _asked = new ulong[TLook.Sizes.Length];
    private readonly int[] _places = new int[TLook.Sizes.Length];
    private readonly int[] _missing = new int[TLook.Sizes.Length];
    private readonly int[] _ends = new int[TLook.Sizes.Length];
    private readonly ulong[] _features = new ulong[SparseWeights.Most];

    public SumCache(SparseWeights weights, int tags)
    {
        _weights = weights;
        _width = (tags + Lane - 1) / Lane * Lane;
        _dense = new DenseRows(weights, _width);
        var count = 0;
        for (var group = 0; group < _starts.Length; group++)
        {
            _starts[group] = count;
            count += 1 << TLook.Sizes[group];
        }

        _keys = new ulong[count];
        _sums = GC.AllocateUninitializedArray<short>(count * _width);
    }

    /// <summary>Writes the score of every tag; where <paramref name="tags"/> are named, only theirs count.</summary>
    public void Score(in TagContext at, ReadOnlySpan<byte> tags, Span<short> scores)
    {
        scores = scores[.._width];
        scores.Clear();
        TLook.WriteKeys(in at, _asked);
        var sink = new FeatureSink(_features);
        var missing = 0;
        for (var group = 0; group < _asked.Length; group++)
        {
            var key = _asked[group];
            var place = _starts[group] + (int)(key >> (64 - TLook.Sizes[group]));
            _places[group] = place * _width;
            if (_keys[place] == key)
                continue;
            _keys[place] = key;
            TLook.WriteGroup(group, in at, ref sink);
            (_missing[missing], _ends[missing]) = (_places[group], sink.Count);
            missing++;
        }

        TLook.WriteWords(in at, ref sink);
        TLook.WriteTags(in at, ref sink);
        AddRows(_features.AsSpan(0, sink.Count), missing, scores);
        if (tags.IsEmpty)
            AddSums(scores);
        else
            AddSums(tags, scores);
    }

    /// <summary>Adds the rows of the features: those of missing groups where their sums belong, the others to the scores.</summary>
    private void AddRows(ReadOnlySpan<ulong> features, int missing, Span<short> scores)
    {
        var next = 0;
        missing = _weights.Fetch(features) ? missing : 0;
        for (var i = 0; i < missing; i++)
        {
            var sums = _sums.AsSpan(_missing[i], _width);
            sums.Clear();
            for (; next < _ends[i]; next++)
            {
                _dense.Add(features[next], sums);
            }
        }

        foreach (var feature in features[next..])
        {
            _dense.Add(feature, scores);
        }
    }

    private void AddSums(ReadOnlySpan<byte> tags, Span<short> scores)
    {
        foreach (var tag in tags)
        {
            int sum = scores[tag];
            foreach (var place in _places)
            {
                sum += _sums[place + tag];
            }

            scores[tag] = (short)sum;
        }
    }

    private void AddSums(Span<short> scores)
    {
        foreach (var place in _places)
        {
            DenseRows.Add(_sums.AsSpan(place, _width), scores);
        }
    }
}
