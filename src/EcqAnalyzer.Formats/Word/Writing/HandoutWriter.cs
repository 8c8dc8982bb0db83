using System.Text;
using System.Xml;
using EcqAnalyzer.Formats.Word.Comments;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>
/// Writes a <see cref="Handout"/> as a Word package. START HERE for new Word documents: <see cref="Handout"/> is what one says,
/// <see cref="HandoutBody"/> writes its blocks, styles.xml and numbering.xml hold their looks. Nothing in it tells when it was
/// written: the same handout gives the same bytes. The tests validate what comes out with the Open XML SDK.
/// </summary>
public static class HandoutWriter
{
    /// <summary>The part with the text, as <see cref="EcqAnalyzer.Model.WordAnchor"/> names it.</summary>
    internal const string Main = "word/document.xml";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private const string ContentTypes = $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="{Type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Type}.styles+xml"/>
        <Override PartName="/word/numbering.xml" ContentType="{Type}.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="{Type}.settings+xml"/>
        <Override PartName="/word/footer1.xml" ContentType="{Type}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string PackageRelationships = $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/>
        <Relationship Id="rId2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    private const string MainRelationships = $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/numbering" Target="numbering.xml"/>
        <Relationship Id="rId3" Type="{Office}/settings" Target="settings.xml"/><Relationship Id="{HandoutBody.FooterId}" Type="{Office}/footer" Target="footer1.xml"/></Relationships>
        """;

    /// <summary>Without it Word takes the file for one of Word 2007 and says so above the text.</summary>
    private const string Settings = $"""
        <w:settings xmlns:w="{HandoutXml.Word}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """;

    public static void Write(Handout handout, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(handout);
        ArgumentNullException.ThrowIfNull(stream);
        ZipCopy.Empty.Write(stream, new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Part(ContentTypes),
            ["_rels/.rels"] = Part(PackageRelationships),
            [Main] = Part(xml => new HandoutBody(xml, handout).Write()),
            ["word/_rels/document.xml.rels"] = Part(MainRelationships),
            ["word/styles.xml"] = Part(Load("styles.xml").Replace("{language}", handout.Language, StringComparison.Ordinal)),
            ["word/numbering.xml"] = Part(Load("numbering.xml")),
            ["word/settings.xml"] = Part(Settings),
            ["word/footer1.xml"] = Part(xml => HandoutBody.WriteFooter(xml, handout)),
            ["docProps/core.xml"] = Part(xml => WriteProperties(xml, handout)),
        });
    }

    private static void WriteProperties(XmlWriter xml, Handout handout)
    {
        const string Terms = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", $"{Package}/metadata/core-properties");
        xml.WriteElementString("dc", "title", Terms, HandoutXml.Readable(SafeText.Line(handout.Title)));
        xml.WriteElementString("dc", "language", Terms, handout.Language);
        xml.WriteEndElement();
    }

    private static byte[] Part(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private static byte[] Part(string xml) =>
        Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml.ReplaceLineEndings("\n")}""");

    private static string Load(string name)
    {
        using var stream = typeof(HandoutWriter).Assembly.GetManifestResourceStream($"{typeof(HandoutWriter).Namespace}.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
