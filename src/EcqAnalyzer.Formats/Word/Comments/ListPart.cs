using System.Text;
using System.Xml;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>An entry of a part that is a list: its name, its attributes by their local names, and where it stands. For what
/// holds paragraphs, the id of the last of them and the text.</summary>
internal sealed record ListEntry(
    string Name, IReadOnlyDictionary<string, string> Attributes, int Start, int End, string? LastParagraph, string Text)
{
    public string? Find(string attribute) => Attributes.GetValueOrDefault(attribute);
}

/// <summary>A part that is a list of entries below one root, such as comments, relationships or content types: read once, and
/// written with entries taken out and others added at its end.</summary>
internal sealed class ListPart
{
    private readonly XmlText _text;
    private readonly XmlElementPlace _root;
    private readonly List<Splice> _splices = [];
    private readonly StringBuilder _added = new();

    private ListPart(XmlText text, XmlElementPlace root, List<ListEntry> entries) =>
        (_text, _root, Entries) = (text, root, entries);

    public List<ListEntry> Entries { get; }

    /// <summary>The prefix of the root's name with its colon; empty where it has none.</summary>
    public string Prefix
    {
        get
        {
            var name = _text.NameAt(_root.Start);
            return name[..(name.IndexOf(':') + 1)];
        }
    }

    public bool IsChanged => _splices.Count > 0 || _added.Length > 0;

    /// <summary>Throws <see cref="InvalidDataException"/> or <see cref="XmlException"/> where the part is damaged.</summary>
    public static ListPart Read(byte[] bytes, DraftSource source)
    {
        var text = XmlText.TryDecode(bytes) ?? throw new InvalidDataException("The part is written in another encoding.");
        using var xml = XmlReader.Create(text.Open(), WordPackage.XmlSettings(source));
        var entries = new List<ListEntry>();
        XmlElementPlace? root = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && root is null)
            {
                root = new XmlElementPlace(PlaceOf(text, xml, 1));
                if (xml.IsEmptyElement)
                {
                    root.EndTag = root.End = text.EndOfTag(root.Start);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                entries.Add(ReadEntry(text, xml));
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                root!.EndTag = PlaceOf(text, xml, 2);
                root.End = text.EndOfTag(root.EndTag);
            }
        }

        return new ListPart(text, root ?? throw new InvalidDataException("The part is empty."), entries);
    }

    public void Remove(ListEntry entry) => _splices.Add(new Splice(entry.Start, entry.End, ""));

    public void Add(string entry) => _added.Append(entry);

    public byte[] ToBytes()
    {
        if (_root.EndTag < _root.End)
        {
            return _text.With([.. _splices, new Splice(_root.EndTag, _root.EndTag, _added.ToString())]);
        }

        // An empty root, written in one tag, is opened.
        var slash = _text.Text.LastIndexOf('/', _root.End - 1);
        return _text.With([new Splice(slash, _root.End, $">{_added}</{_text.NameAt(_root.Start)}>")]);
    }

    private static ListEntry ReadEntry(XmlText text, XmlReader xml)
    {
        var start = PlaceOf(text, xml, 1);
        var name = xml.LocalName;
        var attributes = AttributesOf(xml);
        if (xml.IsEmptyElement)
        {
            return new ListEntry(name, attributes, start, text.EndOfTag(start), null, "");
        }

        var (depth, words) = (xml.Depth, new StringBuilder());
        string? paragraph = null;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "p":
                    paragraph = WordNames.Attribute(xml, "paraId");
                    words.Append('\n');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    words.Append(xml.Value);
                    break;
            }
        }

        return new ListEntry(
            name, attributes, start, text.EndOfTag(PlaceOf(text, xml, 2)), paragraph, words.ToString().Trim());
    }

    private static Dictionary<string, string> AttributesOf(XmlReader xml)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
        {
            attributes[xml.LocalName] = xml.Value;
        }

        xml.MoveToElement();
        return attributes;
    }

    private static int PlaceOf(XmlText text, XmlReader xml, int signs)
    {
        var position = (IXmlLineInfo)xml;
        return text.Offset(position.LineNumber, position.LinePosition) - signs;
    }
}
