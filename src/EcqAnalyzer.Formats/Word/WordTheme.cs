using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>The typefaces of a document's theme, to which styles may leave the choice of font.</summary>
internal static class WordTheme
{
    public static (string? Major, string? Minor)? Read(XmlReader? xml)
    {
        if (xml is null)
        {
            return null;
        }

        var (major, minor, isMinor) = ((string?)null, (string?)null, false);
        while (minor is null && xml.Read() && xml.Depth <= ReadingLimits.XmlDepth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            isMinor |= xml.LocalName == "minorFont";
            if (xml.LocalName == "latin" && WordNames.Attribute(xml, "typeface") is { Length: > 0 } typeface)
            {
                (major, minor) = isMinor ? (major, typeface) : (major ?? typeface, minor);
            }
        }

        return (major, minor);
    }
}
