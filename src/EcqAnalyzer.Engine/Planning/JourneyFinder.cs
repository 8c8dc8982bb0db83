using System.Collections.Immutable;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>Finds where the evidence of each competency stands on the five levels, beside the level on which the map puts it. The
/// map is the framework <c>leadership-journey</c>: whoever has another changes that file.</summary>
public sealed class JourneyFinder
{
    public const string MapId = "leadership-journey";

    private readonly Dictionary<CompetencyId, ImmutableArray<Level>> _map = [];

    /// <summary>For drafts under <paramref name="framework"/>. Without the map among <paramref name="frameworks"/> nothing has a
    /// level on it.</summary>
    public JourneyFinder(Framework framework, ImmutableArray<Framework> frameworks)
    {
        ArgumentNullException.ThrowIfNull(framework);
        if (frameworks.FirstOrDefault(each => each.Id == MapId) is not { } map)
        {
            return;
        }

        foreach (var row in new CrosswalkFinder(frameworks).Find(framework, map).Rows)
        {
            var homes = framework.Id == MapId ? [row.From.Id] : row.Links.Select(link => link.To.Id);
            _map[row.From.Id] = [.. homes.Select(home => map.FindEcqOf(home)?.Level).OfType<Level>().Distinct().Order()];
        }
    }

    public ImmutableArray<Level> MapOf(CompetencyId competency) => _map.GetValueOrDefault(competency, []);

    public JourneyPlace Find(Analysis analysis, Competency competency, CompetencyScore score)
    {
        var (map, reached) = (MapOf(competency.Id), Reached(analysis, score));
        return new JourneyPlace(competency, map, reached?.Level, Stand(score, map, reached?.Level), reached?.Sentence)
        {
            IsByStory = reached is { IsByStory: true },
        };
    }

    private static JourneyStand Stand(CompetencyScore score, ImmutableArray<Level> map, Level? shown) =>
        score.Rung < Rung.Action ? JourneyStand.NotShown
        : shown is not { } level ? JourneyStand.NotTold
        : map.IsEmpty ? JourneyStand.OffMap
        : level < map[0] ? JourneyStand.Below
        : level > map[^1] ? JourneyStand.Above
        : JourneyStand.At;

    /// <summary>The highest level that the accomplishments tell; where they tell none, the highest that their stories tell, as the
    /// rungs have it: the setting tells the reach as well as the deed does, a duty does not.</summary>
    private static Reach? Reached(Analysis analysis, CompetencyScore score)
    {
        Reach? own = null, told = null;
        foreach (var share in score.Shares.Where(share => share.Side == Side.Accomplishment).OrderByDescending(share => share.Points))
        {
            own = Higher(own, analysis.Statements[share.Sentence].Level, share.Sentence, isByStory: false);
            var story = analysis.Stories.FirstOrDefault(each => each.Statements.Contains(share.Sentence));
            foreach (var each in story?.Of(analysis.Statements) ?? [])
            {
                var level = each.TypeAlone is StatementType.Duty or StatementType.Other ? null : each.Level;
                told = Higher(told, level, share.Sentence, isByStory: true);
            }
        }

        return own ?? told;
    }

    private static Reach? Higher(Reach? best, Level? level, int sentence, bool isByStory) =>
        level is { } reached && !(best?.Level >= reached) ? new Reach(reached, sentence, isByStory) : best;

    private sealed record Reach(Level Level, int Sentence, bool IsByStory);
}
