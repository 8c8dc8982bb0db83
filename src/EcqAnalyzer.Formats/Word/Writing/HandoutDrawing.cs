using System.Xml;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>A bar as a drawn shape in a line of text: it can be taken hold of and changed, and needs no picture file.</summary>
internal sealed class HandoutDrawing(XmlWriter xml)
{
    private const string Inline = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private const string Decorative = "http://schemas.microsoft.com/office/drawing/2017/decorative";

    private const string DecorativeId = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    /// <summary>Units of a drawing (914,400 an inch) in a twentieth of a point.</summary>
    private const int UnitsPerTwip = 635;

    /// <summary>What the margins of a cell take of its width, in twentieths of a point.</summary>
    private const int CellMargins = 230;
    private const int Height = 130 * UnitsPerTwip;

    private int _drawn;

    public void WriteBar(HandoutBar bar, int cellWidth)
    {
        var width = HandoutXml.Number((long)Math.Round(Math.Clamp(bar.Share, 0, 1) * (cellWidth - CellMargins)) * UnitsPerTwip);
        xml.Open("p");
        if (width != "0")
        {
            xml.Open("r");
            xml.Open("drawing");
            xml.WriteRaw($"""
                <wp:inline xmlns:wp="{Inline}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{Height}"/><wp:docPr id="{++_drawn}" name="Bar {_drawn}" descr=""><a:extLst xmlns:a="{Drawing}"><a:ext uri="{DecorativeId}"><adec:decorative xmlns:adec="{Decorative}" val="1"/></a:ext></a:extLst></wp:docPr><a:graphic xmlns:a="{Drawing}"><a:graphicData uri="{Shape}"><wps:wsp xmlns:wps="{Shape}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{Height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{HandoutColours.Fill(bar.Tint)}"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>
                """);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
