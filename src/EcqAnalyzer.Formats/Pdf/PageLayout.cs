namespace EcqAnalyzer.Formats.Pdf;

/// <summary>A line in its place in the reading order of a page. Lines with one <see cref="Block"/> stand together.</summary>
internal sealed record PageLine(TextLine Line, int Block)
{
    /// <summary>A running header or footer, or the page's number.</summary>
    public bool IsFurniture { get; set; }
}

/// <summary>A page laid out for reading, and what was learnt of it on the way.</summary>
internal sealed record PageLayout(PageContent Content, List<PageLine> Lines)
{
    public int Number => Content.Number;

    /// <summary>From letters to lines in reading order, each step on what the one before made.</summary>
    public static PageLayout Of(PageContent content)
    {
        var letters = PageLetters.Once(content);
        var words = WordGrouper.Group(letters);
        var lines = LineGrouper.Group(words);
        var blocks = BlockGrouper.Group(lines);
        var ordered = ReadingOrder.Sort(blocks);

        var result = new List<PageLine>(lines.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            result.AddRange(ordered[i].Lines.Select(line => new PageLine(line, i)));
        }

        content.Glyphs.Clear();
        return new PageLayout(content, result);
    }
}
