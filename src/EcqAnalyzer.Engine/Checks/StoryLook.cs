using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>The parts of one story: words and first place of each type of statement in it.</summary>
internal sealed class StoryLook
{
    private const int TypeCount = 6;

    private readonly int[] _words = new int[TypeCount];
    private readonly int[] _first = new int[TypeCount];

    private StoryLook(Story story) => Story = story;

    public Story Story { get; }

    public int AllWords { get; private set; }

    /// <summary>The stories that are long enough to be told in parts, in order.</summary>
    public static List<StoryLook> AllOf(CheckedDraft draft, int leastSentences)
    {
        var looks = new List<StoryLook>();
        foreach (var story in draft.Analysis.Stories)
        {
            if (story.Statements.Length >= leastSentences)
            {
                looks.Add(Of(draft, story));
            }
        }

        return looks;
    }

    public int WordsOf(StatementType type) => _words[(int)type];

    public bool Has(StatementType type) => _words[(int)type] > 0;

    /// <summary>A number that grows with the place in the story; <see cref="int.MaxValue"/> where there is none.</summary>
    public int FirstOf(StatementType type) => Has(type) ? _first[(int)type] : int.MaxValue;

    /// <summary>The story's first sentence: where a reader looks for it.</summary>
    public TextSpan PlaceIn(CheckedDraft draft) => draft.Document.Sentences[Story.Statements[0]].Span;

    private static StoryLook Of(CheckedDraft draft, Story story)
    {
        var look = new StoryLook(story);
        foreach (var index in story.Statements)
        {
            var type = (int)draft.StatementAt(index).Type;
            var words = draft.WordsOf(draft.Document.Sentences[index]);
            look._first[type] = look._words[type] == 0 ? index : look._first[type];
            look._words[type] += words;
            look.AllWords += words;
        }

        return look;
    }
}
