using System.Collections.Immutable;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Finds drafts that are near each other: by the words that carry meaning, without those that most of the class uses;
/// and, since these may be all there is where many copied one draft, by sentences that are the same. Of such pairs the sentences
/// are matched as those of two versions of a draft are.</summary>
internal sealed class NearIdenticalFinder(GradingPolicy policy, ComparingPolicy comparing)
{
    /// <summary>Headings and half-sentences say nothing.</summary>
    private const int LeastTokens = 6;

    /// <summary>The pairs, the nearest first.</summary>
    public ImmutableArray<NearIdentical> Find(ImmutableArray<GradedDraft> drafts)
    {
        var words = drafts.Select(draft => ContentWords.Of(draft.Document.Sentences)).ToList();
        ContentWords.RemoveCommon(words);
        var sentences = drafts.Select(draft => Prepare(draft.Document)).ToList();
        var keys = sentences.ConvertAll(each => each.Select(sentence => sentence.Key).ToHashSet(StringComparer.Ordinal));
        var found = new List<NearIdentical>();
        for (var later = 1; later < drafts.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var share = Math.Max(words[earlier].ShareWith(words[later], policy.NearIdentical.Words), ShareOf(keys[earlier], keys[later]));
                if (share >= policy.NearIdentical.Share)
                {
                    found.Add(new NearIdentical(
                        drafts[earlier].Participant,
                        drafts[later].Participant,
                        share,
                        CountMatches(sentences[earlier], sentences[later]),
                        Math.Min(sentences[earlier].Length, sentences[later].Length)));
                }
            }
        }

        return [.. found.OrderByDescending(pair => pair.Share).ThenBy(pair => pair.One, StringComparer.Ordinal).ThenBy(pair => pair.Other, StringComparer.Ordinal)];
    }

    private ComparedSentence[] Prepare(Document document) =>
    [
        .. document.Sentences.Where(sentence => sentence.Tokens.Length >= LeastTokens)
            .Select(sentence => new ComparedSentence(sentence, document.Draft.Text, comparing.FunctionWord)),
    ];

    private static double ShareOf(HashSet<string> one, HashSet<string> other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        return shorter == 0 ? 0 : (double)one.Count(other.Contains) / shorter;
    }

    private int CountMatches(ComparedSentence[] one, ComparedSentence[] other)
    {
        var matches = 0;
        foreach (var partner in new SentenceMatcher(comparing, one, other).Match().NewOf)
        {
            matches += partner >= 0 ? 1 : 0;
        }

        return matches;
    }
}
