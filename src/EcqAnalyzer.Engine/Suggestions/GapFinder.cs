using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>Finds what a draft leaves open. The sorts are the keys of <c>suggestions: priorities:</c> in the policy.</summary>
public static class GapFinder
{
    public const string TechnicalAbsent = "technical-absent";
    public const string EcqAbsent = "ecq-absent";
    public const string OwedAbsent = "owed-absent";
    public const string DutyOnly = "duty-only";
    public const string ClaimOnly = "claim-only";
    public const string ActionWithoutResult = "action-without-result";
    public const string ResultWithoutMeasure = "result-without-measure";
    public const string OwnPart = "own-part";
    public const string Scope = "scope";
    public const string StoryWithoutChallenge = "story-without-challenge";
    public const string Belief = "belief";
    public const string DutyLine = "duty-line";

    /// <summary>A story counts as told without its challenge only where nothing in it looks like one.</summary>
    private const double TraceOfChallenge = 0.15;

    /// <summary>Hours or days saved, which only many save.</summary>
    private const double TimeOfMany = 1000;

    private const int LongStory = 4;
    private const double SureType = 0.6;
    private const double SureDuty = 0.75;

    public static IEnumerable<Gap> Find(Analysis analysis, RungJudge rungs) =>
        OfEcqs(analysis)
            .Concat(OfCompetencies(analysis))
            .Concat(OfAccomplishments(analysis, rungs))
            .Concat(OfStories(analysis, rungs))
            .Concat(OfSentences(analysis));

    /// <summary>ECQs that the draft owes and of which nothing at all was found. A resume has no headings of them and owes every one; and
    /// so it does the technical qualifications of a vacancy, without which an application is read no further.</summary>
    private static IEnumerable<Gap> OfEcqs(Analysis analysis)
    {
        var (owed, framework) = (OwedIn(analysis), analysis.Framework.Value);
        foreach (var ecq in framework.Ecqs)
        {
            if (IsOwed(analysis, ecq, owed) && IsAbsent(analysis, ecq))
            {
                var isOfVacancy = framework.Base is not null && framework.OwnEcqs.Contains(ecq);
                yield return new Gap(isOfVacancy ? TechnicalAbsent : EcqAbsent, 1, null, ecq.Competencies[0], ecq);
            }
        }
    }

    private static HashSet<EcqId> OwedIn(Analysis analysis) =>
        analysis.Document.Sections.Select(section => section.Ecq).OfType<EcqId>().ToHashSet();

    private static bool IsOwed(Analysis analysis, Ecq ecq, HashSet<EcqId> owed) =>
        !ecq.IsFundamental && (owed.Contains(ecq.Id) || analysis.Kind.Value == DraftKind.Resume);

    /// <summary>Whether all its competencies were looked for and none was found.</summary>
    private static bool IsAbsent(Analysis analysis, Ecq ecq)
    {
        var absent = analysis.Competencies.Count(score => score.Rung == Rung.Absent && ecq.Competencies.Any(each => each.Id == score.Competency));
        return absent > 0 && absent == ecq.Competencies.Length;
    }

    private static IEnumerable<Gap> OfCompetencies(Analysis analysis)
    {
        var framework = analysis.Framework.Value;
        var owed = OwedIn(analysis);
        var shownIn = analysis.Ecqs.Where(ecq => ecq.Shown > 0).Select(ecq => ecq.Ecq).ToHashSet();
        foreach (var score in analysis.Competencies)
        {
            var competency = framework.FindCompetency(score.Competency.Name)!;
            var ecq = framework.FindEcqOf(score.Competency)!;
            switch (score.Rung)
            {
                case Rung.Duty when DutyOf(analysis, score) is { } duty:
                    yield return new Gap(DutyOnly, 0.7 + (0.3 * score.Duty / 100), duty.Sentence, competency, ecq);
                    break;
                case Rung.Claimed:
                    var claim = analysis.Statements.FirstOrDefault(statement => statement.Claimed.Contains(score.Competency));
                    yield return new Gap(ClaimOnly, claim is null ? 0.5 : 1, claim?.Sentence.Index, competency, ecq);
                    break;
                case Rung.Absent when IsOwed(analysis, ecq, owed) && IsAbsent(analysis, ecq):
                    break;
                case Rung.Absent when !ecq.IsFundamental && (owed.Contains(ecq.Id) || (owed.Count == 0 && shownIn.Contains(ecq.Id))):
                    yield return new Gap(OwedAbsent, owed.Contains(ecq.Id) ? 1 : 0.6, null, competency, ecq);
                    break;
            }
        }
    }

