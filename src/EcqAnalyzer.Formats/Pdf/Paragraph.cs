using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Lines that make one paragraph, heading or list item, and the page on which it begins.</summary>
internal sealed class Paragraph(int page, int block, BlockKind kind)
{
    public int Page { get; } = page;

    public int Block { get; } = block;

    public BlockKind Kind { get; set; } = kind;

    public int Level { get; set; }

    /// <summary>Each with the page it stands on: a paragraph may run on over a page's end.</summary>
    public List<PlacedLine> Lines { get; } = [];

    public TextLine First => Lines[0].Line;

    public TextLine Last => Lines[^1].Line;

    public bool HasBullet { get; init; }

    public string Text => string.Join(' ', Lines.Select(line => line.Line.Text));
}

/// <summary>A line and the page it stands on.</summary>
internal sealed record PlacedLine(int Page, TextLine Line);
