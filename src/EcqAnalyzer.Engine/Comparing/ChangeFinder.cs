using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>
/// Makes changes of the pairs: an edited sentence beside which a sentence without partner took over its other words was split,
/// one that took in the words of such a neighbour was merged; what has no partner was added or is gone.
/// </summary>
internal sealed class ChangeFinder(ComparingPolicy policy, ComparedSentence[] old, ComparedSentence[] @new)
{
    public ImmutableArray<SentenceChange> Find()
    {
        var pairing = new SentenceMatcher(policy, old, @new).Match();
        var steady = pairing.FindSteady();
        var (takenOld, takenNew) = (new bool[old.Length], new bool[@new.Length]);
        for (var i = 0; i < old.Length; i++)
        {
            if (pairing.NewOf[i] >= 0)
            {
                (takenOld[i], takenNew[pairing.NewOf[i]]) = (true, true);
            }
        }

        var changes = new List<SentenceChange>();
        for (var i = 0; i < old.Length; i++)
        {
            if (pairing.NewOf[i] >= 0)
            {
                changes.Add(Change(i, pairing.NewOf[i], !steady[i], takenOld, takenNew));
            }
        }

        changes.AddRange(Enumerable.Range(0, old.Length).Where(i => !takenOld[i]).Select(i => new SentenceChange(ChangeKind.Gone, [i], [])
        {
            Similarity = 0,
        }));
        changes.AddRange(Enumerable.Range(0, @new.Length).Where(j => !takenNew[j]).Select(j => new SentenceChange(ChangeKind.Added, [], [j])
        {
            Similarity = 0,
        }));
        return InReadingOrder(changes);
    }

    private SentenceChange Change(int i, int j, bool isMoved, bool[] takenOld, bool[] takenNew)
    {
        if (old[i].Key == @new[j].Key)
        {
            return new SentenceChange(isMoved ? ChangeKind.Moved : ChangeKind.Same, [i], [j]) { IsMoved = isMoved };
        }

        var alignment = new WordAlignment(old[i].Words, @new[j].Words);
        var pieces = Grow(j, [.. alignment.LeftInOld], @new, takenNew);
        var sources = pieces.Length > 1 ? [i] : Grow(i, [.. alignment.LeftInNew], old, takenOld);
        if (pieces.Length > 1 || sources.Length > 1)
        {
            alignment = new WordAlignment(WordsOf(old, sources), WordsOf(@new, pieces));
        }

        var (without, with) = alignment.FindDifferences();
        var kind = pieces.Length > 1 ? ChangeKind.Split : sources.Length > 1 ? ChangeKind.Merged : ChangeKind.Edited;
        return new SentenceChange(kind, sources, pieces)
        {
            IsMoved = isMoved,
            Similarity = alignment.Similarity,
            Without = without,
            With = with,
        };
    }

    /// <summary>The sentence and those neighbours without a partner whose words are, for the most part, among the words that
    /// are left over. Neighbours found are taken.</summary>
    private ImmutableArray<int> Grow(int from, List<ComparedWord> left, ComparedSentence[] sentences, bool[] taken)
    {
        var (first, last) = (from, from);
        while (last + 1 < sentences.Length && !taken[last + 1] && TakeWords(sentences[last + 1], left))
        {
            taken[++last] = true;
        }

        while (first > 0 && !taken[first - 1] && TakeWords(sentences[first - 1], left))
        {
            taken[--first] = true;
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }

    /// <summary>Takes a sentence's words out of those left over, if enough of them are there.</summary>
    private bool TakeWords(ComparedSentence sentence, List<ComparedWord> left)
    {
        var counts = left.CountBy(word => word.Lower).ToDictionary(StringComparer.Ordinal);
        var found = sentence.Words.Where(word => counts.TryGetValue(word.Lower, out var count) && (counts[word.Lower] = count - 1) >= 0).ToList();
        var isPiece = sentence.Weight > 0 && found.Sum(word => word.Weight) >= policy.Part * sentence.Weight;
        if (isPiece)
        {
            foreach (var word in found)
            {
                left.RemoveAt(left.FindIndex(each => each.Lower == word.Lower));
            }
        }

        return isPiece;
    }

    private static ComparedWord[] WordsOf(ComparedSentence[] sentences, ImmutableArray<int> which) =>
        [.. which.SelectMany(i => sentences[i].Words)];

    /// <summary>In order of the new version; what is gone stands after what became of the sentence before it.</summary>
    private ImmutableArray<SentenceChange> InReadingOrder(List<SentenceChange> changes)
    {
        var placeOfOld = new int[old.Length];
        Array.Fill(placeOfOld, -1);
        foreach (var change in changes.Where(change => !change.New.IsEmpty))
        {
            foreach (var i in change.Old)
            {
                placeOfOld[i] = change.New[0];
            }
        }

        for (var i = 1; i < old.Length; i++)
        {
            placeOfOld[i] = placeOfOld[i] < 0 ? placeOfOld[i - 1] : placeOfOld[i];
        }

        return
        [
            .. changes
                .OrderBy(change => change.New.IsEmpty ? placeOfOld[change.Old[0]] : change.New[0])
                .ThenBy(change => change.New.IsEmpty)
                .ThenBy(change => change.Old.IsEmpty ? -1 : change.Old[0]),
        ];
    }
}
