using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private readonly Sought[] _sought = new Sought[SparseWeights.Most];
    private readonly short[] _room = new short[SparseWeights.Room];

    public SumCache(SparseWeights weights, int tags)
    {
        _weights = weights;
        _width = (tags + Lane - 1) / Lane * Lane;
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
        AddRows(_features.AsSpan(0, sink.Count), missing);
        if (tags.IsEmpty)
            AddSums(scores[.._width]);
        else
            AddSums(tags, scores);
    }

    /// <summary>Adds the rows of the features: those of missing groups where their sums belong, the others in the room.</summary>
    private void AddRows(ReadOnlySpan<ulong> features, int missing)
    {
        var sought = _sought.AsSpan(0, _weights.Seek(features, _sought));
        for (var i = 0; i < missing; i++)
        {
            var count = 0;
            while (count < sought.Length && sought[count].Feature < _ends[i])
            {
                count++;
            }

            Add(sought[..count], features);
            _room.AsSpan(0, _width).CopyTo(_sums.AsSpan(_missing[i], _width));
            sought = sought[count..];
        }

        Add(sought, features);
    }

    private void Add(ReadOnlySpan<Sought> sought, ReadOnlySpan<ulong> features)
    {
        _room.AsSpan(0, _width).Clear();
        _weights.Add(sought, features, _room);
    }

    private void AddSums(ReadOnlySpan<byte> tags, Span<short> scores)
    {
        foreach (var tag in tags)
        {
            int sum = _room[tag];
            foreach (var place in _places)
            {
                sum += _sums[place + tag];
            }

            scores[tag] = (short)sum;
        }
    }

    private void AddSums(Span<short> scores)
    {
        _room.AsSpan(0, _width).CopyTo(scores);
        foreach (var place in _places)
        {
            Add(_sums.AsSpan(place, _width), scores);
        }
    }

    // Vectors of a set size, since code for those of the machine's size is compiled at every start.
    private static void Add(ReadOnlySpan<short> sums, Span<short> scores)
    {
        ref var from = ref MemoryMarshal.GetReference(sums);
        ref var to = ref MemoryMarshal.GetReference(scores[..sums.Length]);
        for (var i = 0; i < sums.Length; i += Vector128<short>.Count)
        {
            (Vector128.LoadUnsafe(ref to, (nuint)i) + Vector128.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
    }
}
