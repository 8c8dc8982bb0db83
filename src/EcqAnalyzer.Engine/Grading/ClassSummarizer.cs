using System.Collections.Immutable;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Puts together what a class shows: distributions, what is missed, examples, a next exercise, drafts that are near each
/// other, and how far the proposals and the markers agree.</summary>
public sealed class ClassSummarizer(GradingPolicy policy, AgreementPolicy agreement, ComparingPolicy comparing)
{
    private const int FocusOfNext = 2;

    public GradedClass Summarize(Exercise exercise, ImmutableArray<GradedDraft> drafts, ImmutableArray<Grade> grades)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var bare = new GradedClass(exercise, drafts, new GradeBook(grades), [], [], [], new ClassSummary([], [], [], [], new NextExercise([], null, "")));
        var parts = exercise.Task.Parts
            .Select(part => new PartCount(part, drafts.Count(draft => draft.PartsTold.Contains(part)), drafts.Length)).ToImmutableArray();
        var competencies = exercise.Task.Competencies
            .Select(competency => new CompetencyCount(competency, drafts.Count(draft => IsEvident(bare, draft, competency)), drafts.Length))
            .OrderBy(count => count.Evident).ThenBy(count => SumOfLevels(bare, count.Competency)).ToImmutableArray();
        var markers = grades.Where(grade => grade.Level is not null).Select(grade => grade.Marker).Distinct()
            .OrderBy(marker => marker != Markers.Trainer).ThenBy(marker => marker, StringComparer.Ordinal).ToImmutableArray();
        return bare with
        {
            NearIdentical = new NearIdenticalFinder(policy, comparing).Find(drafts),
            MachineWithTrainer = Study(bare, [Markers.Program, Markers.Trainer]),
            AmongMarkers = markers.Length < 2 ? [] : Study(bare, markers),
            Summary = new ClassSummary(
                [.. exercise.Rubric.Criteria.Select(criterion => Distribute(criterion, bare))],
                parts,
                competencies,
                PickExamples(drafts),
                Next(competencies, parts)),
        };
    }

    /// <summary>Of each sort of criterion, then of all together. Units stand in the order of the sheet.</summary>
    private ImmutableArray<AgreementStudy> Study(GradedClass graded, ImmutableArray<string> markers)
    {
        var finder = new AgreementFinder(agreement);
        var criteria = graded.Exercise.Rubric.Criteria;
        var given = graded.Book.All.Where(grade => grade.Level is not null)
            .GroupBy(grade => (grade.Participant, grade.Criterion, grade.Marker))
            .ToDictionary(group => group.Key, group => (double?)group.First().Level);
        return
        [
            Of("all criteria", criteria),
            .. criteria.GroupBy(criterion => criterion.Id).Select(group => Of(group.First().Name, [.. group])),
        ];

        AgreementStudy Of(string name, ImmutableArray<Criterion> some)
        {
            var units = graded.Drafts.SelectMany(draft => draft.Proposals
                    .Where(proposal => some.Contains(proposal.Criterion))
                    .Select(proposal => markers.Select(marker => LevelBy(marker, draft, proposal)).ToImmutableArray()))
                .ToImmutableArray();
            return finder.Study(name, new Ratings(markers, units), graded.Exercise.Rubric.Highest);
        }

        double? LevelBy(string marker, GradedDraft draft, Proposal proposal) => marker == Markers.Program
            ? proposal.Level
            : given.GetValueOrDefault((draft.Participant, proposal.Criterion.Id, marker));
    }

    private static Distribution Distribute(Criterion criterion, GradedClass graded)
    {
        var (proposed, decided) = (new int[criterion.Levels.Length], new int[criterion.Levels.Length]);
        foreach (var draft in graded.Drafts)
        {
            if (draft.Proposals.First(proposal => proposal.Criterion == criterion).Level is { } level)
            {
                proposed[level]++;
            }

            if (graded.Book.FindStanding(draft.Participant, criterion.Id)?.Level is { } stands && stands < decided.Length)
            {
                decided[stands]++;
            }
        }

        return new Distribution(criterion, [.. proposed], [.. decided]);
    }

    /// <summary>The clearest of each sort, from different drafts where there are enough.</summary>
    private ImmutableArray<ClassExample> PickExamples(ImmutableArray<GradedDraft> drafts)
    {
        var (picked, used) = (ImmutableArray.CreateBuilder<ClassExample>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var words in policy.Examples)
        {
            var best = drafts.SelectMany(draft => draft.Examples.Where(example => example.Sort == words.Sort).Select(example => (draft.Participant, Example: example)))
                .OrderBy(each => used.Contains(each.Participant)).ThenByDescending(each => each.Example.Clearness).ThenBy(each => each.Participant, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Example is not null)
            {
                used.Add(best.Participant);
                picked.Add(new ClassExample(words.Name, best.Example.Words, words.Ask));
            }
        }

        return picked.ToImmutable();
    }

    /// <summary>The competencies that fewest show, and the part of a story that fewest tell.</summary>
    private NextExercise Next(ImmutableArray<CompetencyCount> competencies, ImmutableArray<PartCount> parts)
    {
        var missed = parts.Where(part => part.Told < part.Of).MinBy(part => part.Told)?.Part;
        return new NextExercise(
            [.. competencies.Take(FocusOfNext).Select(count => count.Competency)],
            missed,
            missed is null ? policy.NextWhereNoneIsMissed : policy.Next.First(next => next.Part == missed).Task);
    }

    private bool IsEvident(GradedClass graded, GradedDraft draft, Competency competency) =>
        LevelsOf(graded, draft, competency).Any(level => level >= policy.Evident);

    /// <summary>Of competencies that are evident in as many drafts, the one that the class shows less.</summary>
    private static int SumOfLevels(GradedClass graded, Competency competency) =>
        graded.Drafts.Sum(draft => LevelsOf(graded, draft, competency).Sum() ?? 0);

    private static IEnumerable<int?> LevelsOf(GradedClass graded, GradedDraft draft, Competency competency) => draft.Proposals
        .Where(proposal => proposal.Criterion.Competency?.Id == competency.Id)
        .Select(proposal => graded.Book.FindStanding(draft.Participant, proposal.Criterion.Id)?.Level ?? proposal.Level);
}
