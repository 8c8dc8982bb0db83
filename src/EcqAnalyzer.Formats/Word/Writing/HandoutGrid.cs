using System.Collections.Immutable;
using System.Xml;

namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>A table over the whole width of the text. Widths are in twentieths of a point.</summary>
internal sealed class HandoutGrid
{
    public const int PortraitWidth = 9360;
    public const int LandscapeWidth = 13680;

    private readonly XmlWriter _xml;
    private readonly HandoutDrawing _drawing;
    private readonly HandoutTable _table;
    private readonly int[] _widths;

    public HandoutGrid(XmlWriter xml, HandoutDrawing drawing, HandoutTable table, int width)
    {
        (_xml, _drawing, _table) = (xml, drawing, table);
        var all = table.Columns.Sum(column => column.Width);
        _widths = [.. table.Columns.Select(column => (int)(width * column.Width / all))];
    }

    public void Write()
    {
        _xml.Open("tbl");
        _xml.Open("tblPr");
        _xml.Value("tblStyle", "Grid");
        _xml.Mark("tblW", ("w", HandoutXml.Number(_widths.Sum())), ("type", "dxa"));
        _xml.Mark("tblLayout", ("type", "fixed"));
        _xml.Mark("tblLook", ("val", "0420"), ("firstRow", "1"), ("lastRow", "0"), ("firstColumn", "0"), ("lastColumn", "0"), ("noHBand", "0"), ("noVBand", "1"));
        _xml.Value("tblDescription", HandoutXml.Readable(SafeText.Line(_table.Summary)));
        _xml.WriteEndElement();
        _xml.Open("tblGrid");
        foreach (var width in _widths)
        {
            _xml.Mark("gridCol", ("w", HandoutXml.Number(width)));
        }

        _xml.WriteEndElement();
        WriteRow([.. _table.Columns.Select(Title)], isHeader: true);
        foreach (var row in _table.Rows)
        {
            WriteRow(row, isHeader: false);
        }

        _xml.WriteEndElement();
    }

    private static HandoutCell Title(HandoutColumn column) => new(new HandoutParagraph(HandoutRun.Bold(column.Title)))
    {
        Ground = HandoutTint.Head,
    };

    private void WriteRow(ImmutableArray<HandoutCell> cells, bool isHeader)
    {
        _xml.Open("tr");
        _xml.Open("trPr");
        _xml.Mark("cantSplit");
        if (isHeader)
        {
            _xml.Mark("tblHeader");
        }

        _xml.WriteEndElement();
        for (var i = 0; i < _widths.Length; i++)
        {
            WriteCell(cells[i], _widths[i]);
        }

        _xml.WriteEndElement();
    }

    private void WriteCell(HandoutCell cell, int width)
    {
        _xml.Open("tc");
        _xml.Open("tcPr");
        _xml.Mark("tcW", ("w", HandoutXml.Number(width)), ("type", "dxa"));
        if (HandoutColours.Ground(cell.Ground) is { } ground)
        {
            _xml.Mark("shd", ("val", "clear"), ("color", "auto"), ("fill", ground));
        }

        _xml.WriteEndElement();
        foreach (var paragraph in cell.Paragraphs)
        {
            HandoutBody.WriteParagraph(_xml, HandoutBody.StyleOf(paragraph.Look), paragraph.Runs, cell.IsCentred ? xml => xml.Value("jc", "center") : null);
        }

        if (cell.Bar is { } bar)
        {
            _drawing.WriteBar(bar, width);
        }
        else if (cell.Paragraphs.IsEmpty)
        {
            // A cell holds a paragraph, even an empty one.
            _xml.Mark("p");
        }

        _xml.WriteEndElement();
    }
}
