using System.Collections.Immutable;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>
/// A new Word document for a person to work in: its blocks from top to bottom, written by <see cref="HandoutWriter"/>. Headings,
/// lists and tables are real ones, with styles that can be changed in one place.
/// </summary>
public sealed record Handout(string Title, ImmutableArray<HandoutBlock> Blocks)
{
    /// <summary>A tag of BCP 47: the language of the proofing tools and of a screen reader.</summary>
    public string Language { get; init; } = "en-US";

    public HandoutPaper Paper { get; init; } = HandoutPaper.Portrait;

    /// <summary>Stands below every page, before the page's number; null for pages without a footer.</summary>
    public string? Footer { get; init; }
}

/// <summary>US Letter, upright or lying.</summary>
public enum HandoutPaper
{
    Portrait,
    Landscape,
}

/// <summary>What stands one below the other.</summary>
public abstract record HandoutBlock;

/// <summary>A heading: level 0 for the title of the whole, 1 to 3 below it.</summary>
public sealed record HandoutHeading(int Level, params ImmutableArray<HandoutRun> Runs) : HandoutBlock;

public sealed record HandoutParagraph(params ImmutableArray<HandoutRun> Runs) : HandoutBlock
{
    public HandoutLook Look { get; init; } = HandoutLook.Body;
}

/// <summary>What a paragraph is for.</summary>
public enum HandoutLook
{
    Body,

    /// <summary>Says something beside the matter, in small type.</summary>
    Note,

    /// <summary>Words of somebody else, such as the draft's.</summary>
    Quote,
}

/// <summary>An item of a bullet list; level from 0.</summary>
public sealed record HandoutBullet(params ImmutableArray<HandoutRun> Runs) : HandoutBlock
{
    public int Level { get; init; }
}

/// <summary>A table whose header row is repeated on every page it runs over. <see cref="Summary"/> says to a screen reader what it
/// holds; every row has a cell for each column.</summary>
public sealed record HandoutTable(
    string Summary, ImmutableArray<HandoutColumn> Columns, ImmutableArray<ImmutableArray<HandoutCell>> Rows) : HandoutBlock;

/// <summary>A column: its title, and how wide it is beside the others, in any unit.</summary>
public sealed record HandoutColumn(string Title, double Width);

/// <summary>A cell: paragraphs, then a bar where it has one, on a ground of a tint.</summary>
public sealed record HandoutCell(params ImmutableArray<HandoutParagraph> Paragraphs)
{
    public HandoutTint Ground { get; init; } = HandoutTint.None;

    public HandoutBar? Bar { get; init; }

    public bool IsCentred { get; init; }

    public static implicit operator HandoutCell(string text) => FromString(text);

    public static HandoutCell FromString(string text) => new(new HandoutParagraph(text));
}

/// <summary>A bar over a part of its cell's width, from 0 to 1. It is drawn, and no screen reader tells it: the number stands
/// beside it in words.</summary>
public sealed record HandoutBar(double Share, HandoutTint Tint);

/// <summary>Colours by what they stand for, as in the other reports; nothing is told by colour alone.</summary>
public enum HandoutTint
{
    None,
    Head,
    Accomplishment,
    Duty,
    Quiet,
    Trouble,
}

/// <summary>Text of one look. Of another's text only what can be shown is taken (<see cref="SafeText"/>); line feeds and tabs
/// become Word's own.</summary>
public sealed record HandoutRun
{
    private HandoutRun(string text, HandoutMarks marks) => (Text, Marks) = (text, marks);

    public string Text { get; }

    public HandoutMarks Marks { get; }

    public static implicit operator HandoutRun(string text) => Of(text, HandoutMarks.None);

    public static HandoutRun FromString(string text) => Of(text, HandoutMarks.None);

    public static HandoutRun Of(string text, HandoutMarks marks) => new(SafeText.Of(text), marks);

    public static HandoutRun Bold(string text) => Of(text, HandoutMarks.Bold);

    public static HandoutRun Italic(string text) => Of(text, HandoutMarks.Italic);

    /// <summary>The text character for character, where places in it are counted.</summary>
    internal static HandoutRun Exact(string text) => new(text, HandoutMarks.None);
}

/// <summary>How a run looks beside its paragraph.</summary>
[Flags]
public enum HandoutMarks
{
    None = 0,
    Bold = 1,
    Italic = 2,

    /// <summary>Text that is new: underlined, in the colour of what was done.</summary>
    Added = 4,

    /// <summary>Text that is gone: struck out, in the colour of trouble.</summary>
    Gone = 8,
    Quiet = 16,
}
