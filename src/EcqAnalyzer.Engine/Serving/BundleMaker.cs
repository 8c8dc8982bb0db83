using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>
/// Makes the bundles of stories that could serve an ECQ, with their worth: the strengths of its competencies by the stories
/// together, in quarters of a point, and for the first story a premium that no strengths outweigh, so that as many ECQs as
/// possible are served.
/// </summary>
internal sealed class BundleMaker
{
    private const int QuartersOfPoint = 4;

    private readonly StoryReader _reader;
    private readonly ImmutableArray<ToldStory> _stories;
    private readonly HashSet<(int, int)> _same;
    private readonly Dictionary<CompetencyId, List<StrengthPart>[]> _parts = [];

    public BundleMaker(StoryReader reader, ImmutableArray<Analysis> drafts, ImmutableArray<ToldStory> stories, ImmutableArray<SameStory> same)
    {
        (_reader, _stories) = (reader, stories);
        _same = [.. same.Select(each => (each.First, each.Second))];
        var told = stories.Select(story => story.Story.Of(drafts[story.Draft].Statements)).ToList();
        foreach (var competency in stories.SelectMany(story => story.Shows).Select(shown => shown.Competency).Distinct())
        {
            _parts.Add(competency, [.. told.Select(statements => reader.PartsOf(statements, competency))]);
        }
    }

    /// <summary>More than all strengths of a framework together.</summary>
    public static long PremiumOf(IEnumerable<Ecq> ecqs) => 1 + 100L * QuartersOfPoint * ecqs.Sum(ecq => ecq.Competencies.Length);

    public static double PointsOf(long worth, long premium) => (double)(worth % premium) / QuartersOfPoint;

    /// <summary>The strength of a competency by some stories together.</summary>
    public double StrengthOf(CompetencyId competency, IEnumerable<int> stories) => _parts.TryGetValue(competency, out var parts)
        ? _reader.StrengthOf(stories.SelectMany(story => parts[story]))
        : 0;

    /// <summary>Every bundle of at most so many stories that each show a competency of the ECQ and add to it; of stories that
    /// tell one deed, one.</summary>
    public ImmutableArray<Bundle> Make(Ecq ecq, int most, long premium)
    {
        var candidates = Enumerable.Range(0, _stories.Length)
            .Where(story => ecq.Competencies.Any(competency => _stories[story].Find(competency.Id) is not null))
            .ToList();
        var bundles = ImmutableArray.CreateBuilder<Bundle>();
        var whole = new List<Bundle> { new([], premium) };
        for (var size = 1; size <= most && whole.Count > 0; size++)
        {
            whole = [.. whole.SelectMany(bundle => candidates.Select(story => Extend(bundle, story, ecq, premium))).OfType<Bundle>()];
            bundles.AddRange(whole);
        }

        return bundles.ToImmutable();
    }

    /// <summary>Null where the story stands before the bundle's last, tells what is in it, or adds nothing.</summary>
    private Bundle? Extend(Bundle bundle, int story, Ecq ecq, long premium)
    {
        if (bundle.Stories.Length > 0 && (bundle.Stories[^1] >= story || bundle.Stories.Any(other => _same.Contains((other, story)))))
        {
            return null;
        }

        var stories = bundle.Stories.Add(story);
        var worth = premium + ecq.Competencies.Sum(competency => (long)(QuartersOfPoint * StrengthOf(competency.Id, stories)));
        return worth > bundle.Worth || bundle.Stories.IsEmpty ? new Bundle(stories, worth) : null;
    }
}
