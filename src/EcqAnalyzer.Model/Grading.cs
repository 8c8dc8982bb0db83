using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>Something a draft holds, counted so that more is better. <see cref="Sentences"/> are those it was counted on,
/// <see cref="Says"/> tells it in words.</summary>
public sealed record Fact(string Id, double Value, ImmutableArray<int> Sentences, string Says);

/// <summary>What the program proposes for a criterion of one draft, with reasons. It is never a grade: that is a person's.
/// <see cref="Level"/> is null where the draft could not be judged; <see cref="ByRubric"/> is what the rubric alone gives, where
/// a fit to the trainer's own grades moved it. <see cref="Raise"/> are questions whose answers would bring the next
/// level.</summary>
public sealed record Proposal(
    Criterion Criterion,
    int? Level,
    int? ByRubric,
    string Because,
    ImmutableArray<Quotation> Support,
    ImmutableArray<ImmutableArray<string>> RaiseFrom,
    ImmutableArray<Fact> Facts)
{
    /// <summary>The questions that would raise the proposed level.</summary>
    public ImmutableArray<string> Raise => Level is { } level ? RaiseFrom[level] : [];

    /// <summary>The evidence disagrees or is thin: a person should look before agreeing.</summary>
    public bool NeedsReader { get; init; }
}

/// <summary>Words of a draft and the number of their sentence.</summary>
public sealed record Quotation(int Sentence, string Words);

/// <summary>A draft of somebody who takes part, with what is proposed for each criterion, in the rubric's order.</summary>
public sealed record GradedDraft(
    string Participant, string File, Document Document, int Words, ImmutableArray<Proposal> Proposals)
{
    /// <summary>The parts of a story that the fullest story of the draft tells.</summary>
    public ImmutableArray<StatementType> PartsTold { get; init; } = [];

    /// <summary>Sentences worth a talk in class, likeliest first.</summary>
    public ImmutableArray<Example> Examples { get; init; } = [];
}

/// <summary>A sentence to discuss in class, without the names in it. <see cref="Sort"/> says what it is an example of.</summary>
public sealed record Example(string Sort, string Words, double Clearness);

/// <summary>A grade: the level that a person decided on; null where only a reason is written yet. <see cref="Row"/> is where it
/// stands in the sheet, from 1.</summary>
public sealed record Grade(string Participant, string Criterion, string Marker, int? Level, string Reason, string Sheet, int Row)
{
    /// <summary>It stands in the sheet that the program writes anew, and not in one that a marker keeps.</summary>
    public bool IsInMainSheet { get; init; }
}

/// <summary>Two drafts that share most of the words that the class does not share. <see cref="Share"/> is of the shorter one, 0
/// to 1; <see cref="SameSentences"/> stand in both, as they are or nearly, of <see cref="Sentences"/> of the shorter.</summary>
public sealed record NearIdentical(string One, string Other, double Share, int SameSentences, int Sentences);

/// <summary>Everything that is known of a class after a run. Drafts are in order of participant; grades of participants whose
/// draft is gone are kept.</summary>
public sealed record GradedClass(
    Exercise Exercise,
    ImmutableArray<GradedDraft> Drafts,
    GradeBook Book,
    ImmutableArray<NearIdentical> NearIdentical,
    ImmutableArray<AgreementStudy> MachineWithTrainer,
    ImmutableArray<AgreementStudy> AmongMarkers,
    ClassSummary Summary)
{
    /// <summary>Files and folders that could not be read, each with what is wrong.</summary>
    public ImmutableArray<Diagnostic> Failed { get; init; } = [];

    /// <summary>The program, rules and models by which the drafts were judged; null where none could be read.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>A code for each participant where names are blinded, else empty.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The name that reports print: the participant's own, or the code.</summary>
    public string Show(string participant) => Codes.GetValueOrDefault(participant, participant);

    /// <summary>What was learned from the trainer's grades; null where nothing was.</summary>
    public LearnedRubric? Learned { get; init; }
}

/// <summary>All grades that were given, by whomever.</summary>
public sealed class GradeBook(ImmutableArray<Grade> all)
{
    private readonly ILookup<(string Participant, string Criterion), Grade> _given =
        all.Where(grade => grade.Level is not null).ToLookup(grade => (grade.Participant, grade.Criterion));

    public ImmutableArray<Grade> All => all;

    /// <summary>The grades of one criterion of one draft, in the order in which they were read.</summary>
    public IEnumerable<Grade> Of(string participant, string criterion) => _given[(participant, criterion)];