    /// <summary>The weightiest duty that is one where it stands too: of one that reads there as a deed nobody is told that it is none.</summary>
    private static Share? DutyOf(Analysis analysis, CompetencyScore score) => score.Shares.FirstOrDefault(
        share => share.Side == Side.Duty && analysis.Statements[share.Sentence].Type is not (StatementType.Action or StatementType.Result));

    /// <summary>Gaps of single accomplishments: of each sentence that carries a share, once, with the competency for which it
    /// carries most.</summary>
    private static IEnumerable<Gap> OfAccomplishments(Analysis analysis, RungJudge rungs)
    {
        foreach (var (id, share) in Carrying(analysis))
        {
            var statement = analysis.Statements[share.Sentence];
            var competency = analysis.Framework.Value.FindCompetency(id.Name);
            var gain = 0.6 + (0.4 * share.Points / 100);
            var outcomes = OutcomesOf(analysis, statement, rungs);
            if (statement.Person == Person.We || IsNobodys(analysis, statement, rungs))
            {
                yield return new Gap(OwnPart, gain, share.Sentence, competency, null);
            }

            if (outcomes.Count == 0)
            {
                yield return new Gap(ActionWithoutResult, gain, share.Sentence, competency, null);
            }
            else if (!outcomes.Exists(outcome => outcome.IsMeasured))
            {
                yield return new Gap(ResultWithoutMeasure, gain, outcomes[0].Statement.Sentence.Index, competency, null);
            }
            else if (outcomes.Exists(outcome => IsCounted(outcome.Statement)) && !StoryOf(analysis, statement).Any(TellsReach))
            {
                yield return new Gap(Scope, gain, share.Sentence, competency, null);
            }
        }
    }

    /// <summary>A result beside which no deed is told: "$14M saved. Three contracts ended."</summary>
    private static bool IsNobodys(Analysis analysis, Statement statement, RungJudge rungs) =>
        statement is { Type: StatementType.Result, Person: Person.None }
        && !StoryOf(analysis, statement).Any(rungs.TellsDeed);

    /// <summary>The statements of its story, or itself where it stands in none.</summary>
    private static ImmutableArray<Statement> StoryOf(Analysis analysis, Statement statement) =>
        analysis.Stories.FirstOrDefault(story => story.Statements.Contains(statement.Sentence.Index))?.Of(analysis.Statements) ?? [statement];

    /// <summary>The largest share of each sentence.</summary>
    private static IEnumerable<Carried> Carrying(Analysis analysis)
    {
        var largest = new Carried?[analysis.Statements.Length];
        foreach (var score in analysis.Competencies)
        {
            foreach (var share in score.Shares)
            {
                if (share.Side == Side.Accomplishment)
                {
                    var carried = new Carried(score.Competency, share);
                    largest[share.Sentence] = largest[share.Sentence] is { } other && !carried.IsBefore(other) ? other : carried;
                }
            }
        }

        return largest.OfType<Carried>();
    }

    private sealed record Carried(CompetencyId Competency, Share Share)
    {
        public bool IsBefore(Carried other) => Share.Points == other.Share.Points
            ? string.CompareOrdinal(Competency.Name, other.Competency.Name) < 0
            : Share.Points > other.Share.Points;
    }

