using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>What the sheet, the page and the feedback of a graded class say in the same words.</summary>
internal static class GradingWords
{
    public const string IsGone = "The draft is not in the folder any more, or the criterion not in the rubric; the grade is kept.";

    public const string ProposalIsNoGrade =
        "A proposal is what the program finds in the words, and no grade: the grade is the trainer's.";

    public const string Anchored =
        "Whoever grades with the proposal in sight is drawn towards it: this agreement is an upper bound. A marker with a sheet of his own (--marker NAME), which shows no proposals, tells more.";

    public static ImmutableArray<string> HowTo { get; } =
    [
        "Write a level into Grade, and into Reason why it differs from the proposal, wherever it does. Leave Grade empty where you have not decided.",
        "Save the sheet where it is and run the same command again: it reads the grades back, carries them into a new sheet, and writes feedback for whoever has all grades.",
        "The sheet as you saved it is kept in the folder 'kept'. Nothing that you decided is ever overwritten.",
        "A second marker: add the columns 'Grade: NAME' and 'Reason: NAME', or better, run the command with --marker NAME: it makes grades-NAME.xlsx, without proposals and without your grades.",
        "Columns may be moved, and rows sorted; the titles, and the column Id, must stay.",
        ProposalIsNoGrade,
    ];

    /// <summary>What is left to do on one row; empty where nothing is.</summary>
    public static string ToDo(GradeBook book, GradedDraft draft, Proposal proposal)
    {
        if (book.FindWithoutReason(draft, proposal) is { } moved)
        {
            return $"Say in Reason why {moved.Level}, and not {proposal.Level} as proposed.";
        }

        var given = book.Of(draft.Participant, proposal.Criterion.Id).ToList();
        return book.FindStanding(draft.Participant, proposal.Criterion.Id) is not null ? ""
            : given.Count > 1 ? $"Decide: {string.Join(", ", given.Select(grade => $"{grade.Marker} {grade.Level}"))}."
            : proposal.NeedsReader ? "Read it yourself: the evidence is thin, or disagrees."
            : "";
    }

    /// <summary>"Team Building, 1 claimed": the criteria that stand lowest; empty while one is open.</summary>
    public static string Lowest(GradeBook book, GradedDraft draft)
    {
        if (!book.IsDecided(draft))
        {
            return "";
        }

        var levels = draft.Proposals.Select(proposal => (proposal.Criterion, Level: book.FindStanding(draft.Participant, proposal.Criterion.Id)!.Level!.Value)).ToList();
        return string.Join("; ", levels.Where(each => each.Level == levels.Min(other => other.Level)).Select(each => $"{each.Criterion.Name}, {Level(each.Criterion, each.Level)}"));
    }

    /// <summary>"3 proven".</summary>
    public static string Level(Criterion criterion, int level) =>
        level < criterion.Levels.Length ? $"{level} {criterion.Levels[level].Name}" : $"{level}";

    /// <summary>"0.71 (0.60 to 0.80)"; a dash where there is nothing to make it of.</summary>
    public static string Figure(Figure figure) => figure switch
    {
        { Value: null } => "–",
        { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.00} ({low:0.00} to {high:0.00})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.00}"),
    };
}
