using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Stories;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>
/// Counts in an analysed draft what rubrics ask for. Facts of a competency are counted on the sentences that show it and on the
/// stories these stand in; facts of the draft on all of it. The words for each stand in <c>rules/uses/grading.yaml</c>.
/// </summary>
public sealed class FactFinder(GradingPolicy policy, ExerciseTask task, Analysis analysis)
{
    private const string Rungs = "rung", OwnActions = "own-actions", Challenges = "challenges", Results = "results",
        MeasuredResults = "measured-results", Baselines = "baselines", Reach = "reach", PartsInStory = "parts",
        FullStories = "full-stories", AllFull = "all-full", Kept = "kept", Clean = "clean";

    /// <summary>Facts that a criterion of a competency may ask for.</summary>
    public static ImmutableArray<string> OfCompetency { get; } = [Rungs, OwnActions, Challenges, Results, MeasuredResults, Baselines, Reach];

    /// <summary>Facts that a criterion of the whole draft may ask for.</summary>
    public static ImmutableArray<string> OfDraft { get; } =
        [OwnActions, Challenges, Results, MeasuredResults, Baselines, Reach, PartsInStory, FullStories, AllFull, Kept, Clean];

    /// <summary>Words of the draft, as a person counts them.</summary>
    public int WordCount { get; } = analysis.Document.Draft.CountWords();

    public ImmutableArray<Fact> Find(Competency? competency) => competency is null ? FindOfDraft() : FindOf(competency.Id);

    /// <summary>The parts asked for that the fullest story tells.</summary>
    public ImmutableArray<StatementType> FindPartsTold() =>
        analysis.Stories.Select(PartsOf).DefaultIfEmpty([]).MaxBy(parts => parts.Length);

    private ImmutableArray<Fact> FindOf(CompetencyId id)
    {
        var score = analysis.Competencies.FirstOrDefault(score => score.Competency == id);
        var shown = (score?.Shares ?? []).Where(share => share.Side == Side.Accomplishment)
            .OrderByDescending(share => share.Points).Select(share => share.Sentence).Distinct().ToList();
        var spoken = shown.Count > 0 ? shown : Spoken(id, score);
        var around = analysis.Stories.Where(story => story.Statements.Any(shown.Contains)).SelectMany(story => story.Statements)
            .Concat(shown).Distinct().Order().ToList();
        return
        [
            Count(Rungs, (int)(score?.Rung ?? Rung.Absent), spoken),
            Count(OwnActions, shown.Where(IsOwnAction)),
            .. CountAround(around),
        ];
    }

    private ImmutableArray<Fact> FindOfDraft()
    {
        var all = Enumerable.Range(0, analysis.Statements.Length).ToList();
        var full = analysis.Stories.Where(story => PartsOf(story).Length == task.Parts.Length).ToList();
        var fullest = analysis.Stories.MaxBy(story => PartsOf(story).Length);
        var told = fullest is null ? [] : SentencesOf(fullest);
        return
        [
            Count(OwnActions, all.Where(IsOwnAction)),
            .. CountAround(all),
            Count(PartsInStory, fullest is null ? 0 : PartsOf(fullest).Length, told),
            Count(FullStories, full.Count, full.SelectMany(SentencesOf)),
            Count(AllFull, full.Count >= task.Stories ? 1 : 0, full.SelectMany(SentencesOf)),
            CountKept(),
            Count(Clean, analysis.Findings.Any(finding => finding.Severity >= Severity.Weakens) ? 0 : 1, []),
        ];
    }

    private IEnumerable<Fact> CountAround(List<int> sentences)
    {
        yield return Count(Challenges, sentences.Where(each => TypeOf(each) == StatementType.Challenge));
        yield return Count(Results, sentences.Where(IsResult));
        yield return Count(MeasuredResults, sentences.Where(each => IsResult(each) && analysis.Statements[each].Measured));
        yield return Count(Baselines, sentences.Where(each => IsResult(each) && HasBaseline(each)));
        var reach = sentences.Where(each => analysis.Statements[each].Level is not null && TypeOf(each) is not (StatementType.Duty or StatementType.Other))
            .GroupBy(each => analysis.Statements[each].Level!.Value).MaxBy(group => group.Key);
        yield return Count(Reach, reach is null ? 0 : (int)reach.Key + 1, reach ?? Enumerable.Empty<int>());
    }

    private Fact CountKept()
    {
        var isLong = WordCount >= (task.LeastWords ?? 0) && WordCount <= (task.MostWords ?? int.MaxValue);
        var hasStories = analysis.Stories.Length >= task.Stories;
        var blocks = analysis.Findings.Count(finding => finding.Severity == Severity.Blocks);
        var (least, most) = (Say(task.LeastWords), Say(task.MostWords));
        var asked = (least, most) switch
        {
            (null, null) => "",
            (_, null) => $" (at least {least})",
            (null, _) => $" (at most {most})",
            _ => $" ({least} to {most})",
        };
        return new Fact(
            Kept,
            (isLong ? 1 : 0) + (hasStories ? 1 : 0) + (blocks == 0 ? 1 : 0),
            [],
            $"{Words.Say(WordCount, "word", "words")}{asked}, {Words.Say(analysis.Stories.Length, "story", "stories")} of {task.Stories} asked for, {blocks} of the checks that block a draft");

        static string? Say(int? words) => words?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where a competency is only named, or told as a duty.</summary>
    private List<int> Spoken(CompetencyId id, CompetencyScore? score) =>
    [
        .. (score?.Shares ?? []).Select(share => share.Sentence),
        .. analysis.Statements.Where(statement => statement.Claimed.Contains(id)).Select(statement => statement.Sentence.Index),
    ];

    private ImmutableArray<StatementType> PartsOf(Story story) =>
        [.. task.Parts.Where(part => story.Statements.Any(each => StoryParts.Told(analysis.Statements[each], part) >= LeastOf(part)))];

    private double LeastOf(StatementType part) =>
        part is StatementType.Challenge or StatementType.Context ? policy.PartTold.Setting : policy.PartTold.Deed;

    /// <summary>The surest sentence of each part.</summary>
    private IEnumerable<int> SentencesOf(Story story) =>
        PartsOf(story).Select(part => story.Statements.MaxBy(each => StoryParts.Told(analysis.Statements[each], part)));

    private StatementType TypeOf(int sentence) => analysis.Statements[sentence].Type;

    private bool IsOwnAction(int sentence) => TypeOf(sentence) is StatementType.Action or StatementType.Result
        && (analysis.Statements[sentence].Person == Person.I || analysis.Document.Sentences[sentence].Clause.SubjectKind == SubjectKind.Dropped);

    private bool IsResult(int sentence) => TypeOf(sentence) == StatementType.Result
        || (TypeOf(sentence) == StatementType.Action && analysis.Statements[sentence].Measured);

    private bool HasBaseline(int sentence)
    {
        foreach (var measure in analysis.Document.Sentences[sentence].Measures)
        {
            // "By 40 percent" holds its baseline, "by 40 claims" does not.
            if (measure.From is not null || (measure.IsDifference && measure.Kind is MeasureKind.Percent or MeasureKind.Share or MeasureKind.Factor))
            {
                return true;
            }
        }

        return false;
    }

    private Fact Count(string id, IEnumerable<int> sentences)
    {
        ImmutableArray<int> found = [.. sentences];
        return Count(id, found.Length, found);
    }

    private Fact Count(string id, double value, IEnumerable<int> sentences) => new(
        id,
        value,
        [.. sentences.Distinct()],
        policy.FactOf(id).Says.Replace("{n}", value.ToString("0.##", CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
