using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Stories;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>The parts of one story: words of each type of statement in it, and where the surest of each type stands.</summary>
internal sealed class StoryLook
{
    private const int TypeCount = 6;

    private readonly int[] _words = new int[TypeCount];
    private readonly int[] _first = new int[TypeCount];
    private readonly double[] _surest = new double[TypeCount];

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

    /// <summary>The probability with which the surest sentence is of this type: what is perhaps there is not called
    /// missing.</summary>
    public double SurenessOf(StatementType type) => _surest[(int)type];

    /// <summary>The first sentence that is of this type above all; null where none is.</summary>
    public int? FirstOf(StatementType type) => _words[(int)type] > 0 ? _first[(int)type] : null;

    /// <summary>The story's first sentence: where a reader looks for it.</summary>
    public TextSpan PlaceIn(CheckedDraft draft) => draft.Document.Sentences[Story.Statements[0]].Span;

    private static StoryLook Of(CheckedDraft draft, Story story)
    {
        var look = new StoryLook(story);
        foreach (var index in story.Statements)
        {
            var statement = draft.StatementAt(index);
            for (var each = 0; each < TypeCount; each++)
            {
                look._surest[each] = Math.Max(look._surest[each], StoryParts.Told(statement, (StatementType)each));
            }

            var type = (int)statement.Type;
            if (statement.Type == StatementType.Result && look.AllWords == 0 && IsOfOthers(draft.Document.Sentences[index].Clause))
            {
                // Before the first deed, what others did or things were is the setting, however it is read by itself.
                look._surest[(int)StatementType.Challenge] = look._surest[(int)StatementType.Context] = 1;
                type = (int)StatementType.Context;
            }

            if (LabelOf(draft, index) is { } part)
            {
                look._surest[(int)part] = 1;
            }

            var words = draft.WordsOf(draft.Document.Sentences[index]);
            look._first[type] = look._words[type] == 0 ? index : look._first[type];
            look._words[type] += words;
            look.AllWords += words;
        }

        return look;
    }

    /// <summary>The part that the writer calls it: by a label before its words, or on the line above.</summary>
    private static StatementType? LabelOf(CheckedDraft draft, int index)
    {
        var label = StoryLabels.Find(draft.Document.Sentences[index].Span.Of(draft.Text)).Label;
        if (label is null && index > 0 && draft.IsHeading(index - 1))
        {
            label = StoryLabels.Find(draft.Document.Sentences[index - 1].Span.Of(draft.Text)).Label;
        }

        return label switch
        {
            StoryLabel.Challenge => StatementType.Challenge,
            StoryLabel.Context => StatementType.Context,
            StoryLabel.Action => StatementType.Action,
            StoryLabel.Result => StatementType.Result,
            _ => null,
        };
    }

    private static bool IsOfOthers(Clause clause) =>
        clause.SubjectKind is not (SubjectKind.I or SubjectKind.We or SubjectKind.Dropped);
}
