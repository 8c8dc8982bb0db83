using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Xlsx;

/// <summary>
/// Reads the sheets of a workbook as text, whoever saved it: Excel and LibreOffice move the text of cells to a part of its own, we
/// write it in place. Of a formula the value that was last worked out is taken. Looks, dates and hidden cells mean nothing here.
/// </summary>
public static class XlsxReader
{
    public const string NotAWorkbook = "ECQ209";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Damaged = "the workbook is damaged; open it in a spreadsheet program, save it as .xlsx and run again";

    /// <summary>A grade sheet of a thousand drafts has a few megabytes.</summary>
    private const long MostBytes = 200L << 20;

    /// <summary>The last column that a workbook can have.</summary>
    private const int MostColumns = 16_384;

    /// <summary>In order of the workbook; rows that hold nothing are left out. Throws <see cref="UnreadableDraftException"/> for
    /// what is no workbook.</summary>
    public static ImmutableArray<ReadSheet> Read(DraftSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(source.Bytes.ToArray()), ZipArchiveMode.Read);
            var targets = Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship", xml => (Id: xml.GetAttribute("Id"), Target: xml.GetAttribute("Target")));
            var sheets = Elements(zip, "xl/workbook.xml", "sheet", xml => (Name: xml.GetAttribute("name") ?? "", Id: xml.GetAttribute("id", Relations)));
            var shared = zip.GetEntry("xl/sharedStrings.xml") is null ? [] : Elements(zip, "xl/sharedStrings.xml", "si", ReadText);
            return [.. sheets.Select(sheet => new ReadSheet(sheet.Name, ReadRows(zip, PathOf(targets.First(each => each.Id == sheet.Id).Target!), shared)))];
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or InvalidOperationException or FormatException)
        {
            throw source.Fault(NotAWorkbook, Damaged, fault);
        }
    }

    /// <summary>A path is given from the part's own folder, or from the root.</summary>
    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private static ImmutableArray<CsvRow> ReadRows(ZipArchive zip, string path, List<string> shared)
    {
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var last = 0;
        Elements(zip, path, "row", xml =>
        {
            last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;
            var cells = ReadCells(xml.ReadSubtree(), shared);
            if (cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new CsvRow(last, [.. cells]));
            }

            return last;
        });
        return rows.ToImmutable();
    }

    private static List<string> ReadCells(XmlReader row, List<string> shared)
    {
        var cells = new List<string>();
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = row.GetAttribute("r") is { } place ? ColumnOf(place) : cells.Count;
            while (cells.Count < column)
            {
                cells.Add("");
            }

            var type = row.GetAttribute("t");
            var text = ReadText(row);
            cells.Add(type == "s" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : text);
        }

        return cells;
    }

    /// <summary>All text of an element but that of formulas and of readings above the line.</summary>
    private static string ReadText(XmlReader element)
    {
        var text = new StringBuilder();
        using var inside = element.ReadSubtree();
        while (inside.Read())
        {
            if (inside.NodeType == XmlNodeType.Element && inside.LocalName is "f" or "rPh" && !inside.IsEmptyElement)
            {
                inside.ReadSubtree().ReadToEndOfTree();
            }
            else if (inside.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(inside.Value);
            }
        }

        return Unescaped(text.ToString());
    }

    private static void ReadToEndOfTree(this XmlReader tree)
    {
        while (tree.Read())
        {
        }

        tree.Dispose();
    }

    /// <summary>A character that XML cannot hold is written _x000D_.</summary>
    private static string Unescaped(string text)
    {
        for (var at = text.IndexOf("_x", StringComparison.Ordinal); at >= 0 && at + 6 < text.Length; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (text[at + 6] == '_' && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text = string.Concat(text.AsSpan(0, at), ((char)code).ToString(), text.AsSpan(at + 7));
            }
        }

        return text;
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter))
        {
            column = column * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column is > 0 and <= MostColumns ? column - 1 : throw new FormatException(place);
    }

    private static List<T> Elements<T>(ZipArchive zip, string path, string name, Func<XmlReader, T> read)
    {
        var entry = zip.GetEntry(path) ?? throw new InvalidDataException(path);
        if (entry.Length > MostBytes)
        {
            throw new InvalidDataException(path);
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostBytes });
        var found = new List<T>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                found.Add(read(xml));
            }
        }

        return found;
    }
}

/// <summary>A sheet as it was saved: its name and its rows, each with its number in the sheet.</summary>
public sealed record ReadSheet(string Name, ImmutableArray<CsvRow> Rows);
