using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>The bundle of each ECQ, null where it is left without, what they are worth together, and the prices that bounded the
/// search: a good start for a choice that differs little.</summary>
public sealed record Solution(ImmutableArray<Bundle?> Bundles, long Worth, ImmutableArray<long> Prices);

/// <summary>
/// Finds the bundle for each ECQ that are worth most together, no story in two of them and no two stories of one deed. Exact: a
/// search, branch and bound, that leaves out only what cannot be better. It is bounded by the Lagrangian relaxation of "no story
/// twice" (Fisher, Management Science 27, 1981): see <see cref="BundlePrices"/>.
/// </summary>
public sealed class BundleSolver
{
    private const int RoundsFromNothing = 120;
    private const int RoundsFromStart = 12;

    private readonly List<int>[] _rivals;
    private readonly int[] _taken;
    private readonly Bundle?[] _current;
    private Priced[][] _bundles = [];
    private Bundle?[] _best;
    private long _bestWorth;

    private BundleSolver(BundleChoice choice)
    {
        _rivals = RivalsOf(choice);
        _taken = new int[choice.Stories];
        _current = new Bundle?[choice.Bundles.Length];
        _best = new Bundle?[choice.Bundles.Length];
    }

    /// <summary>Of several best plans always the same one. <paramref name="start"/> is of a choice of the same stories.</summary>
    public static Solution Solve(BundleChoice choice, Solution? start = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var solver = new BundleSolver(choice);
        var group = GroupsOf(choice.Stories, solver._rivals);
        solver.TakeGreedily(choice);
        var prices = new BundlePrices(choice, group).Find(
            start is null ? RoundsFromNothing : RoundsFromStart, solver._bestWorth, start?.Prices.ToArray());
        solver.Keep(choice, bundle => bundle.Stories.Sum(story => prices[group[story]]), prices.Sum());
        solver.Search(0, 0, prices.Sum());
        return new Solution([.. solver._best], solver._bestWorth, [.. prices]);
    }

    /// <summary>A first plan: the dearest bundle that is still free, again and again.</summary>
    private void TakeGreedily(BundleChoice choice)
    {
        while (FindDearestFree(choice) is { } found)
        {
            Take(found.Bundle, 1);
            (_best[found.Ecq], _bestWorth) = (found.Bundle, _bestWorth + found.Bundle.Worth);
        }

        Array.Clear(_taken);
    }

    private (int Ecq, Bundle Bundle)? FindDearestFree(BundleChoice choice)
    {
        (int Ecq, Bundle Bundle)? dearest = null;
        for (var ecq = 0; ecq < choice.Bundles.Length; ecq++)
        {
            foreach (var bundle in _best[ecq] is null ? choice.Bundles[ecq] : [])
            {
                if (bundle.Worth > (dearest?.Bundle.Worth ?? 0) && IsFree(bundle))
                {
                    dearest = (ecq, bundle);
                }
            }
        }

        return dearest;
    }

    /// <summary>Keeps, the dearest first, the bundles with which a plan could be better than the one found first.</summary>
    private void Keep(BundleChoice choice, Func<Bundle, long> cost, long prices)
    {
        var priced = choice.Bundles.Select(of => of.Select(bundle => new Priced(bundle, cost(bundle))).ToList()).ToList();
        var most = priced.ConvertAll(of => of.Count == 0 ? 0 : Math.Max(0, of.Max(each => each.Left)));
        var bound = prices + most.Sum();
        _bundles = [.. priced.Select((of, ecq) => of.Where(each => bound - most[ecq] + each.Left > _bestWorth).ToArray())];
        foreach (var of in _bundles)
        {
            Array.Sort(of, DearestFirst);
        }
    }

    /// <summary>Takes every bundle for one ECQ after another, the dearest first, and leaves where even without "no story twice"
    /// nothing better can come. <paramref name="unspent"/> is what the groups not told yet may still cost.</summary>
    private void Search(int ecq, long worth, long unspent)
    {
        if (worth > _bestWorth)
        {
            (_bestWorth, _best) = (worth, (Bundle?[])_current.Clone());
        }

        if (ecq == _bundles.Length || worth + unspent + BestFrom(ecq) <= _bestWorth)
        {
            return;
        }

        var later = BestFrom(ecq + 1);
        foreach (var priced in _bundles[ecq])
        {
            if (worth + unspent + priced.Left + later <= _bestWorth)
            {
                break;
            }

            if (IsFree(priced.Bundle))
            {
                Take(priced.Bundle, 1);
                _current[ecq] = priced.Bundle;
                Search(ecq + 1, worth + priced.Bundle.Worth, unspent - priced.Cost);
                _current[ecq] = null;
                Take(priced.Bundle, -1);
            }
        }

        Search(ecq + 1, worth, unspent);
    }

    /// <summary>The most that the ECQs from this one on can add beyond what their stories cost.</summary>
    private long BestFrom(int ecq)
    {
        var sum = 0L;
        for (; ecq < _bundles.Length; ecq++)
        {
            sum += Math.Max(0, Array.Find(_bundles[ecq], priced => IsFree(priced.Bundle))?.Left ?? 0);
        }

        return sum;
    }

    private bool IsFree(Bundle bundle)
    {
        foreach (var story in bundle.Stories)
        {
            if (_taken[story] > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes a bundle's stories, and all that tell the same, or gives them back.</summary>
    private void Take(Bundle bundle, int by)
    {
        foreach (var story in bundle.Stories)
        {
            _taken[story] += by;
            foreach (var rival in _rivals[story])
            {
                _taken[rival] += by;
            }
        }
    }

    private static List<int>[] RivalsOf(BundleChoice choice)
    {
        var rivals = new List<int>[choice.Stories];
        for (var i = 0; i < rivals.Length; i++)
        {
            rivals[i] = [];
        }

        foreach (var (first, second) in choice.Same)
        {
            rivals[first].Add(second);
            rivals[second].Add(first);
        }

        return rivals;
    }

    /// <summary>Parts the stories into groups in which all tell one deed, so that of each group one may be told.</summary>
    private static int[] GroupsOf(int stories, List<int>[] rivals)
    {
        var groups = new List<List<int>>();
        var group = new int[stories];
        for (var story = 0; story < stories; story++)
        {
            var of = rivals[story];
            group[story] = groups.FindIndex(members => members.TrueForAll(of.Contains));
            if (group[story] < 0)
            {
                group[story] = groups.Count;
                groups.Add([]);
            }

            groups[group[story]].Add(story);
        }

        return group;
    }

    /// <summary>Of equals the one with fewer stories, then the earlier ones.</summary>
    private static int DearestFirst(Priced one, Priced other)
    {
        var order = other.Left.CompareTo(one.Left);
        order = order != 0 ? order : one.Bundle.Stories.Length.CompareTo(other.Bundle.Stories.Length);
        for (var i = 0; order == 0 && i < one.Bundle.Stories.Length; i++)
        {
            order = one.Bundle.Stories[i].CompareTo(other.Bundle.Stories[i]);
        }

        return order;
    }

    private sealed record Priced(Bundle Bundle, long Cost)
    {
        public long Left { get; } = Bundle.Worth - Cost;
    }
}
