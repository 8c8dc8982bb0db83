using System.Text;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// A Word package to which parts beside the main one are added: the part itself, the relationship that finds it and the type
/// of its content. Where a part of the kind stands already, it is the one that is read and changed.
/// </summary>
internal sealed class PackageEdit
{
    private const string TypesPart = "[Content_Types].xml";
    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly WordPackage _package;
    private readonly DraftSource _source;
    private readonly string _folder;
    private readonly string _relationshipsPart;
    private readonly ListPart _types;
    private readonly ListPart _relationships;

    public PackageEdit(WordPackage package, DraftSource source, string main)
    {
        (_package, _source) = (package, source);
        Main = main;
        _folder = main[..(main.LastIndexOf('/') + 1)];
        _relationshipsPart = $"{_folder}_rels/{main[_folder.Length..]}.rels";
        _types = Read(TypesPart) ?? throw new InvalidDataException("The types of its contents are missing.");
        _relationships = Read(_relationshipsPart) ?? ListPart.Read(
            Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{RelationshipsNamespace}"></Relationships>"""),
            source);
    }

    public string Main { get; }

    /// <summary>What has changed so far, by the parts' names.</summary>
    public Dictionary<string, byte[]> Changed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The part of a kind, which is told by the last word of its relationship's type; made of
    /// <paramref name="empty"/> where there is none.</summary>
    public PackagePart Part(PartKind kind, string empty)
    {
        foreach (var relationship in _package.RelationshipsOf(Main))
        {
            if (relationship.Kind == kind.Name && !relationship.IsExternal && _package.Has(relationship.Target))
            {
                return new PackagePart(relationship.Target, Read(relationship.Target)!, null);
            }
        }

        return new PackagePart(FreeName(kind.Name), ListPart.Read(Encoding.UTF8.GetBytes(empty), _source), kind);
    }

    /// <summary>Takes a part into the package, if anything in it has changed.</summary>
    public void Take(PackagePart part)
    {
        if (!part.List.IsChanged)
        {
            return;
        }

        Changed[part.Name] = part.List.ToBytes();
        if (part.New is not { } kind)
        {
            return;
        }

        _relationships.Add(
            $"<{_relationships.Prefix}Relationship Id=\"{FreeId(kind.Name)}\" Type=\"{kind.Relationship}\" Target=\"{part.Name[_folder.Length..]}\"/>");
        _types.Add($"<{_types.Prefix}Override PartName=\"/{part.Name}\" ContentType=\"{kind.ContentType}\"/>");
        (Changed[_relationshipsPart], Changed[TypesPart]) = (_relationships.ToBytes(), _types.ToBytes());
    }

    private ListPart? Read(string name) => _package.TryReadBytes(name) is { } bytes ? ListPart.Read(bytes, _source) : null;

    private string FreeName(string name)
    {
        for (var number = 0; ; number++)
        {
            var free = $"{_folder}{name}{(number == 0 ? "" : number)}.xml";
            if (!_package.Has(free))
            {
                return free;
            }
        }
    }

    private string FreeId(string name)
    {
        for (var number = 1; ; number++)
        {
            var free = $"ecq-{name}{(number == 1 ? "" : number)}";
            if (!_relationships.Entries.Exists(entry => entry.Find("Id") == free))
            {
                return free;
            }
        }
    }
}

/// <summary>What a part is: the name of its kind, the type of the relationship to it and the type of its content.</summary>
internal sealed record PartKind(string Name, string Relationship, string ContentType)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static PartKind CommentsExtended { get; } =
        new("commentsExtended", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", $"{Word}commentsExtended+xml");

    public static PartKind CommentsIds { get; } =
        new("commentsIds", "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds", $"{Word}commentsIds+xml");

    public static PartKind People { get; } =
        new("people", "http://schemas.microsoft.com/office/2011/relationships/people", $"{Word}people+xml");

    public static PartKind Comments(bool isStrict) => new(
        "comments",
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
        $"{Word}comments+xml");
}

/// <summary>A part that is being changed; <see cref="New"/> is null where it stood in the package before.</summary>
internal sealed record PackagePart(string Name, ListPart List, PartKind? New);
