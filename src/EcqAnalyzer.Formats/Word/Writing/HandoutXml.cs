using System.Globalization;
using System.Xml;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>Elements of a Word part, in Word's vocabulary.</summary>
internal static class HandoutXml
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const char Unreadable = '\uFFFD';

    /// <summary>An element with attributes and no content.</summary>
    public static void Mark(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.Open(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>An element that says one thing: its attribute <c>val</c>.</summary>
    public static void Value(this XmlWriter xml, string name, string value) => xml.Mark(name, ("val", value));

    public static void Open(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("w", name, Word);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString("w", attribute, Word, value);
        }
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text with a sign of replacement for each character that XML has none for; as long as before.</summary>
    public static string Readable(string text)
    {
        var readable = text.ToCharArray();
        for (var i = 0; i < readable.Length; i++)
        {
            if (i + 1 < readable.Length && char.IsSurrogatePair(readable[i], readable[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(readable[i]))
            {
                readable[i] = Unreadable;
            }
        }

        return new string(readable);
    }
}
