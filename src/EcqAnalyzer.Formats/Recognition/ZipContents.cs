using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace EcqAnalyzer.Formats.Recognition;

/// <summary>
/// What a zip holds: a Word package, another kind of document, or just files. The main part of an Office package is the
/// target of its officeDocument relationship; what that part is, its content type tells, and where the content types
/// are damaged or missing, its path.
/// </summary>
internal static class ZipContents
{
    /// <summary>The parts read here list a package's parts: a package of thousands has a few hundred
    /// kilobytes.</summary>
    private const int PartLength = 4 << 20;

    private static readonly ForeignFile _plainZip = new("a zip archive", "unpack it and name the draft that is in it");

    /// <summary>Null where this is a Word package.</summary>
    public static ForeignFile? Recognize(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/'))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            return RecognizeByMimeType(zip) ?? RecognizeByNames(names) ?? RecognizePackage(zip, names);
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // Cut off or damaged. Names of parts stand in the local headers too: a Word file goes to its reader,
            // which can say more.
            return bytes.Span.IndexOf("word/"u8) >= 0
                ? null
                : new ForeignFile("a damaged zip archive or Office document", "open it, save it anew and try again");
        }
    }

    private static ForeignFile? RecognizeByMimeType(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { } entry)
        {
            return null;
        }

        var type = ReadText(entry, 200);
        return type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)
                ? new("an OpenDocument text (.odt)", ForeignFile.SaveAsDocx)
            : type.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal)
                ? new("an OpenDocument file that is no text (.ods, .odp)", ForeignFile.PutIntoWord)
            : type.StartsWith("application/epub", StringComparison.Ordinal)
                ? new("an e-book (EPUB)", "save the draft as a Word document (.docx) or PDF")
            : null;
    }

    private static ForeignFile? RecognizeByNames(HashSet<string> names) =>
        names.Contains("Index/Document.iwa") || names.Contains("Index.zip") || names.Contains("index.xml")
        || names.Contains("index.apxl")
            ? new("a document of Apple Pages, Numbers or Keynote", "export it there (File, Export To) as Word or PDF")
            : null;

    private static ForeignFile? RecognizePackage(ZipArchive zip, HashSet<string> names)
    {
        var main = FindMainPart(zip);
        var type = main is null ? null : FindContentType(zip, main);
        var clue = type is null || !IsTelling(type) ? main ?? "" : type;
        if (IsWord(clue) || (main is null && names.Contains("word/document.xml")))
        {
            return null;
        }

        return Has(clue, "spreadsheet") || Has(clue, "ms-excel") || Has(clue, "xl/")
                ? new("an Excel workbook", ForeignFile.PutIntoWord)
            : Has(clue, "presentation") || Has(clue, "ms-powerpoint") || Has(clue, "ppt/")
                ? new("a PowerPoint file", ForeignFile.PutIntoWord)
            : names.Contains("word/document.xml") ? null
            : main is not null || names.Contains("[Content_Types].xml")
                ? new("an Office package that holds no Word document", ForeignFile.SaveAsDocx)
            : names.Any(name => name.EndsWith("/Index/Document.iwa", StringComparison.OrdinalIgnoreCase))
                ? new("a zipped Apple Pages document", "export it in Pages (File, Export To) as Word or PDF")
            : _plainZip;
    }

    /// <summary>Target of the officeDocument relationship, as a name of an entry; the transitional and the strict type
    /// both end so.</summary>
    private static string? FindMainPart(ZipArchive zip)
    {
        if (Find(zip, "_rels/.rels") is not { } relationships)
        {
            return null;
        }

        foreach (var attributes in ReadElements(relationships, "Relationship"))
        {
            if (attributes.TryGetValue("Type", out var type)
                && type.EndsWith("/officeDocument", StringComparison.OrdinalIgnoreCase)
                && attributes.TryGetValue("Target", out var target))
            {
                return target.Replace('\\', '/').TrimStart('.', '/');
            }
        }

        return null;
    }

    private static string? FindContentType(ZipArchive zip, string part)
    {
        if (Find(zip, "[Content_Types].xml") is not { } contentTypes)
        {
            return null;
        }

        string? byExtension = null;
        var extension = Path.GetExtension(part).TrimStart('.');
        foreach (var attributes in ReadElements(contentTypes, "Override", "Default"))
        {
            var type = attributes.GetValueOrDefault("ContentType");
            if (attributes.TryGetValue("PartName", out var name)
                && name.TrimStart('/').Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }

            if (attributes.TryGetValue("Extension", out var ending)
                && ending.Equals(extension, StringComparison.OrdinalIgnoreCase))
            {
                byExtension = type;
            }
        }

        return byExtension;
    }

    private static List<Dictionary<string, string>> ReadElements(ZipArchiveEntry entry, params string[] names)
    {
        var found = new List<Dictionary<string, string>>();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = PartLength,
        };
        try
        {
            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName))
                {
                    found.Add(ReadAttributes(reader));
                }
            }
        }
        catch (XmlException)
        {
            // What was read so far may do; if not, the parts' paths decide.
        }

        return found;
    }

    private static Dictionary<string, string> ReadAttributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            attributes[reader.LocalName] = reader.Value;
        }

        return attributes;
    }

    private static string ReadText(ZipArchiveEntry entry, int length)
    {
        using var reader = new StreamReader(entry.Open());
        var buffer = new char[length];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) => zip.Entries.FirstOrDefault(
        entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsTelling(string type) => IsWord(type) || Has(type, "spreadsheet") || Has(type, "presentation")
        || Has(type, "ms-excel") || Has(type, "ms-powerpoint");

    private static bool IsWord(string clue) =>
        Has(clue, "wordprocessingml") || Has(clue, "ms-word") || Has(clue, "word/");

    private static bool Has(string clue, string part) => clue.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array ?? [], array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
