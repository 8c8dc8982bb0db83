using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>What becomes of text.</summary>
internal enum Fate
{
    Read,

    /// <summary>Nobody sees it: kept apart.</summary>
    Hidden,

    /// <summary>Deleted: left out.</summary>
    Deleted,
}

internal sealed class WordTable
{
    public int Row = -1;
}

internal sealed class WordRow(int index, int page)
{
    public int Index { get; } = index;

    public int Page { get; } = page;

    public int LastPage { get; set; } = page;

    public Fate Fate { get; set; }
}

/// <summary>A container of paragraphs: the body, a table cell, a box, a note. Paragraphs never join across its border.</summary>
internal sealed class WordScope(BlockKind place, int row, List<WordParagraph> paragraphs, WordFields fields, Fate fate)
{
    public BlockKind Place { get; } = place;

    public int Row { get; } = row;

    public List<WordParagraph> Paragraphs { get; } = paragraphs;

    public WordFields Fields { get; } = fields;

    public Fate Fate { get; set; } = fate;

    public WordTable? Table { get; set; }

    public WordRow? TableRow { get; set; }

    /// <summary>The paragraph whose deleted mark joins the next one to it.</summary>
    public WordParagraph? Joining { get; set; }

    public bool IsInBox { get; init; }
}

/// <summary>What a run's properties say about its text.</summary>
internal sealed class WordRunState
{
    public bool? Vanish { get; set; }

    public string? Style { get; set; }

    public string? Font { get; set; }

    public string? ThemeFont { get; set; }

    /// <summary>In half points.</summary>
    public int? Size { get; set; }

    /// <summary>Where its characters are counted; found when the first is read.</summary>
    public FontCount? Count { get; set; }

    /// <summary>Worked out from properties and styles when the first character is read.</summary>
    public bool? IsHidden { get; set; }
}

internal enum FrameKind
{
    Plain,
    Skip,
    Alternatives,
    Paragraph,
    ParagraphProperties,
    MarkProperties,
    NumberProperties,
    Run,
    RunProperties,
    Text,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    ControlProperties,
    FormField,
    SectionProperties,
    Box,
    Note,
    Numerator,
    Ruby,
    RubyText,
}

/// <summary>An open element: what it is, and what to put back when it closes.</summary>
internal struct Frame(FrameKind kind, object? before = null)
{
    public FrameKind Kind = kind;
    public object? Before = before;

    /// <summary>Of alternatives: one was taken.</summary>
    public bool IsTaken;
}
