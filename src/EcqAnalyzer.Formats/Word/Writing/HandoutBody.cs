using System.Xml;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>The part of a package with the text: its blocks, then the page they stand on.</summary>
internal sealed class HandoutBody(XmlWriter xml, Handout handout)
{
    public const string FooterId = "rId4";

    private const int HeadingLevels = 3;
    private const int ListLevels = 9;
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly HandoutDrawing _drawing = new(xml);

    private bool IsLandscape => handout.Paper == HandoutPaper.Landscape;

    public void Write()
    {
        xml.Open("document");
        xml.Open("body");
        for (var i = 0; i < handout.Blocks.Length; i++)
        {
            WriteBlock(handout.Blocks[i], isBehindTable: i > 0 && handout.Blocks[i - 1] is HandoutTable);
            // Word asks for a paragraph behind a table that ends a document, and joins two tables that touch.
            if (handout.Blocks[i] is HandoutTable && (i + 1 == handout.Blocks.Length || handout.Blocks[i + 1] is HandoutTable))
            {
                xml.Mark("p");
            }
        }

        WritePage();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WriteFooter(XmlWriter xml, Handout handout)
    {
        xml.Open("ftr");
        xml.Open("p");
        WriteStyle(xml, "Footer");
        HandoutRuns.Write(xml, [$"{handout.Footer} \u00B7 "]);
        xml.Open("fldSimple", ("instr", "PAGE"));
        HandoutRuns.Write(xml, ["1"]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A paragraph of a style that styles.xml holds; what else its properties say is written by <paramref name="rest"/>.</summary>
    internal static void WriteParagraph(XmlWriter xml, string? style, IEnumerable<HandoutRun> runs, Action<XmlWriter>? rest = null)
    {
        xml.Open("p");
        WriteStyle(xml, style, rest);
        HandoutRuns.Write(xml, runs);
        xml.WriteEndElement();
    }

    internal static string? StyleOf(HandoutLook look) => look == HandoutLook.Body ? null : look.ToString();

    private static void WriteStyle(XmlWriter xml, string? style, Action<XmlWriter>? rest = null)
    {
        if (style is null && rest is null)
        {
            return;
        }

        xml.Open("pPr");
        if (style is not null)
        {
            xml.Value("pStyle", style);
        }

        rest?.Invoke(xml);
        xml.WriteEndElement();
    }

    private void WriteBlock(HandoutBlock block, bool isBehindTable)
    {
        switch (block)
        {
            case HandoutHeading heading:
                WriteParagraph(xml, heading.Level == 0 ? "Title" : $"Heading{Math.Clamp(heading.Level, 1, HeadingLevels)}", heading.Runs);
                break;
            case HandoutParagraph paragraph:
                WriteParagraph(xml, StyleOf(paragraph.Look), paragraph.Runs, isBehindTable ? WriteRoom : null);
                break;
            case HandoutBullet bullet:
                WriteParagraph(xml, "ListBullet", bullet.Runs, writer => WriteLevel(writer, bullet.Level, isBehindTable));
                break;
            case HandoutTable table:
                new HandoutGrid(xml, _drawing, table, IsLandscape ? HandoutGrid.LandscapeWidth : HandoutGrid.PortraitWidth).Write();
                break;
        }
    }

    private static void WriteLevel(XmlWriter xml, int level, bool isBehindTable)
    {
        xml.Open("numPr");
        xml.Value("ilvl", HandoutXml.Number(Math.Clamp(level, 0, ListLevels - 1)));
        xml.Value("numId", "1");
        xml.WriteEndElement();
        if (isBehindTable)
        {
            WriteRoom(xml);
        }
    }

    /// <summary>Text does not touch the line under a table.</summary>
    private static void WriteRoom(XmlWriter xml) => xml.Mark("spacing", ("before", "140"));

    private void WritePage()
    {
        xml.Open("sectPr");
        if (handout.Footer is not null)
        {
            xml.Open("footerReference", ("type", "default"));
            xml.WriteAttributeString("r", "id", Relationships, FooterId);
            xml.WriteEndElement();
        }

        if (IsLandscape)
        {
            xml.Mark("pgSz", ("w", "15840"), ("h", "12240"), ("orient", "landscape"));
            xml.Mark("pgMar", ("top", "1080"), ("right", "1080"), ("bottom", "1080"), ("left", "1080"), ("header", "720"), ("footer", "560"), ("gutter", "0"));
        }
        else
        {
            xml.Mark("pgSz", ("w", "12240"), ("h", "15840"));
            xml.Mark("pgMar", ("top", "1440"), ("right", "1440"), ("bottom", "1440"), ("left", "1440"), ("header", "720"), ("footer", "720"), ("gutter", "0"));
        }

        xml.WriteEndElement();
    }
}
