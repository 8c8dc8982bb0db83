namespace EcqAnalyzer.Training;

/// <summary>
/// Trains a linear model over hashed features by the averaged perceptron (Collins 2002). Only features counted often enough
/// beforehand take part. All arithmetic is on integers and in one thread, so the same data in the same order gives the same
/// weights on every machine.
/// </summary>
internal sealed class Perceptron
{
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly Dictionary<ulong, int> _rows = [];
    private Cell[][] _cells = [];
    private int _now = 1;

    public int FeatureCount => _rows.Count;

    public void Count(ReadOnlySpan<ulong> features)
    {
        foreach (var feature in features)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, feature, out _)++;
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
        _cells = new Cell[_rows.Count][];
        Array.Fill(_cells, []);
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
            foreach (ref readonly var cell in _cells[row].AsSpan())
            {
                scores[cell.Class] += cell.Weight;
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
            Move(row, right, 1);
            Move(row, predicted, -1);
        }
    }

    /// <summary>Averaged weights, one row a feature, in order of feature.</summary>
    public IEnumerable<(ulong Feature, IReadOnlyList<(byte Class, double Weight)> Row)> Averages()
    {
        foreach (var (feature, row) in _rows.OrderBy(pair => pair.Key))
        {
            var weights = _cells[row]
                .Select(cell => (cell.Class, (double)(cell.Sum + ((long)cell.Weight * (_now - cell.Since))) / _now))
                .OrderBy(pair => pair.Class)
                .ToList();
            yield return (feature, weights);
        }
    }

    private void Move(int row, int tag, int by)
    {
        ref var cells = ref _cells[row];
        for (var i = 0; i < cells.Length; i++)
        {
            ref var cell = ref cells[i];
            if (cell.Class != tag)
                continue;
            cell.Sum += (long)cell.Weight * (_now - cell.Since);
            cell.Weight += by;
            cell.Since = _now;
            return;
        }

        Array.Resize(ref cells, cells.Length + 1);
        cells[^1] = new Cell { Class = (byte)tag, Weight = by, Since = _now };
    }

    private struct Cell
    {
        public long Sum;
        public int Weight;
        public int Since;
        public byte Class;
    }
}
