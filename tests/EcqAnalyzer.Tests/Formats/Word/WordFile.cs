using System.IO.Compression;
using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>Writes Word packages part by part, sound ones and others: the tests decide on every byte of the XML.</summary>
internal sealed class WordFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly List<(string Id, string Kind, string Target)> _relationships = [];
    private readonly string _namespace;
    private string _body = "";

    public WordFile(string ns = Transitional) => _namespace = ns;

    public string Main { get; init; } = "word/document.xml";

    /// <summary>How the main part is named in the archive, where that differs.</summary>
    public string? MainEntry { get; init; }

    public string? MainTarget { get; init; }

    public CompressionLevel Level { get; init; } = CompressionLevel.Fastest;

    public static Draft ReadBody(string body) => new WordFile().Body(body).Read();

    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public WordFile Body(string body)
    {
        _body = body;
        return this;
    }

    /// <summary>Adds a part beside the main part and a relationship to it.</summary>
    public WordFile Part(string kind, string root, string content, string? id = null, string? name = null)
    {
        name ??= $"{kind}.xml";
        _relationships.Add((id ?? $"r{_relationships.Count}", kind, name));
        return Raw($"word/{name}", Root(root, content));
    }

    public WordFile Relationship(string id, string kind, string target)
    {
        _relationships.Add((id, kind, target));
        return this;
    }

    public WordFile Raw(string name, string content) => Raw(name, Encoding.UTF8.GetBytes(content));

    public WordFile Raw(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    public string Root(string root, string content) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{_namespace}"
        xmlns:r="{(_namespace == Strict ? StrictOffice : Office)}"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        xmlns:o="urn:schemas-microsoft-com:office:office"
        xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:{root}>
        """;

    public byte[] ToBytes()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes("<Types/>"));
            Write(zip, "_rels/.rels", Relationships([("m", "officeDocument", MainTarget ?? Main)]));
            Write(zip, MainEntry ?? Main, Encoding.UTF8.GetBytes(Root("document", $"<w:body>{_body}</w:body>")));
            if (_relationships.Count > 0)
            {
                Write(zip, $"word/_rels/{Main[(Main.LastIndexOf('/') + 1)..]}.rels", Relationships(_relationships));
            }

            foreach (var (name, content) in _parts)
            {
                Write(zip, name, content);
            }
        }

        return memory.ToArray();
    }

    public DraftSource ToSource() => new("draft.docx", ToBytes());

    public Draft Read() => Read(ToBytes());

    public static Draft Read(byte[] bytes) => new WordReader().Read(new DraftSource("draft.docx", bytes), default);

    /// <summary>The one line with which a file is refused.</summary>
    public static Diagnostic Refused(byte[] bytes)
    {
        var diagnostic = Assert.Throws<UnreadableDraftException>(() => Read(bytes)).Diagnostic;
        Assert.DoesNotContain('\n', diagnostic.ToString());
        return diagnostic;
    }

    public Diagnostic Refused() => Refused(ToBytes());

    private byte[] Relationships(IEnumerable<(string Id, string Kind, string Target)> relationships)
    {
        var office = _namespace == Strict ? StrictOffice : Office;
        var all = string.Concat(relationships.Select(one =>
            $"<Relationship Id=\"{one.Id}\" Type=\"{office}/{one.Kind}\" Target=\"{one.Target}\"/>"));
        return Encoding.UTF8.GetBytes($"<Relationships xmlns=\"urn:x\">{all}</Relationships>");
    }

    private void Write(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name, Level).Open();
        stream.Write(content);
    }
}

internal static class DraftText
{
    /// <summary>Each block on a line: kind, level and text.</summary>
    public static string Outline(this Draft draft) => string.Join('\n', draft.Blocks.Select(block =>
        $"{block.Kind} {block.Level}: {block.Span.Of(draft.Text)}"));

    public static ExtractionNote? Note(this Draft draft, string what) =>
        draft.Extraction.Notes.FirstOrDefault(note => note.What == what);
}
