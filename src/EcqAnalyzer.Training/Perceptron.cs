using System.Runtime.InteropServices;

namespace EcqAnalyzer.Training;

/// <summary>
/// Trains a linear model over hashed features by the averaged perceptron (Collins 2002). Only features counted often enough
/// beforehand take part. All arithmetic is on integers and in one thread, so the same data in the same order gives the same
/// weights on every machine.
/// </summary>
internal sealed class Perceptron
{
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly Dictionary<ulong, int> _rows;
    private Row[] _places = [];

    /// <summary>The rows' weights in one array, each row together: a class in the lower eight bits, its weight above.</summary>
    private int[] _weights = new int[1 << 16];

    /// <summary>For each weight the sum of its moves times the moment of each: what averaging needs.</summary>
    private long[] _moves = new long[1 << 16];
    private int _used;
    private int _now = 1;

    public Perceptron() => _rows = [];

    private Perceptron(Dictionary<ulong, int> rows)
    {
        _rows = rows;
        _places = new Row[rows.Count];
    }

    public int FeatureCount => _rows.Count;

    /// <summary>Another perceptron over the same features that has learned nothing yet.</summary>
    public Perceptron Fresh() => new(_rows);

    public void Count(ReadOnlySpan<ulong> features)
    {
        foreach (var feature in features)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, feature, out _)++;
        }
    }

    /// <summary>Ends counting: features seen less than <paramref name="atLeast"/> times are left out from now on.</summary>
    public void Fix(int atLeast)
    {
        foreach (var (feature, count) in _counts)
        {
            if (count >= atLeast)
                _rows.Add(feature, _rows.Count);
        }

        _counts.Clear();
        _counts.TrimExcess();
        _places = new Row[_rows.Count];
    }

    /// <summary>Looks the features up; those left out are dropped. Returns how many remain.</summary>
    public int Find(ReadOnlySpan<ulong> features, Span<int> rows)
    {
        var count = 0;
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
                rows[count++] = row;
        }

        return count;
    }

    public void Score(ReadOnlySpan<int> rows, Span<int> scores)
    {
        scores.Clear();
        foreach (var row in rows)
        {
            ref readonly var place = ref _places[row];
            foreach (var weight in _weights.AsSpan(place.Start, place.Count))
            {
                scores[weight & 0xFF] += weight >> 8;
            }
        }
    }

    /// <summary>Counts one more decision, and moves weights from the wrong class to the right one where they differ.</summary>
    public void Learn(ReadOnlySpan<int> rows, int right, int predicted)
    {
        _now++;
        if (right == predicted)
            return;
        foreach (var row in rows)
        {
            Move(ref _places[row], right, 1);
            Move(ref _places[row], predicted, -1);
        }
    }

    /// <summary>Averaged weights, one row a feature, in order of feature.</summary>
    public IEnumerable<(ulong Feature, IReadOnlyList<(byte Class, double Weight)> Row)> Averages()
    {
        foreach (var (feature, row) in _rows.OrderBy(pair => pair.Key))
        {
            var place = _places[row];
            var weights = new List<(byte Class, double Weight)>();
            for (var i = place.Start; i < place.Start + place.Count; i++)
            {
                weights.Add(((byte)_weights[i], (_weights[i] >> 8) - ((double)_moves[i] / _now)));
            }

            weights.Sort((a, b) => a.Class.CompareTo(b.Class));
            yield return (feature, weights);
        }
    }

    private void Move(ref Row row, int tag, int by)
    {
        for (var i = row.Start; i < row.Start + row.Count; i++)
        {
            if ((_weights[i] & 0xFF) != tag)
                continue;
            _weights[i] += by << 8;
            _moves[i] += (long)by * _now;
            return;
        }

        if (row.Count == row.Room)
            MakeRoom(ref row);
        var place = row.Start + row.Count++;
        _weights[place] = (by << 8) | tag;
        _moves[place] = (long)by * _now;
    }

    /// <summary>Moves the row to the end of the arrays, with twice the room.</summary>
    private void MakeRoom(ref Row row)
    {
        var room = Math.Max(2, row.Room * 2);
        if (_used + room > _weights.Length)
        {
            Array.Resize(ref _weights, _weights.Length * 2);
            Array.Resize(ref _moves, _moves.Length * 2);
        }

        Array.Copy(_weights, row.Start, _weights, _used, row.Count);
        Array.Copy(_moves, row.Start, _moves, _used, row.Count);
        row.Start = _used;
        row.Room = room;
        _used += room;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Row
    {
        public int Start;
        public int Count;
        public int Room;
    }
}
