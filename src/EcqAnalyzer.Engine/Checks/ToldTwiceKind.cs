using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// Two stories that share most of the words that carry meaning: the same deed told twice, perhaps under two ECQs. Words that
/// stand in most stories belong to the writer's field and count for nothing.
/// </summary>
public sealed class ToldTwiceKind(double similarity, int words) : ICheckKind
{
    /// <summary>Each story is held against all before it: more than a draft has, and few enough for a file that is none.</summary>
    private const int MostStories = 150;

    public static ICheckKind Read(CheckSettings settings) =>
        new ToldTwiceKind(settings.RequireShare("at-least"), settings.Keys.RequireWhole("of-words"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (stories, contents) = (new List<Story>(), new List<ContentWords>());
        foreach (var story in draft.Analysis.Stories)
        {
            if (stories.Count < MostStories && ContentOf(draft, story) is { } content && content.Count >= words)
            {
                stories.Add(story);
                contents.Add(content);
            }
        }

        ContentWords.RemoveCommon(contents);
        for (var later = 1; later < contents.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var shared = contents[earlier].ShareWith(contents[later], words);
                if (shared >= similarity)
                {
                    var place = draft.Document.Sentences[stories[later].Statements[0]].Span;
                    var other = draft.Document.Sentences[stories[earlier].Statements[0]].Span;
                    yield return new CheckHit(
                        place, $"{Math.Round(100 * shared)} % of its words, those of '{Words.FirstOf(other.Of(draft.Text))}'");
                    break;
                }
            }
        }
    }

    private static ContentWords ContentOf(CheckedDraft draft, Story story)
    {
        var content = new ContentWords();
        foreach (var index in story.Statements)
        {
            content.Add(draft.Document.Sentences[index]);
        }

        return content;
    }
}
