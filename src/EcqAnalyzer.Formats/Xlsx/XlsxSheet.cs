using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using EcqAnalyzer.Formats.Tables;

namespace EcqAnalyzer.Formats.Xlsx;

/// <summary>One sheet: a header that stays in sight and filters, columns as wide as their content asks for, rows. Text is typed as
/// text, so that no cell can ever be a formula.</summary>
internal static class XlsxSheet
{
    /// <summary>What a cell can hold.</summary>
    private const int LongestText = 32_000;
    private const double LineHeight = 15;
    private const double TallestRow = 400;

    /// <summary>Characters that the margins of a cell take.</summary>
    private const double Indent = 2;
    private const string OpensFormula = "=+-@";

    public static void Write(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("worksheet", XlsxWriter.Main);
        xml.WriteStartElement("sheetPr");
        XlsxWriter.Element(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        WriteFrozenHeader(xml);
        WriteColumns(xml, table);
        xml.WriteStartElement("sheetData");
        WriteRow(xml, 1, table, [.. table.Columns.Select(column => (Cell)column.Title)]);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            WriteRow(xml, i + 2, table, table.Rows[i]);
        }

        xml.WriteEndElement();
        XlsxWriter.Element(xml, "autoFilter", ("ref", Range(table, isAbsolute: false)));
        WriteChoices(xml, table);
        XlsxWriter.Element(xml, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.5"), ("header", "0.3"), ("footer", "0.3"));
        XlsxWriter.Element(xml, "pageSetup", ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteEndElement();
    }

    /// <summary>All cells: A1:N30, or $A$1:$N$30.</summary>
    public static string Range(Table table, bool isAbsolute)
    {
        var sign = isAbsolute ? "$" : "";
        return $"{sign}A{sign}1:{sign}{ColumnName(table.Columns.Length - 1)}{sign}{table.Rows.Length + 1}";
    }

    private static void WriteFrozenHeader(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        XlsxWriter.Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            XlsxWriter.Element(
                xml, "col", ("min", place), ("max", place), ("width", table.Columns[i].Width.ToString(CultureInfo.InvariantCulture)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int row, Table table, ImmutableArray<Cell> cells)
    {
        var isHeader = row == 1;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("ht", HeightOf(table, cells).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
        for (var i = 0; i < cells.Length; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{ColumnName(i)}{row}");
            var isForInput = !isHeader && table.Columns[i].IsForInput;
            switch (cells[i])
            {
                case NumberCell number:
                    WriteNumber(xml, place, number, isForInput ? XlsxStyles.Input : StyleOf(number));
                    break;
                case TextCell { Text.Length: > 0 } text:
                    WriteText(xml, place, text.Text, isHeader ? XlsxStyles.Header : OpensFormula.Contains(text.Text[0], StringComparison.Ordinal) ? XlsxStyles.GuardedText : isForInput ? XlsxStyles.Input : XlsxStyles.Text);
                    break;
                case var _ when isForInput:
                    XlsxWriter.Element(xml, "c", ("r", place), ("s", XlsxStyles.Input.ToString(CultureInfo.InvariantCulture)));
                    break;
            }
        }

        xml.WriteEndElement();
    }

    /// <summary>In points, for the longest text, wrapped: not every program finds it out when it opens the file.</summary>
    private static double HeightOf(Table table, ImmutableArray<Cell> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Length; i++)
        {
            var room = Math.Max(1, table.Columns[i].Width - Indent);
            lines = cells[i] is TextCell text ? Math.Max(lines, (int)Math.Ceiling(text.Text.Length / room)) : lines;
        }

        return Math.Min(TallestRow, LineHeight * lines);
    }

    private static int StyleOf(NumberCell number) => number.Form switch
    {
        NumberForm.Percent => XlsxStyles.Percent,
        NumberForm.Rung => XlsxStyles.FirstRung + (int)number.Number,
        _ => XlsxStyles.Number,
    };

    private static void WriteNumber(XmlWriter xml, string place, NumberCell number, int style)
    {
        xml.WriteStartElement("c");
        WritePlace(xml, place, style);
        xml.WriteElementString("v", XlsxWriter.Main, number.Number.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string place, string text, int style)
    {
        xml.WriteStartElement("c");
        WritePlace(xml, place, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Cut(text).Replace("_x", "_x005F_x", StringComparison.Ordinal));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePlace(XmlWriter xml, string place, int style)
    {
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..cut] + "…";
    }

    /// <summary>A list to choose from, in the cells of each column that has one.</summary>
    private static void WriteChoices(XmlWriter xml, Table table)
    {
        var columns = Enumerable.Range(0, table.Columns.Length).Where(i => !table.Columns[i].Choices.IsEmpty && !table.Rows.IsEmpty).ToList();
        if (columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", columns.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var i in columns)
        {
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("sqref", string.Create(CultureInfo.InvariantCulture, $"{ColumnName(i)}2:{ColumnName(i)}{table.Rows.Length + 1}"));
            xml.WriteElementString("formula1", XlsxWriter.Main, $"\"{string.Join(',', table.Columns[i].Choices)}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    private static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName(column / 26 - 1) + (char)('A' + column % 26);
}
