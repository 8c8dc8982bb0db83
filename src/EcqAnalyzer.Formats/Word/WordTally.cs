namespace EcqAnalyzer.Formats.Word;

/// <summary>What was met while the parts were walked, for the remarks on the extraction.</summary>
internal sealed class WordTally
{
    public int Tables;
    public int Boxes;
    public int Insertions;
    public int Deletions;
    public int Moves;
    public int Pictures;
    public int Objects;
    public int Charts;
    public int Equations;
    public int Placeholders;
    public int SubDocuments;
    public int RenderedBreaks;
    public int ControlCharacters;

    /// <summary>Notes in the order in which the text refers to them; a note whose mark the author typed gets no number.</summary>
    public readonly List<(string Id, bool IsNumbered)> Footnotes = [];
    public readonly List<(string Id, bool IsNumbered)> Endnotes = [];

    /// <summary>Relationship ids in the order in which the text refers to them.</summary>
    public readonly List<string> HeadersAndFooters = [];
    public readonly List<string> Chunks = [];

    /// <summary>Diagrams (SmartArt), each with the paragraph that it is anchored in.</summary>
    public readonly List<(string Id, WordParagraph? Host)> Diagrams = [];
}
