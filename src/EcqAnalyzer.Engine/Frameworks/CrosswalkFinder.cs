using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Follows what competencies say of each other (<c>takes</c>, <c>descends</c>, <c>partly</c>) from one framework to
/// another: at once where one of the two names the other, else by way of <c>opm-2006</c>, to which every framework
/// says how it stands.</summary>
public sealed class CrosswalkFinder
{
    private const string Hub = "opm-2006";

    private readonly Dictionary<CompetencyId, List<Tie>> _ties = [];

    public CrosswalkFinder(ImmutableArray<Framework> frameworks)
    {
        foreach (var competency in frameworks.SelectMany(framework => framework.OwnEcqs).SelectMany(ecq => ecq.Competencies))
        {
            Join(competency, competency.Takes, isWhole: true);
            Join(competency, competency.Descends, isWhole: true);
            Join(competency, competency.Partly, isWhole: false);
        }
    }

    public Crosswalk Find(Framework from, Framework to)
    {
        var met = new HashSet<CompetencyId>();
        var rows = ImmutableArray.CreateBuilder<CrosswalkRow>();
        foreach (var ecq in from.Ecqs)
        {
            foreach (var competency in ecq.Competencies)
            {
                var links = LinksOf(ecq, competency, to);
                met.UnionWith(links.Select(link => link.To.Id));
                rows.Add(new CrosswalkRow(competency, links));
            }
        }

        return new Crosswalk(from, to, rows.ToImmutable()) { New = [.. to.Competencies.Where(competency => !met.Contains(competency.Id))] };
    }

    /// <summary>In the order of <paramref name="to"/>; where two ways lead to a competency, the whole one counts.</summary>
    private ImmutableArray<CrosswalkLink> LinksOf(Ecq fromEcq, Competency from, Framework to)
    {
        var reached = new Dictionary<CompetencyId, bool>();
        foreach (var tie in TiesOf(from.Id))
        {
            Reach(tie.To, tie.IsWhole);
            foreach (var further in tie.To.Framework == Hub ? TiesOf(tie.To) : [])
            {
                Reach(further.To, tie.IsWhole && further.IsWhole);
            }
        }

        var links = ImmutableArray.CreateBuilder<CrosswalkLink>();
        foreach (var ecq in to.Ecqs)
        {
            foreach (var competency in ecq.Competencies)
            {
                if (reached.TryGetValue(competency.Id, out var isWhole))
                {
                    var isInPlace = ecq.Id.Name == fromEcq.Id.Name && competency.Name == from.Name;
                    links.Add(new CrosswalkLink(competency, !isWhole ? Fit.Partly : isInPlace ? Fit.Same : Fit.Moved));
                }
            }
        }

        return links.ToImmutable();

        void Reach(CompetencyId id, bool isWhole)
        {
            if (id.Framework == to.Id)
            {
                reached[id] = isWhole || reached.GetValueOrDefault(id);
            }
        }
    }

    private List<Tie> TiesOf(CompetencyId id) => _ties.GetValueOrDefault(id) ?? [];

    private void Join(Competency competency, ImmutableArray<CompetencyId> others, bool isWhole)
    {
        foreach (var other in others)
        {
            Add(competency.Id, new Tie(other, isWhole));
            Add(other, new Tie(competency.Id, isWhole));
        }
    }

    private void Add(CompetencyId of, Tie tie)
    {
        if (!_ties.TryGetValue(of, out var ties))
        {
            _ties.Add(of, ties = []);
        }

        ties.Add(tie);
    }

    private sealed record Tie(CompetencyId To, bool IsWhole);
}
