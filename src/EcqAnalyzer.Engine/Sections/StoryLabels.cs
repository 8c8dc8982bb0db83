namespace EcqAnalyzer.Engine.Sections;

/// <summary>Parts of a story that writers label: "Challenge:", "Situation -".</summary>
public enum StoryLabel
{
    Story,
    Challenge,
    Context,
    Action,
    Result,

    /// <summary>"Step 1", "Phase 2": goes on with what is being told, whatever that is.</summary>
    Step,
}

/// <summary>Recognizes story labels at the beginning of a line.</summary>
public static class StoryLabels
{
    private static readonly Dictionary<string, StoryLabel> ByWord = new Dictionary<string, StoryLabel>
    {
        ["challenge"] = StoryLabel.Challenge,
        ["challenges"] = StoryLabel.Challenge,
        ["problem"] = StoryLabel.Challenge,
        ["issue"] = StoryLabel.Challenge,
        ["what was wrong"] = StoryLabel.Challenge,
        ["task"] = StoryLabel.Challenge,
        ["context"] = StoryLabel.Context,
        ["situation"] = StoryLabel.Context,
        ["background"] = StoryLabel.Context,
        ["action"] = StoryLabel.Action,
        ["actions"] = StoryLabel.Action,
        ["actions taken"] = StoryLabel.Action,
        ["my actions"] = StoryLabel.Action,
        ["what i did"] = StoryLabel.Action,
        ["what we did"] = StoryLabel.Action,
        ["how i did it"] = StoryLabel.Action,
        ["solution"] = StoryLabel.Action,
        ["approach"] = StoryLabel.Action,
        ["result"] = StoryLabel.Result,
        ["results"] = StoryLabel.Result,
        ["outcome"] = StoryLabel.Result,
        ["outcomes"] = StoryLabel.Result,
        ["impact"] = StoryLabel.Result,
        ["what happened"] = StoryLabel.Result,
        ["what changed"] = StoryLabel.Result,
        ["what came of it"] = StoryLabel.Result,
        ["story"] = StoryLabel.Story,
        ["example"] = StoryLabel.Story,
        ["accomplishment"] = StoryLabel.Story,
        ["step"] = StoryLabel.Step,
        ["phase"] = StoryLabel.Step,
        ["stage"] = StoryLabel.Step,
    };

    /// <summary>Longer heads are no labels.</summary>
    private const int Longest = 24;

    private static readonly char[] Numbering = [' ', .. "0123456789"];

    /// <summary>The label with which a line begins, before a colon or dash or as the whole line, and its length. Of two that
    /// share a line, as in "Challenge/Context", the first.</summary>
    public static (StoryLabel? Label, int Length) Find(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(":-–—\n");
        var isWhole = end < 0;
        var head = isWhole ? text : text[..end];
        return head.Length <= Longest && Of(LineWords.Plain(head).Trim(Numbering)) is { } label
            ? (label, isWhole ? text.Length : end + 1)
            : (null, 0);
    }

    /// <summary>Whether a line is a heading, however it is laid out: nothing but a label, or the name of a story or a step with its
    /// title, "Example 2 – Merging two teams". What has a verb with a tense tells already: "Accomplishment: I merged two teams".</summary>
    public static bool IsHeading(ReadOnlySpan<char> text, bool isClause)
    {
        var (label, length) = Find(text);
        return label is not null
            && (text[length..].IsWhiteSpace()
                || (!isClause && label is StoryLabel.Story or StoryLabel.Step && text[^1] is not ('.' or ';' or '!' or '?')));
    }

    private static StoryLabel? Of(string words)
    {
        words = words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
        if (ByWord.TryGetValue(words, out var label))
        {
            return label;
        }

        var two = words.Split(' ').Where(word => word != "and").ToList();
        return two.Count == 2 && ByWord.TryGetValue(two[0], out label) && ByWord.ContainsKey(two[1]) ? label : null;
    }
}
