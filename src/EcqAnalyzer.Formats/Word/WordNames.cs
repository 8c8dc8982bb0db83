using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>The vocabularies that a Word part mixes, strict and transitional names of one vocabulary counted as one.</summary>
internal enum Vocabulary
{
    Other,
    Word,
    Math,
    Drawing,
    Compatibility,
    Vml,
    Chart,
    Diagram,
    Relationships,

    /// <summary>Microsoft's additions whose elements we read, or that hold no text.</summary>
    Extension,
}

/// <summary>Tells vocabularies and attribute values apart, whichever edition of the standard wrote them.</summary>
internal static class WordNames
{
    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static Vocabulary Of(string ns) => ns switch
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" => Vocabulary.Word,
        StrictWord => Vocabulary.Word,
        "http://schemas.openxmlformats.org/officeDocument/2006/math" => Vocabulary.Math,
        "http://purl.oclc.org/ooxml/officeDocument/math" => Vocabulary.Math,
        "http://schemas.openxmlformats.org/drawingml/2006/main" => Vocabulary.Drawing,
        "http://purl.oclc.org/ooxml/drawingml/main" => Vocabulary.Drawing,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary.Compatibility,
        "http://schemas.openxmlformats.org/drawingml/2006/chart" => Vocabulary.Chart,
        "http://purl.oclc.org/ooxml/drawingml/chart" => Vocabulary.Chart,
        "http://schemas.openxmlformats.org/drawingml/2006/diagram" => Vocabulary.Diagram,
        "http://purl.oclc.org/ooxml/drawingml/diagram" => Vocabulary.Diagram,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships" => Vocabulary.Relationships,
        "http://purl.oclc.org/ooxml/officeDocument/relationships" => Vocabulary.Relationships,
        "urn:schemas-microsoft-com:vml" => Vocabulary.Vml,
        _ => IsExtension(ns) ? Vocabulary.Extension : Vocabulary.Other,
    };

    /// <summary>Whether a Choice that requires this vocabulary is the one to read. Left out on purpose: w16se (its symbols
    /// stand as plain characters in the Fallback), and whatever is not known yet.</summary>
    public static bool IsUnderstood(string? ns) => ns is not null && Of(ns) != Vocabulary.Other;

    /// <summary>The value of an attribute by its local name, in whatever vocabulary it stands: strict and transitional files,
    /// and careless writers, differ in the prefix only.</summary>
    public static string? Attribute(XmlReader xml, string localName)
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == localName)
                {
                    value = xml.Value;
                    break;
                }
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        return value;
    }

    /// <summary>The id of a relationship: the attribute r:id, not any other id of the element.</summary>
    public static string? RelationshipId(XmlReader xml, string localName = "id")
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == localName && Of(xml.NamespaceURI) == Vocabulary.Relationships)
                {
                    value = xml.Value;
                    break;
                }
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        return value;
    }

    public static int? Number(string? value) => int.TryParse(value, out var number) ? number : null;

    /// <summary>An on/off property: present without a value means on.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off" or "none");

    private static bool IsExtension(string ns) => ns
        is "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        or "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
        or "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
        or "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"
        or "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
        or "http://schemas.microsoft.com/office/word/2010/wordml"
        or "http://schemas.microsoft.com/office/word/2012/wordml"
        or "http://schemas.microsoft.com/office/drawing/2010/main"
        or "http://schemas.openxmlformats.org/drawingml/2006/picture"
        or "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        or "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"
        or "http://schemas.microsoft.com/office/drawing/2014/chartex"
        || ns.StartsWith("http://schemas.microsoft.com/office/drawing/2015/", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.microsoft.com/office/drawing/2016/5/", StringComparison.Ordinal);
}
