namespace EcqAnalyzer.Engine.Sections;

/// <summary>Parts of a story that writers label: "Challenge:", "Situation -".</summary>
public enum StoryLabel
{
    Story,
    Challenge,
    Context,
    Action,
    Result,
}

/// <summary>Recognizes story labels at the beginning of a line.</summary>
public static class StoryLabels
{
    private static readonly Dictionary<string, StoryLabel> ByWord = new Dictionary<string, StoryLabel>
    {
        ["challenge"] = StoryLabel.Challenge,
        ["challenges"] = StoryLabel.Challenge,
        ["problem"] = StoryLabel.Challenge,
        ["task"] = StoryLabel.Challenge,
        ["context"] = StoryLabel.Context,
        ["situation"] = StoryLabel.Context,
        ["background"] = StoryLabel.Context,
        ["action"] = StoryLabel.Action,
        ["actions"] = StoryLabel.Action,
        ["actions taken"] = StoryLabel.Action,
        ["my actions"] = StoryLabel.Action,
        ["solution"] = StoryLabel.Action,
        ["result"] = StoryLabel.Result,
        ["results"] = StoryLabel.Result,
        ["outcome"] = StoryLabel.Result,
        ["outcomes"] = StoryLabel.Result,
        ["impact"] = StoryLabel.Result,
        ["story"] = StoryLabel.Story,
        ["example"] = StoryLabel.Story,
        ["accomplishment"] = StoryLabel.Story,
    };

    /// <summary>The label with which a line begins, before a colon or dash or as the whole line, and its length.</summary>
    public static (StoryLabel? Label, int Length) Find(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(":-–—\n");
        var isWhole = end < 0;
        var head = isWhole ? text : text[..end];
        var words = LineWords.Plain(head).TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return head.Length <= 24 && ByWord.TryGetValue(words, out var label)
            ? (label, isWhole ? text.Length : end + 1)
            : (null, 0);
    }
}
