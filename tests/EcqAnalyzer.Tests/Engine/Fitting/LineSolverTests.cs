using System.Collections.Immutable;
using CsCheck;
using EcqAnalyzer.Engine.Fitting;

namespace EcqAnalyzer.Tests.Engine.Fitting;

/// <summary>The choice of lines is the best there is: on few lines held against every choice; on many against the bound that the
/// solver itself gives, and against choices made otherwise.</summary>
public sealed class LineSolverTests
{
    private const long Steps = 400_000;
    private const double Rounding = 1e-6;

    private static readonly Gen<Gain> Gains =
        from strength in Gen.Int[0, 3]
        from key in Gen.Int[0, 5]
        from part in Gen.Double[0.01, 0.6]
        select new Gain(strength, key, part);

    private static Gen<ImmutableArray<LineItem>> Lines(int most) =>
        (from size in Gen.Int[1, 12] from gains in Gains.Array[0, 3] select new LineItem(size, [.. gains])).Array[0, most]
        .Select(lines => lines.ToImmutableArray());

    [Fact]
    public void No_choice_is_better() => Gen.Select(Lines(11), Gains.Array[0, 3], Gen.Int[0, 60]).Sample((lines, always, room) =>
    {
        var solution = LineSolver.Solve(lines, [.. always], room, Steps);

        Assert.Equal(0, solution.Doubt);
        Assert.Equal(BestOfAll(lines, always, room), solution.Points, Rounding);
    }, iter: 3_000);

    [Fact]
    public void The_choice_fits_and_shows_what_it_says() => Gen.Select(Lines(30), Gen.Int[0, 80]).Sample((lines, room) =>
    {
        var solution = LineSolver.Solve(lines, [], room, Steps);
        var chosen = lines.Where((_, i) => solution.IsChosen[i]).ToList();

        Assert.True(chosen.Sum(line => line.Size) <= room);
        Assert.Equal(Points(chosen, []), solution.Points, Rounding);
    });

    [Fact]
    public void More_room_never_shows_less() => Gen.Select(Lines(20), Gen.Int[0, 40], Gen.Int[1, 20]).Sample((lines, room, more) =>
        Assert.True(LineSolver.Solve(lines, [], room + more, Steps).Points >= LineSolver.Solve(lines, [], room, Steps).Points - Rounding));

    /// <summary>Cut short, it says by how much it may be wrong, and it is never wrong by more.</summary>
    [Fact]
    public void A_search_cut_short_tells_how_much_it_may_have_missed() => Gen.Select(Lines(11), Gen.Int[0, 40], Gen.Int[0, 6]).Sample((lines, room, steps) =>
    {
        var solution = LineSolver.Solve(lines, [], room, steps);
        var best = BestOfAll(lines, [], room);

        Assert.True(solution.Points <= best + Rounding);
        Assert.True(solution.Points + solution.Doubt >= best - Rounding);
    });

    /// <summary>Two lines that show one thing are together worth less than one of them with a weaker line that shows another.</summary>
    [Fact]
    public void What_is_shown_already_is_worth_less()
    {
        ImmutableArray<LineItem> lines =
        [
            new(10, [new Gain(0, 0, 0.6)]),
            new(10, [new Gain(0, 1, 0.55)]),
            new(10, [new Gain(1, 2, 0.3)]),
        ];

        Assert.Equal([true, false, true], LineSolver.Solve(lines, [], 20, Steps).IsChosen);
    }

    [Fact]
    public void A_copy_of_a_line_is_worth_nothing() =>
        Assert.Equal(60, LineSolver.Solve([new(1, [new Gain(0, 0, 0.6)]), new(1, [new Gain(0, 0, 0.6)])], [], 2, Steps).Points, Rounding);

    [Theory]
    [InlineData(40, 1)]
    [InlineData(60, 2)]
    [InlineData(60, 3)]
    public void A_resume_of_many_bullets_is_chosen_from_for_certain(int count, int seed) =>
        Assert.Equal(0, LineSolver.Solve(Resume(count, seed), [], HalfOf(Resume(count, seed)), Steps).Doubt);

    /// <summary>More bullets than a resume has: what is not proved is little, and said.</summary>
    [Fact]
    public void Of_a_file_without_measure_the_choice_is_nearly_the_best()
    {
        var lines = Resume(150, 4);

        var solution = LineSolver.Solve(lines, [], HalfOf(lines), 20_000);

        Assert.InRange(solution.Doubt, 0, 0.01 * solution.Points);
    }

    private static ImmutableArray<LineItem> Resume(int count, int seed)
    {
        var random = new Random(seed);
        Gain Gain(int key) => new(random.Next(15), key, 0.05 + 0.5 * random.NextDouble());
        return [.. Enumerable.Range(0, count).Select(i => new LineItem(96 * random.Next(1, 4), [.. Enumerable.Range(0, random.Next(4)).Select(_ => Gain(i))]))];
    }

    private static int HalfOf(ImmutableArray<LineItem> lines) => lines.Sum(line => line.Size) / 2;

    private static double BestOfAll(ImmutableArray<LineItem> lines, Gain[] always, int room)
    {
        var best = 0.0;
        for (var choice = 0; choice < 1 << lines.Length; choice++)
        {
            var chosen = lines.Where((_, i) => (choice & (1 << i)) != 0).ToList();
            best = chosen.Sum(line => line.Size) <= room ? Math.Max(best, Points(chosen, always)) : best;
        }

        return best;
    }

    private static double Points(List<LineItem> chosen, Gain[] always) => chosen
        .SelectMany(line => line.Gains).Concat(always)
        .GroupBy(gain => gain.Strength)
        .Sum(strength => 100 * (1 - strength.GroupBy(gain => gain.Key).Aggregate(1.0, (left, key) => left * (1 - key.Max(gain => gain.Part)))));
}
