using System.IO.Compression;
using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>One relationship of a part: what it is to it (the last word of its type), and where it points. A target outside
/// of the package has no part.</summary>
internal sealed record Relationship(string Id, string Kind, string Target, bool IsExternal);

/// <summary>
/// The zip that a Word document is. Parts are found through relationships, since their names are the writer's free choice;
/// letter case, backslashes and missing content types are forgiven, as Word forgives them.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private readonly UnpackingBudget _budget;
    private readonly ZipArchive? _archive;
    private readonly Dictionary<string, ZipPart> _parts;
    private Dictionary<string, ZipPart>? _found;

    private WordPackage(DraftSource source, ZipArchive? archive, Dictionary<string, ZipPart> parts, bool isRecovered)
    {
        _budget = new UnpackingBudget(source);
        _archive = archive;
        _parts = parts;
        IsRecovered = isRecovered;
    }

    /// <summary>Whether the zip's directory was broken, so that the parts were found by searching.</summary>
    public bool IsRecovered { get; }

    public static WordPackage Open(DraftSource source)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(ZipLocalHeaders.Memory(source.Bytes), ZipArchiveMode.Read);
            var parts = Entries(source, archive);
            if (parts.Count > 0)
            {
                return new WordPackage(source, archive, parts, isRecovered: false);
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            archive?.Dispose();
        }

        var found = ZipLocalHeaders.Find(source.Bytes);
        return found.Count > 0
            ? new WordPackage(source, null, found, isRecovered: true)
            : throw WordFaults.IsDamaged(source, "its parts cannot be unpacked");
    }

    /// <summary>Whether an exception of the zip, deflate or XML reader says that the bytes are at fault.</summary>
    public static bool IsDamage(Exception fault) => fault
        is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException
        or OverflowException or ObjectDisposedException;

    /// <summary>A part's name as it is looked up: forward slashes, no leading slash, no escapes, and no way out upwards.</summary>
    public static string Normalized(string name)
    {
        var segments = new List<string>();
        foreach (var segment in Unescaped(name).Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public IEnumerable<string> PartNames => _parts.Keys;

    /// <summary>Opens a part for reading, bounded; null where there is none. The caller closes it.</summary>
    public XmlReader? TryOpen(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        var stream = new BoundedStream(Unpack(part, entry), entry.PackedBytes, _budget);
        return XmlReader.Create(stream, XmlSettings(_budget.Source));
    }

    public static XmlReaderSettings XmlSettings(DraftSource source) => new()
    {
        NameTable = new BoundedNames(source),
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>A part as it is stored, bounded; null where there is none.</summary>
    public byte[]? TryReadBytes(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        using var stream = Unpack(part, entry);
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            _budget.Spend(read);
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>Where the directory of the zip points at the wrong place, the header before the entry may still be found.</summary>
    private Stream Unpack(string part, ZipPart entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException) when (!IsRecovered)
        {
            _found ??= ZipLocalHeaders.Find(_budget.Source.Bytes);
            if (_found.TryGetValue(part, out var found))
            {
                return found.Open();
            }

            throw;
        }
    }

    /// <summary>The relationships of a part ("" for the package), in order. A damaged or missing list is an empty one.</summary>
    public List<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var result = new List<Relationship>();
        try
        {
            using var xml = TryOpen($"{folder}_rels/{part[(slash + 1)..]}.rels");
            while (xml is not null && xml.Read() && result.Count < ReadingLimits.PackageEntries)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
                {
                    result.Add(Relationship(xml, folder));
                }
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            // What was read so far is used; a part that cannot be found is said where it is missed.
        }

        return result;
    }

    public void Dispose() => _archive?.Dispose();

    private static Relationship Relationship(XmlReader xml, string folder)
    {
        var target = xml.GetAttribute("Target") ?? "";
        var type = xml.GetAttribute("Type") ?? "";
        var isExternal = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        var path = target.StartsWith('/') || target.StartsWith('\\') ? target : folder + target;
        return new Relationship(
            xml.GetAttribute("Id") ?? "",
            type[(type.LastIndexOf('/') + 1)..],
            isExternal ? target : Normalized(path),
            isExternal);
    }

    private static Dictionary<string, ZipPart> Entries(DraftSource source, ZipArchive archive)
    {
        var entries = archive.Entries;
        if (entries.Count > ReadingLimits.PackageEntries)
        {
            throw WordFaults.IsTooLarge(source, $"{ReadingLimits.PackageEntries:N0} parts");
        }

        var parts = new Dictionary<string, ZipPart>(entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            // Of two parts of one name the first counts: Word refuses such files, and either choice must be a fixed one.
            parts.TryAdd(Normalized(entry.FullName), new ZipPart(entry.CompressedLength, entry.Open));
        }

        return parts;
    }

    private static string Unescaped(string name) => name.Contains('%') ? Uri.UnescapeDataString(name) : name;
}