    /// <summary>The grade that stands: what the trainer decided, else what all other markers agree on; null while it is
    /// open.</summary>
    public Grade? FindStanding(string participant, string criterion)
    {
        var given = Of(participant, criterion).ToList();
        return given.Find(grade => grade.Marker == Markers.Trainer)
            ?? (given.Count > 0 && given.TrueForAll(grade => grade.Level == given[0].Level) ? given[0] : null);
    }

    /// <summary>Whether every criterion of a draft has a grade that stands.</summary>
    public bool IsDecided(GradedDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Proposals.All(proposal => FindStanding(draft.Participant, proposal.Criterion.Id) is not null);
    }

    /// <summary>The mean of the levels that stand, each with the weight of its criterion; null while one is open.</summary>
    public double? TotalOf(GradedDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return WeightedMean(draft, proposal => FindStanding(draft.Participant, proposal.Criterion.Id)?.Level);
    }

    /// <summary>The mean of a level of each proposal, by weight; null where one has none.</summary>
    public static double? WeightedMean(GradedDraft draft, Func<Proposal, int?> levelOf)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(levelOf);
        var (sum, weights) = (0.0, 0.0);
        foreach (var proposal in draft.Proposals)
        {
            if (levelOf(proposal) is not { } level)
            {
                return null;
            }

            (sum, weights) = (sum + level * proposal.Criterion.Weight, weights + proposal.Criterion.Weight);
        }

        return weights > 0 ? sum / weights : null;
    }

    /// <summary>The grade of a proposal that the trainer moved without saying why; null where none is owed.</summary>
    public Grade? FindWithoutReason(GradedDraft draft, Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(proposal);
        return FindStanding(draft.Participant, proposal.Criterion.Id) is { Marker: Markers.Trainer, Reason: "" } stands
            && proposal.Level is not null && stands.Level != proposal.Level ? stands : null;
    }
}

/// <summary>Names that stand for somebody in figures of agreement.</summary>
public static class Markers
{
    /// <summary>Whoever decides: the columns of the sheet without a name.</summary>
    public const string Trainer = "trainer";

    /// <summary>The program's proposals.</summary>
    public const string Program = "proposal";
}

/// <summary>What a class shows as a whole. <see cref="Competencies"/> are those asked for, the one shown by fewest first;
/// <see cref="Next"/> is an exercise on what is missed most.</summary>
public sealed record ClassSummary(
    ImmutableArray<Distribution> Criteria,
    ImmutableArray<PartCount> Parts,
    ImmutableArray<CompetencyCount> Competencies,
    ImmutableArray<ClassExample> Examples,
    NextExercise Next);

/// <summary>A sentence to talk about: what it is one of, its words without names, and what to ask about it.</summary>
public sealed record ClassExample(string Name, string Words, string Ask);

/// <summary>How often each level was proposed, and how often it stands decided.</summary>
public sealed record Distribution(Criterion Criterion, ImmutableArray<int> Proposed, ImmutableArray<int> Decided);

/// <summary>In how many drafts of <see cref="Of"/> a story tells this part.</summary>
public sealed record PartCount(StatementType Part, int Told, int Of);

/// <summary>In how many drafts of <see cref="Of"/> a competency is evident, by the grade, or by the proposal where there is none
/// yet.</summary>
public sealed record CompetencyCount(Competency Competency, int Evident, int Of);

/// <summary>A next exercise: on the competencies that fewest show, with weight on the part of a story that is missed most; null
/// where none is missed.</summary>
public sealed record NextExercise(ImmutableArray<Competency> Competencies, StatementType? Part, string Task);

/// <summary>How evidence became levels in a trainer's own grades: a fit for each sort of criterion.</summary>
public sealed record LearnedRubric(string Exercise, string File, ImmutableArray<LearnedSort> Sorts);

/// <summary>A sum of facts, each with a weight that is never negative, against a rising bound for each level from 1: more
/// evidence never lowers a proposal. Distances are mean steps between proposal and grade, for participants that the fit had not
/// seen; <see cref="Gain"/> is how much nearer the fit came, and it is used only where that is surely above 0.</summary>
public sealed record LearnedSort(
    string Sort,
    ImmutableArray<FactWeight> Weights,
    ImmutableArray<double> Bounds,
    int Grades,
    int Participants,
    double DistanceBefore,
    double DistanceAfter,
    Figure Gain,
    bool IsUsed,
    string Says);

/// <summary>What a fact adds when there is as much of it as any level asks for.</summary>
public sealed record FactWeight(string Fact, double Most, double Weight);
