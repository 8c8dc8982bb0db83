using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>Which findings and suggestions of the old version were met, which stand, which are new. One stands where the same
/// check found something in the sentence that its sentence became; failing that, where it found the same words elsewhere; of
/// several alike, one each.</summary>
internal sealed class FateFinder
{
    private readonly Document _old;
    private readonly Document _new;
    private readonly ImmutableArray<SentenceChange> _changes;
    private readonly Dictionary<int, int> _changeOfOld = [];
    private readonly Dictionary<int, int> _changeOfNew = [];

    public FateFinder(Document old, Document @new, ImmutableArray<SentenceChange> changes)
    {
        (_old, _new, _changes) = (old, @new, changes);
        for (var at = 0; at < changes.Length; at++)
        {
            foreach (var i in changes[at].Old)
            {
                _changeOfOld.Add(i, at);
            }

            foreach (var j in changes[at].New)
            {
                _changeOfNew.Add(j, at);
            }
        }
    }

    public ImmutableArray<FindingChange> OfFindings(Analysis old, Analysis @new)
    {
        var fates = Match(
            [.. old.Findings.Select(finding => Place(finding, finding.Check, finding.Words, ChangeOf(_old, _changeOfOld, finding.Span)))],
            [.. @new.Findings.Select(finding => Place(finding, finding.Check, finding.Words, ChangeOf(_new, _changeOfNew, finding.Span)))]);
        return [.. fates.Select(fate => new FindingChange(fate.What.Item, fate.Fate, Told(fate.What.Change)))];
    }

    public ImmutableArray<SuggestionChange> OfSuggestions(Analysis old, Analysis @new)
    {
        var fates = Match(
            [.. old.Suggestions.Select(each => Place(each, each.Competency?.Name ?? "", each.Question, Find(_changeOfOld, each.Sentence)))],
            [.. @new.Suggestions.Select(each => Place(each, each.Competency?.Name ?? "", each.Question, Find(_changeOfNew, each.Sentence)))]);
        return [.. fates.Select(fate => new SuggestionChange(fate.What.Item, fate.Fate, Told(fate.What.Change)))];
    }

    /// <summary>In three passes, the surest first: one place and the same words, one place, the same words. Those of the new
    /// version come in its order, then those that were met.</summary>
    private static List<(Placed<T> What, Fate Fate)> Match<T>(List<Placed<T>> old, List<Placed<T>> @new)
    {
        var stands = new HashSet<int>();
        Func<Placed<T>, Placed<T>, bool>[] passes =
        [
            (one, other) => one.Change == other.Change && one.Words == other.Words,
            (one, other) => one.Change == other.Change,
            (one, other) => one.Words == other.Words,
        ];
        foreach (var isSame in passes)
        {
            for (var j = 0; j < @new.Count; j++)
            {
                var partner = stands.Contains(j) ? -1 : old.FindIndex(each => each.Sort == @new[j].Sort && isSame(each, @new[j]));
                if (partner >= 0)
                {
                    stands.Add(j);
                    old.RemoveAt(partner);
                }
            }
        }

        return [.. @new.Select((each, j) => (each, stands.Contains(j) ? Fate.Stands : Fate.New)), .. old.Select(each => (each, Fate.Met))];
    }

    /// <summary>A change that is none explains nothing.</summary>
    private int? Told(int? change) => change is { } at && !_changes[at].IsSame ? at : null;

    private static Placed<T> Place<T>(T item, string sort, string words, int? change) => new(item, sort, words, change);

    private static int? ChangeOf(Document document, Dictionary<int, int> changes, TextSpan? span) =>
        Find(changes, span is { } at ? document.Sentences.FirstOrDefault(each => each.Span.Overlaps(at))?.Index : null);

    private static int? Find(Dictionary<int, int> changes, int? sentence) =>
        sentence is { } at && changes.TryGetValue(at, out var change) ? change : null;

    private sealed record Placed<T>(T Item, string Sort, string Words, int? Change);
}
