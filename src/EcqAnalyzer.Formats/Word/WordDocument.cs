using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>The parts of a package that hold text or say how it counts, each walked.</summary>
internal sealed class WordDocument
{
    private readonly WordPackage _package;
    private readonly DraftSource _source;
    private readonly CancellationToken _cancellation;
    private readonly List<Relationship> _relationships;

    private WordDocument(WordPackage package, DraftSource source, string main, CancellationToken cancellation)
    {
        (_package, _source, _cancellation) = (package, source, cancellation);
        _relationships = package.RelationshipsOf(main);
        Styles = Definitions("styles", main, WordStyles.Read);
        if (Styles.NamesTheme)
        {
            Styles.Theme = Definitions("theme", main, WordTheme.Read);
        }

        Numbering = Definitions("numbering", main, WordNumbering.Read);
        Body = Walk(main, Model.BlockKind.Paragraph);
        if (Body.Root is not (null or "document"))
        {
            throw WordFaults.IsNotWord(source, "its main part is no Word text");
        }

        Footnotes = WalkKind("footnotes");
        Endnotes = WalkKind("endnotes");
        Comments = WalkKind("comments");
        ReadHeadersAndFooters();
        ReadDiagrams();
        Pages = PagesSaid() ?? (Body.Tally.RenderedBreaks > 0 ? Body.Tally.RenderedBreaks + 1 : null);
    }

    public DraftSource Source => _source;

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public WordStory Body { get; }

    public WordStory? Footnotes { get; }

    public WordStory? Endnotes { get; }

    public WordStory? Comments { get; }

    public List<(string Kind, WordStory Story)> HeadersAndFooters { get; } = [];

    /// <summary>Parts that are named but missing or damaged, without those that matter to no text.</summary>
    public HashSet<string> FaultyParts { get; } = [];

    /// <summary>Diagrams whose text was read, and those whose part was not to be found.</summary>
    public int DiagramsRead { get; private set; }

    /// <summary>Pages as Word counted them when it last saved; null where nothing tells.</summary>
    public int? Pages { get; }

    public Model.PageSetup Setup => new(Body.Tally.PageSize, Body.Tally.Margins, Body.Tally.Fonts.ToUses());

    /// <summary>In the text and in headers and footers, without those that show an embedded object.</summary>
    public int Pictures
    {
        get
        {
            var pictures = Body.Tally.Pictures - Body.Tally.Objects;
            foreach (var (_, story) in HeadersAndFooters)
            {
                pictures += story.Tally.Pictures - story.Tally.Objects;
            }

            return Math.Max(0, pictures);
        }
    }

    public bool IsRecovered => _package.IsRecovered;

    public static WordDocument Read(WordPackage package, DraftSource source, CancellationToken cancellation) =>
        new(package, source, FindMain(package, source), cancellation);

    /// <summary>What an embedded chunk is, by its name's ending.</summary>
    public string ChunkType(string id)
    {
        var target = Find(id)?.Target ?? "";
        var dot = target.LastIndexOf('.');
        return dot < 0 ? "unknown" : target[(dot + 1)..].ToLowerInvariant();
    }

    public static string FindMain(WordPackage package, DraftSource source)
    {
        string? other = null;
        foreach (var relationship in package.RelationshipsOf(""))
        {
            if (relationship.Kind == "officeDocument" && package.Has(relationship.Target))
            {
                other = relationship.Target;
                if (!other.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
                    && !other.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase))
                {
                    return other;
                }
            }
        }

        if (package.Has("word/document.xml"))
        {
            return "word/document.xml";
        }

        foreach (var name in package.PartNames)
        {
            if (name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        throw other is not null
            ? WordFaults.IsNotWord(source, "it is a workbook or a presentation")
            : package.IsRecovered || package.Has("[Content_Types].xml")
                ? WordFaults.IsDamaged(source, "its main part is missing")
                : WordFaults.IsNotWord(source, "it is a zip archive of other things");
    }

    private Relationship? Find(string id)
    {
        foreach (var relationship in _relationships)
        {
            if (relationship.Id == id)
            {
                return relationship;
            }
        }

        return null;
    }

    private string? PartOfKind(string kind)
    {
        foreach (var relationship in _relationships)
        {
            if (relationship.Kind == kind && !relationship.IsExternal)
            {
                return relationship.Target;
            }
        }

        return null;
    }

    private T Definitions<T>(string kind, string main, Func<XmlReader?, T> read)
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        try
        {
            using var xml = _package.TryOpen(PartOfKind(kind) ?? $"{folder}{kind}.xml");
            return read(xml);
        }
        catch (Exception fault) when (WordPackage.IsDamage(fault))
        {
            FaultyParts.Add(kind);
            return read(null);
        }
    }

    private WordStory Walk(string part, Model.BlockKind place) => WordWalker.Walk(
        part, () => _package.TryOpen(part), new WordWalkSettings(_source, Styles, place), _cancellation);

    private WordStory? WalkKind(string kind)
    {
        if (PartOfKind(kind) is not { } part || !_package.Has(part))
        {
            return null;
        }

        var story = Walk(part, Model.BlockKind.Note);
        if (story.Fault is not null)
        {
            FaultyParts.Add(kind);
        }

        return story;
    }

    private void ReadHeadersAndFooters()
    {
        foreach (var id in Body.Tally.HeadersAndFooters)
        {
            if (Find(id) is { IsExternal: false } relationship && _package.Has(relationship.Target))
            {
                var story = Walk(relationship.Target, Model.BlockKind.PageFurniture);
                HeadersAndFooters.Add((relationship.Kind, story));
                if (story.Fault is not null)
                {
                    FaultyParts.Add(relationship.Kind);
                }
            }
        }
    }

    /// <summary>The text of a diagram stands in a part of its own; it is read as a box behind the paragraph that shows it.</summary>
    private void ReadDiagrams()
    {
        foreach (var (id, host) in Body.Tally.Diagrams)
        {
            if (Find(id) is { IsExternal: false } relationship && _package.Has(relationship.Target))
            {
                var story = Walk(relationship.Target, Model.BlockKind.Box);
                (host?.Boxes ?? Body.Paragraphs).AddRange(story.Paragraphs);
                DiagramsRead += story.Fault is null ? 1 : 0;
            }
        }
    }

    private int? PagesSaid()
    {
        foreach (var relationship in _package.RelationshipsOf(""))
        {
            if (relationship.Kind == "extended-properties" && !relationship.IsExternal)
            {
                try
                {
                    using var xml = _package.TryOpen(relationship.Target);
                    while (xml is not null && xml.Read())
                    {
                        if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Pages" && xml.Read())
                        {
                            return WordNames.Number(xml.Value) is > 0 and var pages ? pages : null;
                        }
                    }
                }
                catch (Exception fault) when (WordPackage.IsDamage(fault))
                {
                    return null;
                }
            }
        }

        return null;
    }
}
