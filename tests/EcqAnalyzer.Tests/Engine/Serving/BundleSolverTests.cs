using System.Collections.Immutable;
using CsCheck;
using EcqAnalyzer.Engine.Serving;

namespace EcqAnalyzer.Tests.Engine.Serving;

/// <summary>The plan is the best there is: on small choices held against every plan, on large ones against what is known of
/// them.</summary>
public sealed class BundleSolverTests
{
    /// <summary>Worths as strengths make them: a second story adds at most what it is worth alone. Few different worths, so that
    /// there are many ties; pairs that tell the same.</summary>
    private static readonly Gen<BundleChoice> SmallChoices =
        from stories in Gen.Int[1, 6]
        from ecqs in Gen.Int[1, 4]
        from worths in Gen.Int[0, 9].Array[stories].Array[ecqs]
        from overlaps in Gen.Int[0, 9].Array[stories * stories]
        from same in Gen.Int[0, 9].Array[stories * stories]
        select Choose(stories, worths, (one, other) => overlaps[one * stories + other], (one, other) => same[one * stories + other] == 0, premium: 100);

    [Fact]
    public void No_plan_is_better() => SmallChoices.Sample(choice =>
    {
        var solution = BundleSolver.Solve(choice);

        Assert.Equal(BestOfAll(choice), solution.Worth);
    }, iter: 2_000);

    [Fact]
    public void The_plan_is_worth_what_it_says_and_tells_no_deed_twice() => SmallChoices.Sample(choice =>
    {
        var solution = BundleSolver.Solve(choice);

        var told = solution.Bundles.SelectMany(bundle => bundle?.Stories ?? []).ToList();
        Assert.Equal(solution.Worth, solution.Bundles.Sum(bundle => bundle?.Worth ?? 0));
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.DoesNotContain(choice.Same, same => told.Contains(same.First) && told.Contains(same.Second));
        Assert.All(solution.Bundles.Select((bundle, ecq) => (bundle, ecq)), each => Assert.True(
            each.bundle is null || choice.Bundles[each.ecq].Any(one => one.Stories.SequenceEqual(each.bundle.Stories) && one.Worth == each.bundle.Worth)));
    });

    [Fact]
    public void A_start_from_a_like_choice_changes_speed_and_not_worth() => SmallChoices.Sample(choice =>
    {
        var solution = BundleSolver.Solve(choice);
        for (var story = 0; story < choice.Stories; story++)
        {
            Assert.Equal(BestOfAll(choice.Without(story)), BundleSolver.Solve(choice.Without(story), solution).Worth);
            Assert.Equal(BestOfAll(choice.Favouring(story, 10_000)), BundleSolver.Solve(choice.Favouring(story, 10_000), solution).Worth);
        }
    }, iter: 200);

    /// <summary>Two ECQs want the same story; it goes where the other has no second choice.</summary>
    [Fact]
    public void A_story_that_two_ecqs_want_goes_where_it_is_missed_most()
    {
        var choice = new BundleChoice(2, [[new Bundle([0], 90), new Bundle([1], 80)], [new Bundle([0], 70)]], []);

        Assert.Equal([[1], [0]], BundleSolver.Solve(choice).Bundles.Select(bundle => bundle!.Stories.ToArray()));
    }

    /// <summary>Forty stories and five ECQs that all want the same ones: the search has to prove it and cannot go through the
    /// plans, of which there are more than 10^13.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Forty_stories_that_all_ecqs_want_alike_are_planned(int seed)
    {
        var random = new Random(seed);
        var worths = Enumerable.Range(0, 40).Select(_ => random.Next(20, 300)).ToArray();
        var choice = Choose(40, [worths, worths, worths, worths, worths], (_, _) => 0, (_, _) => false, premium: 6_001);

        // Nothing overlaps, so the ten dearest are told.
        Assert.Equal(5 * 6_001 + worths.OrderDescending().Take(10).Sum(), BundleSolver.Solve(choice).Worth);
    }

    /// <summary>As above, and every pair overlaps by chance, which leaves a gap between the bound and the best plan.</summary>
    [Theory]
    [InlineData(40, 1)]
    [InlineData(40, 2)]
    [InlineData(60, 3)]
    public void Stories_that_overlap_are_planned_at_least_as_well_as_by_exchange(int stories, int seed)
    {
        var random = new Random(seed);
        var common = Enumerable.Range(0, stories).Select(_ => random.Next(20, 300)).ToArray();
        var overlaps = Enumerable.Range(0, stories * stories).Select(_ => random.Next(0, 120)).ToArray();
        int[] Varied() => [.. common.Select(worth => worth * random.Next(80, 121) / 100)];
        var choice = Choose(stories, [Varied(), Varied(), Varied(), Varied(), Varied()], (one, other) => overlaps[one * stories + other], (_, _) => false, 6_001);

        Assert.True(BundleSolver.Solve(choice).Worth >= BestByExchange(choice));
    }

    private static BundleChoice Choose(
        int stories, int[][] worths, Func<int, int, int> overlap, Func<int, int, bool> isSame, int premium)
    {
        var same = from one in Enumerable.Range(0, stories) from other in Enumerable.Range(one + 1, stories - one - 1) where isSame(one, other) select (one, other);
        var pairs = same.ToImmutableArray();
        return new BundleChoice(stories, [.. worths.Select(of => Bundles(of).ToImmutableArray())], pairs);

        IEnumerable<Bundle> Bundles(int[] of)
        {
            for (var one = 0; one < stories; one++)
            {
                if (of[one] == 0)
                {
                    continue;
                }

                yield return new Bundle([one], premium + of[one]);
                for (var other = one + 1; other < stories; other++)
                {
                    var added = Math.Max(0, of[other] - overlap(one, other));
                    if (added > 0 && !pairs.Contains((one, other)))
                    {
                        yield return new Bundle([one, other], premium + of[one] + added);
                    }
                }
            }
        }
    }

    /// <summary>Another way to a good plan: one ECQ after another takes its best of what the others leave, until none changes.</summary>
    private static long BestByExchange(BundleChoice choice)
    {
        var plan = new Bundle?[choice.Bundles.Length];
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            for (var ecq = 0; ecq < plan.Length; ecq++)
            {
                var others = plan.Where((_, i) => i != ecq).SelectMany(bundle => bundle?.Stories ?? []).ToHashSet();
                var best = choice.Bundles[ecq].Where(bundle => !bundle.Stories.Any(others.Contains)).MaxBy(bundle => bundle.Worth);
                isChanged |= (best?.Worth ?? 0) > (plan[ecq]?.Worth ?? 0);
                plan[ecq] = best;
            }
        }

        return plan.Sum(bundle => bundle?.Worth ?? 0);
    }

    /// <summary>Every plan there is.</summary>
    private static long BestOfAll(BundleChoice choice)
    {
        return Best(0, []);

        long Best(int ecq, ImmutableArray<int> told)
        {
            if (ecq == choice.Bundles.Length)
            {
                return 0;
            }

            var best = Best(ecq + 1, told);
            foreach (var bundle in choice.Bundles[ecq])
            {
                var all = told.AddRange(bundle.Stories);
                if (all.Distinct().Count() == all.Length && !choice.Same.Any(same => all.Contains(same.First) && all.Contains(same.Second)))
                {
                    best = Math.Max(best, bundle.Worth + Best(ecq + 1, all));
                }
            }

            return best;
        }
    }
}