    /// <summary>Whether a figure tells the outcome. A court's word or a rule that stands is no less for reaching no number of offices.</summary>
    private static bool IsCounted(Statement statement)
    {
        foreach (var measure in statement.Sentence.Measures)
        {
            if (measure.Sense is not (MeasureSense.Moment or MeasureSense.Aim))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence says how far it reached: its level, money, people, so many of something, the time that many save, or all of
    /// them.</summary>
    private static bool TellsReach(Statement statement)
    {
        foreach (var measure in statement.Sentence.Measures)
        {
            var isSize = measure.Kind is MeasureKind.Money or MeasureKind.Headcount
                || (measure is { Kind: MeasureKind.Number, Value: > 1 } && measure.Unit.Length > 0)
                || measure is { Kind: MeasureKind.Duration, Sense: MeasureSense.Saving, Value: >= TimeOfMany };
            if (isSize && measure.Sense != MeasureSense.Aim)
            {
                return true;
            }
        }

        return statement.Level is not null || TellsWhole(statement.Sentence);
    }

    /// <summary>"In use at every port", "across all offices".</summary>
    private static bool TellsWhole(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Lemma is "every" or "each" or "all" && tokens[i - 1].Pos == "ADP" && tokens[i + 1].Pos is "NOUN" or "PROPN" or "ADJ" or "DET")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence itself and what its story tells after it, as far as they say what came of it.</summary>
    private static List<Outcome> OutcomesOf(Analysis analysis, Statement statement, RungJudge rungs)
    {
        var index = statement.Sentence.Index;
        var outcomes = new List<Outcome>();
        foreach (var told in StoryOf(analysis, statement))
        {
            if (told.Sentence.Index == index && OutcomeOf(told, rungs) is { } own)
            {
                outcomes.Add(own);
            }
            else if (told.Sentence.Index > index && rungs.TellsResult(told))
            {
                outcomes.Add(new Outcome(told, told.Measured));
            }
        }

        if (outcomes.Count == 0 && ResultAfter(analysis, statement, rungs) is { } next)
        {
            outcomes.Add(new Outcome(next, next.Measured));
        }

        return outcomes;
    }

    /// <summary>In a resume every line is a story: a result that stands in the line below, and tells no deed of its own, may be what came of
    /// this one. Not asking costs less than asking for what stands there.</summary>
    private static Statement? ResultAfter(Analysis analysis, Statement statement, RungJudge rungs)
    {
        var index = statement.Sentence.Index + 1;
        if (index == analysis.Statements.Length || rungs.TellsDeed(analysis.Statements[index]))
        {
            return null;
        }

        var next = analysis.Statements[index];
        return next.Type == StatementType.Result || IsZero(next.Sentence) ? next : null;
    }

    /// <summary>"Zero losses in the two years after": headlines have no verb to know a result by.</summary>
    private static bool IsZero(Sentence sentence) => sentence.Tokens is [{ Lemma: "zero" }, _, _, ..];

    /// <summary>What the sentence itself says to have come of its deed. Where only its build tells that it does, nobody knows what it
    /// is, and no measure is missed.</summary>
    private static Outcome? OutcomeOf(Statement statement, RungJudge rungs)
    {
        var aftermath = rungs.TellsDeed(statement) ? Aftermath.Find(statement.Sentence) : null;
        return (rungs.TellsResult(statement), aftermath) switch
        {
            (false, null) => null,
            (false, _) => new Outcome(statement, IsMeasured: true),
            (true, null) => new Outcome(statement, statement.Measured),
            (true, { } told) => new Outcome(statement, statement.Measured || told.HasFigure(statement.Sentence)),
        };
    }

    /// <summary>A sentence that says what came of a deed, and whether a stranger could check it.</summary>
    private sealed record Outcome(Statement Statement, bool IsMeasured);

    private static IEnumerable<Gap> OfStories(Analysis analysis, RungJudge rungs)
    {
        foreach (var story in analysis.Stories)
        {
            var told = story.Of(analysis.Statements);
            var isProse = analysis.Kind.Value is not (DraftKind.Resume or DraftKind.Duties);
            var opensWithDeed = told[0].Type == StatementType.Action && told[0].Types.Action >= SureType;
            if (isProse && opensWithDeed && StandsFirst(analysis, told[0]) && told.Length >= LongStory && told.All(each => each.Types.Challenge < TraceOfChallenge))
            {
                yield return new Gap(StoryWithoutChallenge, Math.Min(1, told.Length / 8.0), told[0].Sentence.Index, null, null);
            }

            var deed = told.LastOrDefault(each => each.Type == StatementType.Action && each.Types.Action >= SureType);
            if (deed is not null && OutcomeOf(deed, rungs) is null && !told.Any(rungs.TellsResult) && ResultAfter(analysis, told[^1], rungs) is null)
            {
                yield return new Gap(ActionWithoutResult, isProse ? 0.6 : 0.5, deed.Sentence.Index, null, null);
            }
        }
    }

    /// <summary>Whether only a heading, or nothing, stands before the sentence in its section.</summary>
    private static bool StandsFirst(Analysis analysis, Statement statement)
    {
        var section = analysis.Document.Sections.First(section => section.Sentences.Any(each => each.Index == statement.Sentence.Index));
        var before = section.Sentences.LastOrDefault(each => each.Index < statement.Sentence.Index);
        return before is null || Places.IsHeading(analysis.Document, section, before);
    }

    /// <summary>Sentences that take room and show nothing: beliefs and self-praise, and lines of duties. The longest of each
    /// section first, since they take most room.</summary>
    private static IEnumerable<Gap> OfSentences(Analysis analysis)
    {
        foreach (var statement in analysis.Statements.Where(each => each.Person == Person.I))
        {
            var length = Math.Min(1, statement.Sentence.Tokens.Length / 30.0);
            if (statement.Type == StatementType.Other && statement.Types.Other >= SureType && !statement.Claimed.IsEmpty)
            {
                yield return new Gap(Belief, length, statement.Sentence.Index, null, null);
            }
            else if (statement.Type == StatementType.Duty && statement.Types.Duty >= SureDuty && analysis.Kind.Value != DraftKind.Duties)
            {
                yield return new Gap(DutyLine, length, statement.Sentence.Index, null, null);
            }
        }
    }
}
