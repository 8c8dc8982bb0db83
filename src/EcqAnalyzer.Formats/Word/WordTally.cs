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

    /// <summary>Relationship ids in the order in which the text refers to them.</summary>
    public readonly List<string> Footnotes = [];
    public readonly List<string> Endnotes = [];
    public readonly List<string> HeadersAndFooters = [];
    public readonly List<string> Chunks = [];

    /// <summary>Diagrams (SmartArt), each with the paragraph that it is anchored in.</summary>
    public readonly List<(string Id, WordParagraph? Host)> Diagrams = [];
}
