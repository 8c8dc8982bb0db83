using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// Two stories that share most of the words that carry meaning: the same deed told twice, perhaps under two ECQs. Words that
/// stand in most stories belong to the writer's field and count for nothing.
/// </summary>
public sealed class ToldTwiceKind(double similarity, int words) : ICheckKind
{
    /// <summary>With fewer stories than this, no word can be called common to them.</summary>
    private const int ManyStories = 4;

    /// <summary>Each story is held against all before it: more than a draft has, and few enough for a file that is none.</summary>
    private const int MostStories = 150;

    public static ICheckKind Read(CheckSettings settings) =>
        new ToldTwiceKind(settings.RequireShare("at-least"), settings.Keys.RequireWhole("of-words"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (stories, contents) = (new List<Story>(), new List<HashSet<string>>());
        foreach (var story in draft.Analysis.Stories)
        {
            if (stories.Count < MostStories && ContentOf(draft, story) is { } content && content.Count >= words)
            {
                stories.Add(story);
                contents.Add(content);
            }
        }

        RemoveCommon(contents);
        for (var later = 1; later < contents.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var shared = Shared(contents[earlier], contents[later]);
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

    private double Shared(HashSet<string> one, HashSet<string> other)
    {
        var smaller = Math.Min(one.Count, other.Count);
        if (smaller < words)
        {
            return 0;
        }

        var shared = 0;
        foreach (var word in one)
        {
            shared += other.Contains(word) ? 1 : 0;
        }

        return (double)shared / smaller;
    }

    private static HashSet<string> ContentOf(CheckedDraft draft, Story story)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in story.Statements)
        {
            foreach (var token in draft.Document.Sentences[index].Tokens)
            {
                if (token.Pos is "NOUN" or "PROPN" or "VERB" or "ADJ" or "NUM")
                {
                    content.Add(token.Lemma);
                }
            }
        }

        return content;
    }

    private static void RemoveCommon(List<HashSet<string>> contents)
    {
        if (contents.Count < ManyStories)
        {
            return;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var content in contents)
        {
            foreach (var word in content)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        foreach (var content in contents)
        {
            content.RemoveWhere(word => counts[word] > contents.Count / 2);
        }
    }
}
