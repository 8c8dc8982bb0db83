using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>Plans which stories serve which ECQ, and finds what every other plan would cost: without a story that the plan tells,
/// with one that it leaves out.</summary>
internal sealed class StoryPlanner
{
    private readonly ImmutableArray<ToldStory> _stories;
    private readonly ImmutableArray<Analysis> _drafts;
    private readonly ImmutableArray<Ecq> _ecqs;
    private readonly ImmutableArray<SameStory> _same;
    private readonly RungJudge _rungs;
    private readonly BundleMaker _maker;
    private readonly BundleChoice _choice;
    private readonly Solution _solution;
    private readonly long _premium;
    private readonly int _most;

    private StoryPlanner(StoryBook book, ScoringPolicy policy, int most)
    {
        (_stories, _drafts, _same, _most) = (book.Stories, book.Drafts, book.Same, most);
        _rungs = new RungJudge(policy.Thresholds);
        _maker = new BundleMaker(new StoryReader(policy), book.Drafts, book.Stories, book.Same);
        _ecqs = EcqsOf(book, isFundamental: false);
        _premium = BundleMaker.PremiumOf(_ecqs);
        _choice = new BundleChoice(
            _stories.Length, [.. _ecqs.Select(ecq => _maker.Make(ecq, most, _premium))], [.. _same.Select(same => (same.First, same.Second))]);
        _solution = BundleSolver.Solve(_choice);
    }

    /// <summary>Null where no story serves any ECQ.</summary>
    public static StoryPlan? Plan(StoryBook book, ScoringPolicy policy, int most)
    {
        var planner = new StoryPlanner(book, policy, most);
        return planner._solution.Worth == 0 ? null : planner.Plan(EcqsOf(book, isFundamental: true));
    }

    /// <summary>The ECQs with the competencies that are looked for; those without any are left out.</summary>
    private static ImmutableArray<Ecq> EcqsOf(StoryBook book, bool isFundamental)
    {
        var framework = book.Framework.Value;
        return
        [
            .. framework.Ecqs
                .Where(ecq => ecq.IsFundamental == isFundamental)
                .Select(ecq => ecq with { Competencies = [.. ecq.Competencies.Where(each => !framework.WithoutRules.Contains(each.Id))] })
                .Where(ecq => !ecq.Competencies.IsEmpty),
        ];
    }

    private StoryPlan Plan(ImmutableArray<Ecq> fundamental)
    {
        var told = _solution.Bundles.SelectMany(bundle => bundle?.Stories ?? []).Order().ToImmutableArray();
        return new StoryPlan(
            _most,
            [.. _ecqs.Select((ecq, i) => Serve(ecq, i))],
            [.. fundamental.SelectMany(ecq => ecq.Competencies).Select(competency => Competency(competency.Id, told))],
            [.. Enumerable.Range(0, _stories.Length).Except(told).Select(story => LeaveOut(story, told))]);
    }

    private ServedEcq Serve(Ecq ecq, int number)
    {
        var stories = _solution.Bundles[number]?.Stories ?? [];
        var alone = _choice.Bundles[number].MaxBy(bundle => bundle.Worth);
        return new ServedEcq(
            ecq.Id,
            [
                .. stories
                    .Select(story => new ServingStory(story, PriceOf(BundleSolver.Solve(_choice.Without(story), _solution))))
                    .OrderByDescending(serving => ecq.Competencies.Sum(each => _stories[serving.Story].Find(each.Id)?.Strength ?? 0)),
            ],
            [.. ecq.Competencies.Select(competency => Competency(competency.Id, stories))],
            alone is null ? 0 : BundleMaker.PointsOf(alone.Worth, _premium),
            alone?.Stories ?? []);
    }

    private PlannedCompetency Competency(CompetencyId id, ImmutableArray<int> stories) => new(
        id,
        stories.Select(story => _rungs.JudgeStory(id, _stories[story].Story.Of(_drafts[_stories[story].Draft].Statements)))
            .DefaultIfEmpty(Rung.Absent).Max(),
        _maker.StrengthOf(id, stories),
        [
            .. Enumerable.Range(0, _stories.Length)
                .Where(story => _stories[story].Find(id) is not null)
                .OrderByDescending(story => _stories[story].Find(id)!.Strength),
        ]);

    private LeftOutStory LeaveOut(int story, ImmutableArray<int> told)
    {
        var servesSome = _choice.Bundles.Any(of => of.Any(bundle => bundle.Stories.Contains(story)));
        int? sameAs = _same.Where(same => same.First == story || same.Second == story)
            .Select(same => (int?)(same.First == story ? same.Second : same.First))
            .FirstOrDefault(other => told.Contains(other!.Value));
        return new LeftOutStory(
            story, servesSome ? PriceOf(BundleSolver.Solve(_choice.Favouring(story, _premium * (_ecqs.Length + 1)), _solution)) : null, sameAs);
    }

    /// <summary>What another plan has less than the best one.</summary>
    private PlanPrice PriceOf(Solution other)
    {
        var moves = new List<StrengthMove>();
        for (var i = 0; i < _ecqs.Length; i++)
        {
            var (now, then) = (_solution.Bundles[i]?.Stories ?? [], other.Bundles[i]?.Stories ?? []);
            moves.AddRange(_ecqs[i].Competencies
                .Select(competency => new StrengthMove(competency.Id, _maker.StrengthOf(competency.Id, now), _maker.StrengthOf(competency.Id, then))));
        }

        return new PlanPrice(
            moves.Sum(move => move.Lost),
            _solution.Bundles.Count(bundle => bundle is not null) - other.Bundles.Count(bundle => bundle is not null),
            [.. moves.Where(move => move.Lost != 0).OrderByDescending(move => Math.Abs(move.Lost))]);
    }
}
