namespace EcqAnalyzer.Engine.Serving;

/// <summary>
/// Prices of groups of stories of which one may be told, by which the worth of every plan is bounded: a plan is worth at most all
/// prices together and, for each ECQ, the most that a bundle is worth beyond what its stories cost. That holds for any prices that
/// are not negative; a subgradient method with Polyak's steps looks for some at which the bound is low.
/// </summary>
internal sealed class BundlePrices(BundleChoice choice, int[] group)
{
    private const int StaleRounds = 8;

    /// <summary>Whole prices after so many rounds. <paramref name="reached"/> is what some plan is worth.</summary>
    public long[] Find(int rounds, long reached, long[]? start)
    {
        var groups = group.Length == 0 ? 0 : group.Max() + 1;
        var prices = start is null ? new double[groups] : Array.ConvertAll(start, price => (double)price);
        var (best, lowest, scale, stale) = (start ?? new long[groups], double.MaxValue, 1.0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var (bound, excess) = BoundAt(prices);
            stale = bound < lowest ? 0 : stale + 1;
            if (bound < lowest)
            {
                (lowest, best) = (bound, Array.ConvertAll(prices, price => (long)Math.Round(price)));
            }
            else if (stale % StaleRounds == 0)
            {
                scale /= 2;
            }

            var length = excess.Sum(each => (double)each * each);
            if (length == 0 || bound <= reached)
            {
                break;
            }

            var step = scale * (bound - reached) / length;
            for (var i = 0; i < groups; i++)
            {
                prices[i] = Math.Max(0, prices[i] + step * excess[i]);
            }
        }

        return best;
    }

    /// <summary>The bound, and for each group how many ECQs more than one want it where each takes its best.</summary>
    private (double Bound, int[] Excess) BoundAt(double[] prices)
    {
        var (bound, excess) = (prices.Sum(), new int[prices.Length]);
        Array.Fill(excess, -1);
        foreach (var bundles in choice.Bundles)
        {
            var (best, most) = ((Bundle?)null, 0.0);
            foreach (var bundle in bundles)
            {
                var left = (double)bundle.Worth;
                foreach (var story in bundle.Stories)
                {
                    left -= prices[group[story]];
                }

                (best, most) = left > most ? (bundle, left) : (best, most);
            }

            bound += most;
            foreach (var story in best?.Stories ?? [])
            {
                excess[group[story]]++;
            }
        }

        for (var i = 0; i < excess.Length; i++)
        {
            excess[i] = prices[i] == 0 && excess[i] < 0 ? 0 : excess[i];
        }

        return (bound, excess);
    }
}
