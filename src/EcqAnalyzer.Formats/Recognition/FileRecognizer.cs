using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Recognition;

/// <summary>
/// Tells by content what a file is. Order matters: first the containers whose signature cannot be mistaken (zip,
/// compound file), then PDF, whose mark may stand behind other bytes, then known files that are no drafts, and last
/// text.
/// </summary>
internal static class FileRecognizer
{
    public const string Empty = "ECQ202";
    private const string NotADraft = "ECQ203";
    private const string Binary = "ECQ204";

    private static readonly string[] _wordExtensions = [".docx", ".docm", ".dotx", ".dotm"];
    private static readonly string[] _markdownExtensions = [".md", ".markdown", ".mdown", ".mkd"];

    /// <summary>Extensions that promise something other than text.</summary>
    private static readonly string[] _claimedExtensions =
        [".pdf", ".doc", ".dot", ".rtf", ".odt", ".ott", ".pages", ".wpd", ".xlsx", ".pptx", ".zip",
            ".htm", ".html", .. _wordExtensions];

    public static DraftFormat Recognize(DraftSource source)
    {
        var bytes = source.Bytes.Span;
        if (bytes.IsEmpty)
        {
            throw source.Fault(Empty, "this file is empty; check that it was saved");
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return ZipContents.Recognize(source.Bytes) is { } foreign
                ? throw Refused(source, foreign)
                : DraftFormat.Word;
        }

        if (CompoundFile.Recognize(bytes) is { } compound)
        {
            throw Refused(source, compound);
        }

        if (IsPdf(bytes))
        {
            return DraftFormat.Pdf;
        }

        if (ForeignFile.Recognize(bytes) is { } known)
        {
            throw Refused(source, known);
        }

        if (TextDecoder.TryDecode(bytes) is not { } decoded)
        {
            throw source.Fault(
                Binary,
                "this is not text and no format known here; save the draft as a Word document (.docx), PDF or text");
        }

        return ForeignFile.RecognizeMarkup(decoded.Text) is { } markup ? throw Refused(source, markup)
            : _markdownExtensions.Contains(Extension(source)) ? DraftFormat.Markdown
            : DraftFormat.Text;
    }

    /// <summary>Whether a file of this format may have this extension without a remark.</summary>
    public static bool IsUsualExtension(string extension, DraftFormat format) => format switch
    {
        DraftFormat.Word => extension == "" || _wordExtensions.Contains(extension.ToLowerInvariant()),
        DraftFormat.Pdf => extension == "" || extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase),
        _ => !_claimedExtensions.Contains(extension.ToLowerInvariant()),
    };

    /// <summary>Readers of PDF look for the mark in the first 1024 bytes, since mail and web servers put lines before
    /// it. Behind other bytes it must be followed by what every PDF has, or a text about PDF would count as
    /// one.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, 1024 + 5)].IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && (bytes.IndexOf("startxref"u8) >= 0 || bytes.IndexOf("endobj"u8) >= 0));
    }

    private static string Extension(DraftSource source) => Path.GetExtension(source.Name).ToLowerInvariant();

    private static UnreadableDraftException Refused(DraftSource source, ForeignFile foreign) =>
        source.Fault(NotADraft, $"this is {foreign.What}; {foreign.Advice}");
}
