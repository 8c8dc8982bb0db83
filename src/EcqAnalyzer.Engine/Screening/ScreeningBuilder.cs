using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Screening;

/// <summary>
/// START HERE: from the digests of a folder's drafts to what a coach sees of it. Clients are added one by one and only their
/// pictures are kept, so memory does not grow with what stands in the drafts. What comes out does not depend on the order in
/// which they were added.
/// </summary>
public sealed class ScreeningBuilder
{
    private const int MostChecks = 12;

    private readonly ScreeningPolicy _policy;
    private readonly Dictionary<string, Framework> _frameworks;
    private readonly Triage _triage;
    private readonly List<ClientPicture> _clients = [];
    private readonly List<ScreenedDraft> _notRead = [];
    private readonly Dictionary<string, CohortCounts> _cohorts = new(StringComparer.Ordinal);
    private int _drafts;

    public ScreeningBuilder(ScreeningPolicy policy, IEnumerable<Framework> frameworks)
    {
        _policy = policy;
        _frameworks = frameworks.ToDictionary(framework => framework.Id, StringComparer.Ordinal);
        _triage = new Triage(policy, id => _frameworks[id]);
    }

    /// <summary>Adds all drafts of one client, which is done once for each.</summary>
    public void Add(string client, IReadOnlyCollection<ScreenedDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var work = new ClientWork(client, drafts);
        var reasons = _triage.Judge(work);
        _drafts += drafts.Count;
        _notRead.AddRange(work.Drafts.Where(draft => draft.Fault is not null));
        _clients.Add(new ClientPicture(
            client,
            work.Latest?.Digest.Framework,
            work.Cells,
            [.. work.Drafts.Select(DraftOf)],
            reasons.Sum(reason => reason.Points),
            reasons,
            TrendOf(work)));
        if (work.Latest is { } latest)
        {
            if (!_cohorts.TryGetValue(latest.Digest.Framework, out var counts))
            {
                _cohorts[latest.Digest.Framework] = counts = new CohortCounts();
            }

            counts.Add(work);
        }
    }

    /// <summary><paramref name="engine"/> and <paramref name="rules"/> as in <see cref="Overview"/>.</summary>
    public Overview Build(string engine, string rules) => new(
        _drafts,
        [.. _clients.OrderByDescending(client => client.Points).ThenBy(client => client.Client, NaturalOrder.Instance)],
        [
            .. _cohorts.Select(cohort => cohort.Value.Build(_frameworks[cohort.Key], MostChecks))
                .OrderByDescending(cohort => cohort.Clients).ThenBy(cohort => cohort.Framework, StringComparer.Ordinal),
        ],
        [.. _notRead.OrderBy(draft => draft.Path, NaturalOrder.Instance)],
        _policy.Signs)
    {
        Engine = engine,
        Rules = rules,
    };

    private static ClientDraft DraftOf(ScreenedDraft draft) => new(
        draft.Path, draft.Digest?.Gradable.Status, draft.Digest?.Framework, draft.Digest?.Words ?? 0, draft.Reports);

    private static ImmutableArray<TrendPoint> TrendOf(ClientWork work) => work.Comparable is { Count: > 1 } states
        ? [.. states.Select(state => PointOf(state.Path, [.. state.Digest.Competencies.Where(each => state.Addressed.Contains(each.Ecq))]))]
        : [];

    private static TrendPoint PointOf(string path, List<CompetencyDigest> competencies) => new(
        path,
        competencies.Count(each => each.Rung >= Rung.Action),
        competencies.Count,
        competencies.Count == 0 ? 0 : competencies.Average(each => each.Accomplishment));

    /// <summary>What is counted over the clients of one framework.</summary>
    private sealed class CohortCounts
    {
        private readonly Dictionary<string, int[]> _byCompetency = new(StringComparer.Ordinal);
        private readonly Dictionary<string, CheckShare> _checks = new(StringComparer.Ordinal);
        private int _clients;

        public void Add(ClientWork work)
        {
            _clients++;
            foreach (var competency in work.Competencies)
            {
                if (!_byCompetency.TryGetValue(competency.Competency, out var counts))
                {
                    _byCompetency[competency.Competency] = counts = new int[3];
                }

                counts[competency.Rung >= Rung.Action ? 0 : competency.Rung > Rung.Absent ? 1 : 2]++;
            }

            foreach (var check in work.Speakers.Where(state => state.IsScored).SelectMany(state => state.Digest.Checks).DistinctBy(check => check.Check))
            {
                _checks[check.Check] = _checks.TryGetValue(check.Check, out var known)
                    ? known with { Clients = known.Clients + 1, Message = First(known.Message, check.Message) }
                    : new CheckShare(check.Check, check.Severity, 1, check.Message);
            }
        }

        public Cohort Build(Framework framework, int mostChecks) => new(
            framework.Id,
            _clients,
            [
                .. from ecq in framework.Ecqs
                   from competency in ecq.Competencies
                   where _byCompetency.ContainsKey(competency.Id.Name)
                   let counts = _byCompetency[competency.Id.Name]
                   select new CompetencyGap(competency.Id.Name, ecq.Id.Name, counts[0], counts[1], counts[2]),
            ],
            [
                .. _checks.Values.OrderByDescending(check => check.Clients).ThenByDescending(check => (int)check.Severity)
                    .ThenBy(check => check.Check, StringComparer.Ordinal).Take(mostChecks),
            ]);

        /// <summary>Of two messages the same one whatever came first.</summary>
        private static string First(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? one : other;
    }
}
