using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>A line as the solver sees it: the room it takes, and for each strength that it adds to, the part of the room left to 100
/// that it takes there, above 0 and below 1. Of parts of one <see cref="Gain.Key"/> in one strength only the largest counts.</summary>
public sealed record LineItem(int Size, ImmutableArray<Gain> Gains);

public readonly record struct Gain(int Strength, int Key, double Part);

/// <summary>The items chosen, what their strengths add up to, and by how much another choice may be better at most: 0 where it was
/// proved that none is, up to rounding.</summary>
public sealed record LineSolution(ImmutableArray<bool> IsChosen, double Points, double Doubt);

/// <summary>
/// Chooses the lines that show most within a room. A strength is <c>100 · (1 − Π(1 − part))</c>: the more there is, the less a
/// further line adds, so the best single lines need not be the best together. Exact, by branch and bound. With
/// <c>a = −ln(1 − part)</c> a strength is <c>100 · (1 − exp(−Σa))</c>, concave in the sum; its tangent at any slope bounds it from
/// above, and under tangents the choice is a knapsack, which in fractions is solved by taking lines in order of worth to size
/// (Dantzig, 1957). The slopes are those at the best choice in fractions, found as Frank and Wolfe (1956) do. The search stops
/// after so many steps; by how much it may have missed the best is then said.
/// </summary>
public sealed class LineSolver
{
    private const int SlopeRounds = 200;
    private const double Margin = 1e-9;

    private readonly ImmutableArray<LineItem> _items;
    private readonly ImmutableArray<Gain> _always;
    private readonly int _strengths;
    private readonly LineTally _tally;
    private readonly double[] _worths;
    private readonly int[] _order;
    private readonly bool[] _isTaken;
    private readonly double _base;
    private long _steps;
    private bool[] _best;
    private double _bestPoints;
    private double _missed;

    private LineSolver(ImmutableArray<LineItem> items, ImmutableArray<Gain> always, int room, long steps)
    {
        (_items, _always, _steps) = (items, always, steps);
        _strengths = items.SelectMany(item => item.Gains).Concat(always).Select(gain => gain.Strength + 1).DefaultIfEmpty().Max();
        _tally = new LineTally(items, always, _strengths);
        _isTaken = new bool[items.Length];
        _best = new bool[items.Length];
        var slopes = FindSlopes(room);
        _worths = WorthsAt(slopes);
        _base = slopes.Sum(slope => 100 - slope + slope * Math.Log(slope / 100)) + WorthAt(slopes, always);
        _order = Ordered(_worths);
    }

    /// <summary><paramref name="always"/> is what is shown without any line.</summary>
    public static LineSolution Solve(ImmutableArray<LineItem> items, ImmutableArray<Gain> always, int room, long steps)
    {
        var solver = new LineSolver(items, always, room, steps);
        solver.Search(0, room, 0);
        return new LineSolution([.. solver._best], solver._bestPoints, Math.Max(0, solver._missed - solver._bestPoints));
    }

    /// <summary>Decides the lines in order, first with each, then without.</summary>
    private void Search(int at, int room, double worth)
    {
        if (_tally.Points > _bestPoints)
        {
            (_bestPoints, _best) = (_tally.Points, (bool[])_isTaken.Clone());
        }

        if (at == _order.Length || Bound(at, room, worth) is var bound && bound <= _bestPoints + Margin)
        {
            return;
        }

        if (--_steps < 0)
        {
            _missed = Math.Max(_missed, bound);
            return;
        }

        var item = _order[at];
        if (_items[item].Size <= room)
        {
            _isTaken[item] = true;
            var mark = _tally.Add(item);
            Search(at + 1, room - _items[item].Size, worth + _worths[item]);
            _tally.Undo(mark);
            _isTaken[item] = false;
        }

        Search(at + 1, room, worth);
    }

    /// <summary>The lower of two bounds on what any choice of the lines left can come to: under the tangents, and by what each line
    /// would add now, since it adds no more later.</summary>
    private double Bound(int at, int room, double worth)
    {
        var underTangents = _base + worth + Fractions(at, room, item => _worths[item]);
        return underTangents <= _bestPoints + Margin ? underTangents : Math.Min(underTangents, _tally.Points + SumOfAdditions(at, room));
    }

    /// <summary>What the lines left are worth, in order of worth to size, the last in part.</summary>
    private double Fractions(int at, int room, Func<int, double> worthOf)
    {
        var sum = 0.0;
        for (; at < _order.Length && room > 0; at++)
        {
            var (item, size) = (_order[at], _items[_order[at]].Size);
            sum += size <= room ? worthOf(item) : worthOf(item) * room / size;
            room -= size;
        }

        return sum;
    }

    private double SumOfAdditions(int at, int room)
    {
        var left = _order.Length - at;
        Span<double> rates = left <= 256 ? stackalloc double[left] : new double[left];
        Span<int> sizes = left <= 256 ? stackalloc int[left] : new int[left];
        for (var i = 0; i < left; i++)
        {
            sizes[i] = Math.Max(1, _items[_order[at + i]].Size);
            rates[i] = -_tally.AdditionOf(_order[at + i]) / sizes[i];
        }

        MemoryExtensions.Sort(rates, sizes);
        var sum = 0.0;
        for (var i = 0; i < left && room > 0; i++)
        {
            sum -= rates[i] * Math.Min(sizes[i], room);
            room -= sizes[i];
        }

        return sum;
    }

    private double[] WorthsAt(double[] slopes) => [.. _items.Select(item => WorthAt(slopes, item.Gains))];

    private static double WorthAt(double[] slopes, ImmutableArray<Gain> gains) =>
        gains.Sum(gain => slopes[gain.Strength] * -Math.Log(1 - gain.Part));

    private int[] Ordered(double[] worths)
    {
        var order = Enumerable.Range(0, _items.Length).Where(item => !_items[item].Gains.IsEmpty).ToArray();
        Array.Sort(order, (one, other) =>
        {
            var compared = (worths[other] * _items[one].Size).CompareTo(worths[one] * _items[other].Size);
            return compared != 0 ? compared : one.CompareTo(other);
        });
        return order;
    }

    /// <summary>The slope of each strength at the best choice in fractions.</summary>
    private double[] FindSlopes(int room)
    {
        var sums = new double[_strengths];
        for (var round = 0; round < SlopeRounds; round++)
        {
            var towards = SumsOfBest(WorthsAt(Slopes(sums)), room);
            var step = 2.0 / (round + 2);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += step * (towards[i] - sums[i]);
            }
        }

        return Slopes(sums);
    }

    private double[] SumsOfBest(double[] worths, int room)
    {
        var sums = new double[_strengths];
        foreach (var gain in _always)
        {
            sums[gain.Strength] += -Math.Log(1 - gain.Part);
        }

        foreach (var item in Ordered(worths))
        {
            var part = Math.Min(1, (double)room / Math.Max(1, _items[item].Size));
            foreach (var gain in part > 0 ? _items[item].Gains : [])
            {
                sums[gain.Strength] += part * -Math.Log(1 - gain.Part);
            }

            room = Math.Max(0, room - _items[item].Size);
        }

        return sums;
    }

    private static double[] Slopes(double[] sums) => Array.ConvertAll(sums, sum => 100 * Math.Exp(-sum));
}
