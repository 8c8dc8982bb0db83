using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Screening;

/// <summary>Why to open a client early: looks for each sign of <c>rules/uses/screen.yaml</c> and counts its points.</summary>
internal sealed class Triage(ScreeningPolicy policy, Func<string, Framework> frameworks)
{
    /// <summary>Names that are told; the rest is a number.</summary>
    private const int MostNames = 4;

    public ImmutableArray<TriageReason> Judge(ClientWork work) =>
    [
        .. from sign in policy.Signs
           let things = ThingsOf(sign.Id, work)
           where things.Count > 0
           select new TriageReason(sign.Id, sign.Points * Math.Min(things.Count, sign.Most), Say(sign.Says, things)),
    ];

    private List<string> ThingsOf(string sign, ClientWork work) => sign switch
    {
        SignIds.Unreadable => [.. work.Drafts.Where(draft => draft.Fault is not null).Select(draft => NameOf(draft.Path))],
        SignIds.NoScore =>
        [
            .. work.Speakers.Where(state => state.Digest.Gradable.Status != GradableStatus.Ok)
                .Select(state => $"{NameOf(state.Path)} ({state.Digest.Gradable.Reason})"),
        ],
        SignIds.Blocks =>
        [
            .. work.Speakers.SelectMany(state => state.Digest.Checks)
                .Where(check => check.Severity == Severity.Blocks).Select(check => check.Message).Distinct(StringComparer.Ordinal),
        ],
        SignIds.Fell => Fallen(work),
        SignIds.Nothing => EcqsWhere(work, ecq => ecq.Shown == 0),
        SignIds.Duties => EcqsWhere(work, ecq => ecq.Shown > 0 && ecq.Duty > ecq.Accomplishment),
        SignIds.Claims => CompetenciesWhere(work, competency => competency.Rung == Rung.Claimed),
        SignIds.Look => CompetenciesWhere(work, competency => competency is { NeedsReader: true, Rung: > Rung.Claimed }),
        _ => throw new ArgumentException($"No sign is called {sign}.", nameof(sign)),
    };

    private List<string> Fallen(ClientWork work)
    {
        if (work.Comparable is not [.., var before, var latest])
        {
            return [];
        }

        var rungs = before.Digest.Ecqs.ToDictionary(ecq => ecq.Ecq, ecq => ecq.Rung, StringComparer.Ordinal);
        return
        [
            .. latest.Digest.Ecqs.Where(ecq => ecq.IsAddressed && ecq.Rung < rungs.GetValueOrDefault(ecq.Ecq))
                .Select(ecq => EcqName(latest.Digest.Framework, ecq.Ecq)),
        ];
    }

    private List<string> EcqsWhere(ClientWork work, Func<EcqDigest, bool> holds) =>
        [.. work.Cells.Select(cell => work.FindEcq(cell.Ecq)).OfType<EcqDigest>().Where(holds).Select(ecq => EcqName(work.Latest!.Digest.Framework, ecq.Ecq))];

    private List<string> CompetenciesWhere(ClientWork work, Func<CompetencyDigest, bool> holds) =>
    [
        .. work.Competencies.Where(holds).Select(
            each => frameworks(work.Latest!.Digest.Framework).FindCompetency(each.Competency)?.Name ?? each.Competency),
    ];

    private string EcqName(string framework, string ecq) => frameworks(framework).Ecqs.FirstOrDefault(each => each.Id.Name == ecq)?.Name ?? ecq;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Say(string says, List<string> things)
    {
        var named = string.Join(", ", things.Take(MostNames)) + (things.Count > MostNames ? $" and {things.Count - MostNames} more" : "");
        return says
            .Replace("{n}", things.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{what}", named, StringComparison.Ordinal);
    }
}
