using System.Xml;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>The runs of a paragraph, one <c>w:r</c> each, with Word's own marks for tabs and line breaks.</summary>
internal static class HandoutRuns
{
    public static void Write(XmlWriter xml, IEnumerable<HandoutRun> runs)
    {
        foreach (var run in runs)
        {
            xml.Open("r");
            WriteMarks(xml, run.Marks);
            WriteText(xml, HandoutXml.Readable(run.Text));
            xml.WriteEndElement();
        }
    }

    /// <summary>In the order that the standard asks for.</summary>
    private static void WriteMarks(XmlWriter xml, HandoutMarks marks)
    {
        if (marks == HandoutMarks.None)
        {
            return;
        }

        xml.Open("rPr");
        if (marks.HasFlag(HandoutMarks.Bold))
        {
            xml.Mark("b");
        }

        if (marks.HasFlag(HandoutMarks.Italic))
        {
            xml.Mark("i");
        }

        if (marks.HasFlag(HandoutMarks.Gone))
        {
            xml.Mark("strike");
        }

        if (HandoutColours.Ink(marks) is { } ink)
        {
            xml.Value("color", ink);
        }

        if (marks.HasFlag(HandoutMarks.Added))
        {
            xml.Value("u", "single");
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] is '\t' or '\n')
            {
                xml.Mark(text[at] == '\t' ? "tab" : "br");
                at++;
                continue;
            }

            var end = text.AsSpan(at).IndexOfAny('\t', '\n') is var found and >= 0 ? at + found : text.Length;
            xml.Open("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text[at..end]);
            xml.WriteEndElement();
            at = end;
        }
    }
}
