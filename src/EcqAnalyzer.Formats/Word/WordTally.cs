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

    public readonly FontTally Fonts = new();

    /// <summary>In points, of the first section that says it; and the narrowest of each side over all sections.</summary>
    public Model.PageSize? PageSize;
    public Model.Margins? Margins;

    /// <summary>Notes in the order in which the text refers to them; a note whose mark the author typed gets no number.</summary>
    public readonly List<(string Id, bool IsNumbered)> Footnotes = [];
    public readonly List<(string Id, bool IsNumbered)> Endnotes = [];

    /// <summary>Relationship ids in the order in which the text refers to them.</summary>
    public readonly List<string> HeadersAndFooters = [];
    /// <summary>Embedded documents: how many, and the first of them.</summary>
    public int ChunkCount;
    public readonly List<string> Chunks = [];

    /// <summary>Diagrams (SmartArt): how many, and the first of them with the paragraph that they are anchored in.</summary>
    public int DiagramCount;
    public readonly List<(string Id, WordParagraph? Host)> Diagrams = [];

    public void AddChunk(string id)
    {
        if (ChunkCount++ < ReadingLimits.Diagrams)
        {
            Chunks.Add(id);
        }
    }

    public void AddDiagram(string id, WordParagraph? host)
    {
        if (DiagramCount++ < ReadingLimits.Diagrams)
        {
            Diagrams.Add((id, host));
        }
    }
}
