using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>
/// START HERE: makes an improvement plan of an analysis. Each competency that the draft sets out to tell is placed on the journey
/// (<see cref="JourneyFinder"/>), its gap is weighed (<see cref="GapWeigher"/>), and the first gaps get objectives, courses of the
/// user's catalog and questions to rehearse. A pure function: the same analysis and catalog give the same plan.
/// </summary>
public sealed class PlanMaker(PlanPolicy policy, Rehearsal rehearsal, ImmutableArray<Framework> frameworks)
{
    /// <summary>As <see cref="PlanCounts.Planned"/> says, or as many gaps as the user asked for get objectives.</summary>
    public ImprovementPlan Make(Analysis analysis, Catalog? catalog = null, int? planned = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var framework = analysis.Framework.Value;
        var plan = new ImprovementPlan(analysis, [], []) { Formula = policy.Formula, Terms = policy.Terms, Catalog = catalog };
        if (analysis.Gradable.Status != GradableStatus.Ok || framework.IsVocabularyOnly)
        {
            return plan;
        }

        var (told, journey) = (ToldBy(analysis), new JourneyFinder(framework, frameworks));
        var scored = analysis.Competencies.Select(score => Placed(analysis, journey, score)).ToList();
        var reach = scored.Max(each => each.Place.Shown) ?? Level.Programs;
        var words = new PlanWords(policy, rehearsal, analysis);
        var weigher = new GapWeigher(policy, words, analysis, reach);
        // Sorting is stable: of equal weights, the order of the framework.
        var gaps = scored.Where(each => told.Contains(each.Ecq.Id)).Select(each => (each.Place, Gap: weigher.Find(each.Ecq, each.Place, each.Score)))
            .Where(each => each.Gap is not null).OrderByDescending(each => each.Gap!.Weight).ToList();
        var (full, turns) = (planned ?? policy.Counts.Planned, new int[policy.Objectives.Length]);
        return plan with
        {
            Journey = [.. scored.Where(each => told.Contains(each.Ecq.Id) || each.Score.Rung >= Rung.Action).Select(each => each.Place)],
            Gaps = [.. gaps.Select((each, i) => i < full ? Planned(each.Gap!, words, catalog, each.Place, turns[(int)each.Gap!.Sort]++) : each.Gap!)],
            OutsideDraft = [.. framework.Ecqs.Where(ecq => !told.Contains(ecq.Id))],
        };
    }

    private static Scored Placed(Analysis analysis, JourneyFinder journey, CompetencyScore score)
    {
        var framework = analysis.Framework.Value;
        var competency = framework.FindCompetency(score.Competency.Name)!;
        return new Scored(framework.FindEcqOf(score.Competency)!, journey.Find(analysis, competency, score), score);
    }

    /// <summary>The ECQs that the draft sets out to tell: a resume all, a narrative with headings those it has headings for, a
    /// story those of which it shows something. Fundamental competencies always: they are judged over the whole.</summary>
    private static HashSet<EcqId> ToldBy(Analysis analysis)
    {
        var all = analysis.Framework.Value.Ecqs;
        var headed = analysis.Document.Sections.Select(section => section.Ecq).OfType<EcqId>().ToHashSet();
        bool IsTold(Ecq ecq) => analysis.Kind.Value switch
        {
            DraftKind.Resume or DraftKind.Duties => true,
            DraftKind.Story => headed.Contains(ecq.Id) || analysis.Ecqs.Any(score => score.Ecq == ecq.Id && score.Shown > 0),
            _ => headed.Count == 0 || headed.Contains(ecq.Id),
        };
        return all.Where(ecq => ecq.IsFundamental || IsTold(ecq)).Select(ecq => ecq.Id).ToHashSet();
    }

    private PlannedGap Planned(PlannedGap gap, PlanWords words, Catalog? catalog, JourneyPlace place, int turn)
    {
        var templates = policy.Objectives[(int)gap.Sort].ByTerm;
        var rehearsed = words.RehearsedFor(gap.Competency);
        var isThin = gap.Score.Rung < Rung.Result || gap.Score.NeedsReader;
        return gap with
        {
            Objectives = [.. policy.Terms.Select(term => new Objective(term.Term, words.Fill(Wording(templates[(int)term.Term], turn), gap, place.Shown)))],
            Evidence = rehearsed.Evidence,
            Courses = catalog is null ? [] : Recommended(gap, catalog),
            Questions = isThin
                ? [.. rehearsed.Questions.Where(question => question.Length > 0).Take(policy.Counts.Rehearsed)]
                : [],
        };
    }

    /// <summary>Of the catalog's entries for the competency, first those at the level aimed at, then those for every level; of
    /// equals the shorter, then the one that stands first.</summary>
    private ImmutableArray<CatalogEntry> Recommended(PlannedGap gap, Catalog catalog) =>
    [
        .. catalog.Entries
            .Where(entry => entry.Competency == gap.Competency.Id)
            .OrderBy(entry => entry.Level == gap.Aim ? 0 : entry.Level is null ? 1 : 2)
            .ThenBy(entry => entry.Hours ?? double.MaxValue)
            .ThenBy(entry => entry.Line)
            .Take(policy.Counts.Recommended),
    ];

    private static string Wording(ImmutableArray<string> wordings, int turn) => wordings[turn % wordings.Length];

    private sealed record Scored(Ecq Ecq, JourneyPlace Place, CompetencyScore Score);
}
