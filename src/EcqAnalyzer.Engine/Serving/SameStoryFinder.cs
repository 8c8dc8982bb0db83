using System.Collections.Immutable;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>Finds stories that tell one deed, within a draft and across drafts, as the check <c>content.told-twice</c> does within
/// one; short ones, such as bullets, need more in common.</summary>
public sealed class SameStoryFinder(SameStoryPolicy policy)
{
    /// <summary>Every pair, the first story first. <paramref name="drafts"/> are those of <paramref name="stories"/>, which
    /// stand in the order of their drafts.</summary>
    public ImmutableArray<SameStory> Find(ImmutableArray<Analysis> drafts, ImmutableArray<ToldStory> stories)
    {
        var words = new List<ContentWords>(stories.Length);
        for (var draft = 0; draft < drafts.Length; draft++)
        {
            // Words common to a draft's stories: those of all drafts would be the words of a story that stands in each.
            var told = stories.Where(story => story.Draft == draft).Select(story => WordsOf(drafts[draft].Document, story.Story)).ToList();
            ContentWords.RemoveCommon(told);
            words.AddRange(told);
        }

        var same = ImmutableArray.CreateBuilder<SameStory>();
        for (var first = 0; first < words.Count; first++)
        {
            for (var second = first + 1; second < words.Count; second++)
            {
                var isShort = Math.Min(words[first].Count, words[second].Count) < policy.Words;
                var shared = words[first].ShareWith(words[second], policy.ShortWords);
                if (shared >= (isShort ? policy.ShortShare : policy.Share))
                {
                    same.Add(new SameStory(first, second, shared) { Numbers = OtherNumbers.Find(drafts, stories[first], stories[second]) });
                }
            }
        }

        return same.ToImmutable();
    }

    private static ContentWords WordsOf(Document document, Story story) =>
        ContentWords.Of(story.Statements.Select(index => document.Sentences[index]));
}
