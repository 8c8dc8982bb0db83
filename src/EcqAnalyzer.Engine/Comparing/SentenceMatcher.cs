using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>
/// Finds which sentence became which. Sentences with the same words are matched by their hash first, so that a long draft
/// with few edits costs little; what is left is held against what stands between the same neighbours, and against the few
/// sentences that share its rarer words. The likest pairs are taken first.
/// </summary>
internal sealed class SentenceMatcher(ComparingPolicy policy, ComparedSentence[] old, ComparedSentence[] @new)
{
    /// <summary>Sentences that stand between the same neighbours are all compared up to so many pairs.</summary>
    private const int MostPairsOfGap = 400;

    /// <summary>A word in more sentences than this picks out none of them.</summary>
    private const int MostSentencesOfWord = 48;

    /// <summary>So many likely partners of a sentence are compared word by word.</summary>
    private const int MostPartners = 6;

    public static ComparedSentence[] Prepare(Document document, ComparingPolicy policy) =>
        [.. document.Sentences.Select(each => new ComparedSentence(each, document.Draft.Text, policy.FunctionWord))];

    public SentencePairing Match()
    {
        var pairing = new SentencePairing(old.Length, @new.Length);
        PairSame(pairing);
        foreach (var candidate in FindCandidates(pairing))
        {
            if (pairing.AreFree(candidate.Old, candidate.New))
            {
                pairing.Pair(candidate.Old, candidate.New);
            }
        }

        return pairing;
    }

    /// <summary>Of sentences that stand several times, the first becomes the first, and so on.</summary>
    private void PairSame(SentencePairing pairing)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < @new.Length; i++)
        {
            if (!places.TryGetValue(@new[i].Key, out var queue))
            {
                places.Add(@new[i].Key, queue = new Queue<int>());
            }

            queue.Enqueue(i);
        }

        for (var i = 0; i < old.Length; i++)
        {
            if (places.TryGetValue(old[i].Key, out var queue) && queue.TryDequeue(out var partner))
            {
                pairing.Pair(i, partner);
            }
        }
    }

    /// <summary>Pairs of sentences without a partner that are like enough, the likest first.</summary>
    private List<Candidate> FindCandidates(SentencePairing pairing)
    {
        var gaps = Gaps.Of(pairing, old.Length, @new.Length);
        var looked = new HashSet<(int, int)>();
        var candidates = new List<Candidate>();
        foreach (var gap in gaps.All.Where(gap => (long)gap.Old.Count * gap.New.Count <= MostPairsOfGap))
        {
            foreach (var (i, j) in gap.Old.SelectMany(i => gap.New.Select(j => (i, j))))
            {
                Look(i, j, policy.SamePlace);
            }
        }

        var index = WordIndex.Of(old, gaps.FreeOld, MostSentencesOfWord);
        foreach (var j in gaps.FreeNew)
        {
            foreach (var i in index.FindLikest(@new[j], MostPartners))
            {
                Look(i, j, gaps.AreInOne(i, j) ? policy.SamePlace : policy.Elsewhere);
            }
        }

        candidates.Sort(LikestFirst);
        return candidates;

        void Look(int i, int j, double floor)
        {
            if (looked.Add((i, j)) && new WordAlignment(old[i].Words, @new[j].Words).Similarity is var similarity && similarity >= floor)
            {
                candidates.Add(new Candidate(i, j, similarity, floor == policy.SamePlace));
            }
        }
    }

    /// <summary>Of equals the one at its place, then the first.</summary>
    private static int LikestFirst(Candidate one, Candidate other)
    {
        var order = other.Similarity.CompareTo(one.Similarity);
        order = order != 0 ? order : other.IsInPlace.CompareTo(one.IsInPlace);
        order = order != 0 ? order : one.Old.CompareTo(other.Old);
        return order != 0 ? order : one.New.CompareTo(other.New);
    }

    private sealed record Candidate(int Old, int New, double Similarity, bool IsInPlace);
}
