using System.Collections.Immutable;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>Every change with its number, its words before and after, and what it did. Changed words stand in brackets, so that
/// no colour is needed to see them.</summary>
internal sealed class ChangesText(Page page, Comparison comparison)
{
    private const int Indent = 9;

    private readonly Places _oldPlaces = new(comparison.Old.Document.Draft);
    private readonly Places _newPlaces = new(comparison.New.Document.Draft);

    /// <summary>The number under which a change is told, by its place among all; a sentence that stayed has none.</summary>
    public static IReadOnlyDictionary<int, int> NumbersOf(Comparison comparison)
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

    public void Write()
    {
        var numbers = NumbersOf(comparison);
        if (numbers.Count == 0)
        {
            return;
        }

        page.Title("The changes");
        foreach (var (at, number) in numbers)
        {
            Write(comparison.Changes[at], number);
        }
    }

    private void Write(SentenceChange change, int number)
    {
        var place = change.New.IsEmpty
            ? $"{_oldPlaces.Describe(SpanOf(comparison.Old, change.Old))} of the old version"
            : _newPlaces.Describe(SpanOf(comparison.New, change.New));
        var from = change.IsMoved ? $", from {_oldPlaces.Describe(SpanOf(comparison.Old, change.Old))}" : "";
        var moved = change.IsMoved && change.Kind != ChangeKind.Moved ? " and moved" : "";
        page.Wrapped(5, new Ink($"{number,3}.", Tint.Strong), new Ink($"{Capital(Wording.Id(change.Kind))}{moved}", Tint.Strong), $"{page.Dot} {place}{from}");
        if (!change.Old.IsEmpty && change.Kind != ChangeKind.Moved)
        {
            WriteWords(change.New.IsEmpty ? "    " : "    was", comparison.Old, change.Old, change.Without, Tint.Trouble);
        }

        if (!change.New.IsEmpty)
        {
            WriteWords(change.Old.IsEmpty || change.Kind == ChangeKind.Moved ? "    " : "    now", comparison.New, change.New, change.With, Tint.Accomplishment);
        }

        var effects = Effects(change).ToList();
        if (effects.Count > 0)
        {
            page.Wrapped(Indent, "", string.Join("; ", effects));
        }
    }

    private void WriteWords(string lead, Analysis analysis, ImmutableArray<int> sentences, ImmutableArray<TextSpan> changed, Tint tint)
    {
        var inks = ChangedWords.Of(analysis, sentences, changed)
            .Select(words => words.IsChanged ? new Ink($"[{page.Printed(words.Text)}]", tint) : new Ink(page.Printed(words.Text)));
        page.Wrapped(Indent, new Ink(lead, Tint.Faint), [.. inks]);
    }

    /// <summary>What a reader should know: another type, a measure won or lost, another person, points.</summary>
    private IEnumerable<string> Effects(SentenceChange change)
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
                yield return $"{typesWere} {ComparisonText.Arrow(page)} {typesAre}";
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
            yield return Told(shift);
        }
    }

    private string Told(StrengthShift shift)
    {
        var name = Summary.Name(comparison.New.Framework.Value, shift.Competency);
        string?[] sides =
        [
            shift.Accomplishment != 0 ? Points.Signed(shift.Accomplishment) : null,
            shift.Duty != 0 ? $"{Points.Signed(shift.Duty)} in duties" : null,
        ];
        return $"{name} {string.Join(", ", sides.OfType<string>())}";
    }

    private static string Types(List<Statement> statements) =>
        string.Join(" and ", statements.Select(each => Wording.Id(each.Type)).Distinct());

    private static List<Statement> Statements(Analysis analysis, ImmutableArray<int> which) =>
        [.. which.Select(index => analysis.Statements[index])];

    private static TextSpan SpanOf(Analysis analysis, ImmutableArray<int> sentences) =>
        analysis.Document.Sentences[sentences[0]].Span;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
