using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>What some lines show together: lines are added and taken back in the order of a search.</summary>
internal sealed class LineTally
{
    private readonly ImmutableArray<LineItem> _items;
    private readonly double[] _left;
    private readonly double[][] _parts;
    private readonly Stack<(Gain Gain, double Part, double Left, double Points)> _done = new();

    public LineTally(ImmutableArray<LineItem> items, ImmutableArray<Gain> always, int strengths)
    {
        _items = items;
        _left = new double[strengths];
        Array.Fill(_left, 1);
        var keys = items.SelectMany(item => item.Gains).Concat(always).Select(gain => gain.Key + 1).DefaultIfEmpty().Max();
        _parts = new double[strengths][];
        for (var i = 0; i < strengths; i++)
        {
            _parts[i] = new double[keys];
        }

        Add(always);
    }

    /// <summary>The sum of the strengths.</summary>
    public double Points { get; private set; }

    /// <summary>Adds a line; what it returns takes it back.</summary>
    public int Add(int item) => Add(_items[item].Gains);

    private int Add(ImmutableArray<Gain> gains)
    {
        var mark = _done.Count;
        foreach (var gain in gains)
        {
            ref var part = ref _parts[gain.Strength][gain.Key];
            if (gain.Part > part)
            {
                ref var left = ref _left[gain.Strength];
                _done.Push((gain, part, left, Points));
                var after = left / (1 - part) * (1 - gain.Part);
                Points += 100 * (left - after);
                (part, left) = (gain.Part, after);
            }
        }

        return mark;
    }

    public void Undo(int mark)
    {
        while (_done.Count > mark)
        {
            var (gain, part, left, points) = _done.Pop();
            (_parts[gain.Strength][gain.Key], _left[gain.Strength], Points) = (part, left, points);
        }
    }

    /// <summary>What a line would add now; never less than it would add later.</summary>
    public double AdditionOf(int item)
    {
        var mark = Add(item);
        var with = Points;
        Undo(mark);
        return with - Points;
    }
}
