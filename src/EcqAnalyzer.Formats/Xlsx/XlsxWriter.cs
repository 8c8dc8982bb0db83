using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using EcqAnalyzer.Formats.Tables;

namespace EcqAnalyzer.Formats.Xlsx;

/// <summary>
/// Writes tables as a workbook, a sheet each, in order. Written part by part and not through the Open XML SDK: the six small parts
/// are all we need of a format the SDK holds whole, and its packages carry the time at which they were written, where the same
/// tables are to give the same bytes. The tests validate what comes out with the SDK.
/// </summary>
public static class XlsxWriter
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The first day that a zip file can name.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, ImmutableArray<Table> tables)
    {
        using var whole = new MemoryStream();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", xml => WriteTypes(xml, tables.Length));
            Part(zip, "_rels/.rels", xml => WriteRelations(xml, [($"{Office}/officeDocument", "xl/workbook.xml")]));
            Part(zip, "xl/workbook.xml", xml => WriteWorkbook(xml, tables));
            Part(zip, "xl/_rels/workbook.xml.rels", xml => WriteRelations(xml, [
                .. tables.Select((_, i) => ($"{Office}/worksheet", $"worksheets/sheet{i + 1}.xml")), ($"{Office}/styles", "styles.xml")]));
            Part(zip, "xl/styles.xml", XlsxStyles.Write);
            for (var i = 0; i < tables.Length; i++)
            {
                var table = tables[i];
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => XlsxSheet.Write(xml, table));
            }
        }

        whole.WriteTo(stream);
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Content}.sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Content}.styles+xml"));
        for (var i = 1; i <= sheets; i++)
        {
            Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", $"{Content}.worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, List<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Relations);
        for (var i = 0; i < relations.Count; i++)
        {
            Element(xml, "Relationship", ("Id", $"rId{i + 1}"), ("Type", relations[i].Type), ("Target", relations[i].Target));
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, ImmutableArray<Table> tables)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < tables.Length; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", tables[i].Name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", Office, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < tables.Length; i++)
        {
            Name(xml, "_xlnm._FilterDatabase", i, $"'{tables[i].Name}'!{XlsxSheet.Range(tables[i], isAbsolute: true)}", isHidden: true);
            Name(xml, "_xlnm.Print_Titles", i, $"'{tables[i].Name}'!$1:$1", isHidden: false);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Name(XmlWriter xml, string name, int sheet, string refersTo, bool isHidden)
    {
        xml.WriteStartElement("definedName");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", $"{sheet}");
        if (isHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString(refersTo);
        xml.WriteEndElement();
    }

    /// <summary>An element without content, in the namespace that is in force.</summary>
    internal static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
