using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>What every report of a comparison says in the same words. <paramref name="arrow"/> stands between what was and what
/// is, since not every terminal has one.</summary>
internal sealed class ComparisonWords(Comparison comparison, string arrow)
{
    public const string RestIsOfNeighbours = "in sentences that stayed: what each adds depends on what stands beside it";

    private readonly Places _oldPlaces = new(comparison.Old.Document.Draft);
    private readonly Places _newPlaces = new(comparison.New.Document.Draft);

    /// <summary>The number under which a change is told, by its place among all; a sentence that stayed has none.</summary>
    public IReadOnlyDictionary<int, int> Numbers { get; } = NumbersOf(comparison);

    public string Files => $"{comparison.Old.Document.Draft.File.Name} {arrow} {comparison.New.Document.Draft.File.Name}";

    public string Judged =>
        $"Both are judged by {comparison.New.Framework.Value.Name} ({comparison.New.Framework.Value.Id}), as a {Wording.Id(comparison.New.Kind.Value)}."
        + (comparison.OldFramework is { } own ? $" By itself the old version was taken for {own.Id}." : "");

    public string Counts
    {
        get
        {
            var counts = comparison.Changes.Where(change => !change.IsSame).CountBy(change => change.Kind)
                .OrderBy(each => each.Key).Select(each => $"{each.Value} {Wording.Id(each.Key)}").ToList();
            var same = comparison.Changes.Length - Numbers.Count;
            return counts.Count == 0
                ? $"Nothing: all {Wording.Count(same, "sentence")} are as they were."
                : $"Sentences: {string.Join(", ", counts)}; {same} as they were.";
        }
    }

    /// <summary>Why no strengths are compared; null where they are.</summary>
    public string? WhyNoScore =>
        comparison.New.Gradable.Status != GradableStatus.Ok ? $"The new version has no score. {comparison.New.Gradable.Reason}"
        : comparison.Old.Gradable.Status != GradableStatus.Ok ? $"The old version has no score. {comparison.Old.Gradable.Reason}"
        : null;

    public List<CompetencyChange> Changed => [.. comparison.Competencies.Where(change => change.IsChanged)];

    public string Unchanged =>
        $"{Wording.Count(comparison.Competencies.Length - Changed.Count, "competency stands", "competencies stand")} as before.";

    public string Name(CompetencyId competency) => Summary.Name(comparison.New.Framework.Value, competency);

    public string Rungs(CompetencyChange change) => change.Old.Rung == change.New.Rung
        ? $"rung {(int)change.New.Rung}, {Wording.Name(change.New.Rung)}, as before"
        : $"rung {(int)change.Old.Rung} {arrow} {(int)change.New.Rung}, {Wording.Name(change.New.Rung)}";

    /// <summary>"48.25 → 71"; one number where both are the same.</summary>
    public string Moved(double old, double now) => old == now ? Wording.Number(now) : $"{Wording.Number(old)} {arrow} {Wording.Number(now)}";

    /// <summary>The changes that moved a competency, each by its number with what it did: "3 (+12.5)".</summary>
    public IEnumerable<(int Number, string Did)> Because(CompetencyChange change) =>
        change.Because.Select(at => (Numbers[at], Did(comparison.Changes[at].Shifts.First(shift => shift.Competency == change.Competency))));

    /// <summary>"Edited and moved".</summary>
    public static string What(SentenceChange change)
    {
        var kind = Wording.Id(change.Kind);
        return char.ToUpperInvariant(kind[0]) + kind[1..] + (change.IsMoved && change.Kind != ChangeKind.Moved ? " and moved" : "");
    }

    /// <summary>"paragraph 4, from paragraph 2"; of a sentence that is gone, where it stood.</summary>
    public string Where(SentenceChange change)
    {
        if (change.New.IsEmpty)
        {
            return $"{_oldPlaces.Describe(SpanOf(comparison.Old, change.Old))} of the old version";
        }

        var from = change.IsMoved ? $", from {_oldPlaces.Describe(SpanOf(comparison.Old, change.Old))}" : "";
        return _newPlaces.Describe(SpanOf(comparison.New, change.New)) + from;
    }

    /// <summary>What a reader should know of a change: another type, a measure won or lost, another person, points.</summary>
    public IEnumerable<string> Effects(SentenceChange change)
    {
        var (was, isNow) = (Statements(comparison.Old, change.Old), Statements(comparison.New, change.New));
        var (typesWere, typesAre) = (Types(was), Types(isNow));
        if (was.Count > 0 && isNow.Count > 0)
        {
            if (change.Kind == ChangeKind.Edited && change.Without.IsEmpty && change.With.IsEmpty)
            {
                yield return "only punctuation or spacing";
            }

            if (typesWere != typesAre)
            {
                yield return $"{typesWere} {arrow} {typesAre}";
            }

            if (was.Exists(each => each.Measured) != isNow.Exists(each => each.Measured))
            {
                yield return isNow.Exists(each => each.Measured) ? "now with a measured result" : "its measured result is gone";
            }
        }
        else
        {
            yield return isNow.Count > 0 ? typesAre : typesWere;
        }

        foreach (var shift in change.Shifts)
        {
            yield return $"{Name(shift.Competency)} {BothSides(shift)}";
        }
    }

    private static Dictionary<int, int> NumbersOf(Comparison comparison)
    {
        var numbers = new Dictionary<int, int>();
        for (var at = 0; at < comparison.Changes.Length; at++)
        {
            if (!comparison.Changes[at].IsSame)
            {
                numbers.Add(at, numbers.Count + 1);
            }
        }

        return numbers;
    }

    private static string Did(StrengthShift shift) =>
        shift.Accomplishment != 0 ? Wording.Signed(shift.Accomplishment) : $"{Wording.Signed(shift.Duty)} in duties";

    private static string BothSides(StrengthShift shift)
    {
        string?[] sides =
        [
            shift.Accomplishment != 0 ? Wording.Signed(shift.Accomplishment) : null,
            shift.Duty != 0 ? $"{Wording.Signed(shift.Duty)} in duties" : null,
        ];
        return string.Join(", ", sides.OfType<string>());
    }

    private static string Types(List<Statement> statements) =>
        string.Join(" and ", statements.Select(each => Wording.Id(each.Type)).Distinct());

    private static List<Statement> Statements(Analysis analysis, ImmutableArray<int> which) =>
        [.. which.Select(index => analysis.Statements[index])];

    private static TextSpan SpanOf(Analysis analysis, ImmutableArray<int> sentences) =>
        analysis.Document.Sentences[sentences[0]].Span;
}
