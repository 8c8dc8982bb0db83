namespace EcqAnalyzer.Formats.Pdf;

/// <summary>A line in its place in the reading order of a page. Lines with one <see cref="Block"/> stand together.</summary>
internal sealed record PageLine(TextLine Line, int Block, int? Row = null)
{
    /// <summary>A running header or footer, or the page's number.</summary>
    public bool IsFurniture { get; set; }

    /// <inheritdoc cref="TextBlock.Margin"/>
    public double? Margin { get; init; }
}

/// <summary>A page laid out for reading, and what was learnt of it on the way.</summary>
internal sealed record PageLayout(PageContent Content, List<PageLine> Lines, PageTrust Trust)
{
    public int Number => Content.Number;

    /// <summary>Whether text stands on it that may belong elsewhere than where it was read.</summary>
    public bool HasDoubtfulOrder { get; init; }

    /// <summary>From letters to lines in reading order, each step on what the one before made.</summary>
    public static PageLayout Of(PageContent content)
    {
        var letters = RightToLeft.FromTheLeft(Accents.Join(PageLetters.Once(content)));
        var words = WordGrouper.Group(letters);
        var lines = RuledTables.Lines(content, words);
        var blocks = Regions.Read(lines);
        ReadingOrder.KeepSentences(blocks);

        var result = new List<PageLine>(lines.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            result.AddRange(blocks[i].Lines.Select(line => new PageLine(line, i, blocks[i].Row) { Margin = blocks[i].Margin }));
        }

        content.Glyphs.Clear();
        return new PageLayout(content, result, new PageTrust(letters))
        {
            HasDoubtfulOrder = blocks.Exists(block => block.HasDoubtfulPlace),
        };
    }
}
