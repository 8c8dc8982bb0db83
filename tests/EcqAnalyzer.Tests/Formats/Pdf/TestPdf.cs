using System.Globalization;
using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Builds PDF files object by object, sound ones and others. Pages are US Letter, 612 by 792 points; F1 is Courier,
/// 0.6 of its size a letter, and F2 its bold.</summary>
internal sealed class TestPdf
{
    private readonly List<string> _objects = ["", ""];
    private readonly List<int> _pages = [];

    public string PageEntries { get; set; } = "";

    public string Fonts { get; set; } = "";

    public string Resources { get; set; } = "";

    public string Catalog { get; set; } = "";

    public static string Text(double x, double y, string text, double size = 10, string font = "F1") =>
        $"BT /{font} {Number(size)} Tf {Number(x)} {Number(y)} Td ({text}) Tj ET\n";

    /// <summary>Lines under each other, 12 points apart.</summary>
    public static string Lines(double x, double y, params string[] lines) =>
        string.Concat(lines.Select((line, i) => Text(x, y - (12 * i), line)));

    /// <summary>The number of the object.</summary>
    public int Add(string content)
    {
        _objects.Add(content);
        return _objects.Count;
    }

    public int AddStream(string data, string entries = "") =>
        Add($"<< /Length {data.Length} {entries} >>\nstream\n{data}\nendstream");

    public TestPdf Page(string drawing)
    {
        var content = AddStream(drawing);
        _pages.Add(Add(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R {PageEntries} /Resources << /Font << "
            + "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> "
            + "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >> "
            + $"{Fonts} >> {Resources} >> >>"));
        return this;
    }

    public byte[] Bytes()
    {
        _objects[0] = $"<< /Type /Catalog /Pages 2 0 R {Catalog} >>";
        _objects[1] = $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>";
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{_objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append($"{place:0000000000} 00000 n \n"));
        file.Append($"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Read in this process: for sound files only.</summary>
    public Draft Read()
    {
        var draft = PdfDraftReader.Read(new DraftSource("draft.pdf", Bytes()), CancellationToken.None);
        DraftContract.Holds(draft);
        return draft;
    }

    public static string[] Blocks(Draft draft) =>
        [.. draft.Blocks.Select(block => block.Span.Of(draft.Text).ToString())];

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
