using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// Scores tags by the features of a look, with sums of weights met before: for each group of features (<see cref="ILook"/>) the
/// tags' sums by the group's key. Words repeat, so most of what a look would add up row by row stands here already. Bounded:
/// every group has its own places, and a place taken by another key is filled anew. Sums are of whole numbers, so the scores
/// are the same whether they stood here or not. What can be told of the next words before their turn is asked for while the
/// weights of this one are added (<see cref="Expect"/>). For one thread at a time.
/// </summary>
internal sealed class SumCache<TLook>
    where TLook : struct, ILook
{
    /// <summary>So many words may be expected and not yet scored.</summary>
    private const int Ahead = 3;

    private const int Lane = 8;

    /// <summary>A draft of a few pages makes do with an eighth of the places: to ask the system for the memory of them all would
    /// take longer than to tag it. After so many words they are all there.</summary>
    private const int SavedAtFirst = 3;
    private const int WordsAtFirst = 4096;

    private readonly SparseWeights _weights;
    private readonly int _width;
    private readonly int[] _starts = new int[TLook.Sizes.Length];
    private ulong[] _keys = [];
    private short[] _sums = [];

    /// <summary>By how many bits each group's number of places is smaller than it may become.</summary>
    private int _saved;

    /// <summary>Words expected, one after the other in turn; how many so far, and how many of them were sought and scored.</summary>
    private readonly Expected[] _expected = new Expected[Ahead + 1];
    private uint _count;
    private uint _sought;
    private uint _scored;

    // Room for one decision.
    private readonly ulong[] _asked = new ulong[TLook.Sizes.Length];
    private readonly int[] _places = new int[TLook.Sizes.Length];
    private readonly Missing[] _missing = new Missing[TLook.Sizes.Length];
    private readonly ulong[] _features = new ulong[SparseWeights.Most];
    private readonly Sought[] _found = new Sought[SparseWeights.Most];
    private readonly short[] _room = new short[SparseWeights.Room];

    public SumCache(SparseWeights weights, int tags)
    {
        for (var i = 0; i < _expected.Length; i++)
        {
            _expected[i] = new Expected();
        }

        _weights = weights;
        _width = (tags + Lane - 1) / Lane * Lane;
        MakePlaces(SavedAtFirst);
    }

    /// <summary>Whether one more word may be expected.</summary>
    public bool HasRoom => _count - _scored < Ahead;

    /// <summary>Prepares for a word to be scored, in order, while there is room. Tags before it need not be known.</summary>
    public void Expect(in TagContext at)
    {
        if (_saved > 0 && _count >= WordsAtFirst && _count == _scored)
            MakePlaces(0);
        var word = _expected[_count++ % (Ahead + 1)];
        TLook.WriteWordKeys(in at, _asked);
        var sink = new FeatureSink(word.Features);
        word.MissingCount = 0;
        for (var group = 0; group < TLook.Fixed; group++)
        {
            if (Claim(group, out word.Places[group]))
                continue;
            TLook.WriteGroup(group, in at, ref sink);
            word.Missing[word.MissingCount++] = new Missing(word.Places[group], sink.Count);
        }

        TLook.WriteWords(in at, ref sink);
        word.Count = sink.Count;
        _weights.Expect(word.Features.AsSpan(0, word.Count));
        if (_count - _sought > Ahead - 1)
            Seek();
    }

    /// <summary>Writes the score of each of the <paramref name="tags"/>, or of the common ones where none are named, for the first
    /// word that was expected and not yet scored.</summary>
    public void Score(in TagContext at, ReadOnlySpan<byte> tags, Span<short> scores)
    {
        if (_sought == _scored)
            Seek();
        var word = _expected[_scored++ % (Ahead + 1)];
        TLook.WriteTagKeys(in at, _asked);
        word.Places.CopyTo(_places, 0);
        var sink = new FeatureSink(_features);
        var missing = 0;
        for (var group = TLook.Fixed; group < _asked.Length; group++)
        {
            if (Claim(group, out _places[group]))
                continue;
            TLook.WriteGroup(group, in at, ref sink);
            _missing[missing++] = new Missing(_places[group], sink.Count);
        }

        TLook.WriteTags(in at, ref sink);
        ReadOnlySpan<Sought> found = _found.AsSpan(0, _weights.Seek(_features.AsSpan(0, sink.Count), _found));
        found = AddMissing(_missing, missing, found, _features);
        Add(AddMissing(word.Missing, word.MissingCount, word.Found.AsSpan(0, word.Sought), word.Features), word.Features);
        _weights.Add(found, _features, _room);
        if (tags.IsEmpty)
            AddSums(scores[..Math.Min(_width, TagSet.Common)]);
        else
            AddSums(tags, scores);
    }

    private void MakePlaces(int saved)
    {
        _saved = saved;
        var count = 0;
        for (var group = 0; group < _starts.Length; group++)
        {
            _starts[group] = count;
            count += 1 << (TLook.Sizes[group] - saved);
        }

        _keys = new ulong[count];
        _sums = GC.AllocateUninitializedArray<short>(count * _width);
    }

    private void Seek()
    {
        var word = _expected[_sought++ % (Ahead + 1)];
        word.Sought = _weights.Seek(word.Features.AsSpan(0, word.Count), word.Found);
    }

    /// <summary>Where a group's sums stand; false where they are another key's and must be filled in.</summary>
    private bool Claim(int group, out int place)
    {
        var key = _asked[group];
        var slot = _starts[group] + (int)(key >> (64 - TLook.Sizes[group] + _saved));
        place = slot * _width;
        Memory.Prefetch(ref _sums[place]);
        if (_keys[slot] == key)
            return true;
        _keys[slot] = key;
        return false;
    }

    /// <summary>Fills in the sums of missing groups, whose rows come first, and returns the others.</summary>
    private ReadOnlySpan<Sought> AddMissing(Missing[] missing, int groups, ReadOnlySpan<Sought> found, ulong[] features)
    {
        for (var i = 0; i < groups; i++)
        {
            var count = 0;
            while (count < found.Length && found[count].Feature < missing[i].End)
            {
                count++;
            }

            Add(found[..count], features);
            _room.AsSpan(0, _width).CopyTo(_sums.AsSpan(missing[i].Place, _width));
            found = found[count..];
        }

        return found;
    }

    /// <summary>Writes the sums of these rows in the room.</summary>
    private void Add(ReadOnlySpan<Sought> found, ulong[] features)
    {
        _room.AsSpan(0, _width).Clear();
        _weights.Add(found, features, _room);
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
        _room.AsSpan(0, scores.Length).CopyTo(scores);
        foreach (var place in _places)
        {
            Add(_sums.AsSpan(place, scores.Length), scores);
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

    /// <summary>What was told of a word before its turn: the features that rest on words and first tags only, those of groups
    /// whose sums are missing first; which of them may have weights; and where the sums of its groups stand.</summary>
    private sealed class Expected
    {
        public readonly ulong[] Features = new ulong[SparseWeights.Most];
        public readonly Sought[] Found = new Sought[SparseWeights.Most];
        public readonly int[] Places = new int[TLook.Sizes.Length];
        public readonly Missing[] Missing = new Missing[TLook.Sizes.Length];

        public int Count { get; set; }

        public int Sought { get; set; }

        public int MissingCount { get; set; }
    }
}

/// <summary>A group's sums that are to be filled in: where, and before which feature its own end.</summary>
internal readonly record struct Missing(int Place, int End);
