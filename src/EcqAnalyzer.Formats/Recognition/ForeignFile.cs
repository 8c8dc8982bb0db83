using System.Collections.Immutable;

namespace EcqAnalyzer.Formats.Recognition;

/// <summary>A file that is no draft of ours: what it is ("an RTF document"), and what to do about it.</summary>
internal sealed record ForeignFile(string What, string Advice)
{
    public const string SaveAsDocx = "open it in a word processor and save it as a Word document (.docx) or PDF";

    public const string PutIntoWord = "put the draft into a Word document (.docx) or PDF";

    private const string FromPicture = "a picture has no text to read; save the draft itself as a Word document or PDF";
    private const string Unpack = "take the draft out of it first";
    private const string Program = "this is no draft; name the Word document, PDF or text file";

    private static readonly ImmutableArray<(byte[] Start, int At, ForeignFile File)> _signatures =
    [
        ([.. "{\\rtf"u8], 0, new("an RTF document", SaveAsDocx)),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, new("a picture (PNG)", FromPicture)),
        ([0xFF, 0xD8, 0xFF], 0, new("a picture (JPEG)", FromPicture)),
        ([.. "GIF8"u8], 0, new("a picture (GIF)", FromPicture)),
        ([.. "II*\0"u8], 0, new("a picture (TIFF)", FromPicture)),
        ([.. "MM\0*"u8], 0, new("a picture (TIFF)", FromPicture)),
        ([.. "WEBP"u8], 8, new("a picture (WebP)", FromPicture)),
        ([.. "ftyphei"u8], 4, new("a picture (HEIC)", FromPicture)),
        ([.. "ftypmif1"u8], 4, new("a picture (HEIC)", FromPicture)),
        ([.. "ftyp"u8], 4, new("a film or sound", Program)),
        ([0xFF, (byte)'W', (byte)'P', (byte)'C'], 0, new("a WordPerfect document", SaveAsDocx)),
        ([0xDB, 0xA5, 0x2D, 0x00], 0, new("a very old Word document", SaveAsDocx)),
        ([.. "%!PS"u8], 0, new("a PostScript file", "convert it to PDF, for instance with ps2pdf")),
        ([0x1F, 0x8B], 0, new("a compressed file (gzip)", Unpack)),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], 0, new("an archive (7-Zip)", Unpack)),
        ([.. "Rar!\x1A\x07"u8], 0, new("an archive (RAR)", Unpack)),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], 0, new("a compressed file (xz)", Unpack)),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, new("a compressed file (zstd)", Unpack)),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, new("a program", Program)),
        ([(byte)'M', (byte)'Z', 0x90, 0x00], 0, new("a program", Program)),
        ([.. "SQLite format 3\0"u8], 0, new("a database", Program)),
    ];

    /// <summary>Finds files with a signature that no text can have.</summary>
    public static ForeignFile? Recognize(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, at, file) in _signatures)
        {
            if (bytes.Length >= at && bytes[at..].StartsWith(start))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Finds documents that are text to look at but whose words stand between tags.</summary>
    public static ForeignFile? RecognizeMarkup(string text)
    {
        var start = text.AsSpan().TrimStart()[..Math.Min(text.AsSpan().TrimStart().Length, 4096)];
        if (Starts(start, "{\\rtf"))
        {
            return new("an RTF document", SaveAsDocx);
        }

        if (Starts(start, "<!doctype html") || Starts(start, "<html"))
        {
            return new(
                "a web page (HTML)",
                "open it in a browser and print it to PDF, or copy its text into a Word document");
        }

        if (Starts(start, "MIME-Version:") && Holds(start, "multipart/related"))
        {
            return new("a web page in one file (MHTML)", "open it in Word or a browser and save it as .docx or PDF");
        }

        return Starts(start, "<?xml") || Starts(start, "<office:document") ? RecognizeXml(start) : null;
    }

    private static ForeignFile? RecognizeXml(ReadOnlySpan<char> start) =>
        Holds(start, "Word.Document") || Holds(start, "wordprocessingml")
        || Holds(start, "schemas.microsoft.com/office/word")
            ? new("a Word document saved as XML", "open it in Word and save it as a Word document (.docx)")
        : Holds(start, "opendocument") ? new("an OpenDocument file (flat XML)", SaveAsDocx)
        : Holds(start, "<html") ? new("a web page (XHTML)", "open it in a browser and print it to PDF")
        : new("an XML file", "save the draft as a Word document (.docx), PDF or text");

    private static bool Starts(ReadOnlySpan<char> text, string with) =>
        text.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(ReadOnlySpan<char> text, string part) =>
        text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
