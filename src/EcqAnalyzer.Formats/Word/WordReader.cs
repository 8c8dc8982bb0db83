using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// Reads Word documents (.docx, .docm, .dotx, .dotm; strict and transitional). START HERE for the folder: <see
/// cref="WordPackage"/> opens the zip, <see cref="WordWalker"/> walks the body, then notes, comments, headers and footers,
/// <see cref="WordBlocks"/> turns paragraphs into blocks, <see cref="WordRemarks"/> says what was found. The Open XML SDK is
/// not used: it refuses sound files for faults in parts that nobody needs, and costs four times the start-up.
/// </summary>
public sealed class WordReader : IDraftReader
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> ZipEntry => [(byte)'P', (byte)'K', 3, 4];

    public DraftFormat Format => DraftFormat.Word;

    /// <summary>Whether the bytes are a document that Office has encrypted: a compound file, not a zip, that holds the
    /// encrypted zip as a stream of this name.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(CompoundFile)
        && bytes.IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes("EncryptedPackage".AsSpan())) >= 0;

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        var bytes = source.Bytes.Span;
        if (IsEncrypted(bytes))
        {
            throw WordFaults.IsProtected(source);
        }

        if (bytes.IndexOf(ZipEntry) < 0)
        {
            throw WordFaults.IsNotWord(source, bytes.IsEmpty ? "the file is empty" : "its content is of another kind");
        }

        using var package = WordPackage.Open(source);
        var document = WordDocument.Read(package, source, cancellation);
        var builder = new DraftBuilder();
        var hidden = WordBlocks.Write(builder, document);
        WordRemarks.Write(builder, document, hidden);
        RequireText(source, builder, document);
        (builder.Setup, builder.Pictures) = (document.Setup, document.Pictures);
        return builder.Build(source, DraftFormat.Word, document.Pages);
    }

    /// <summary>A document without text is an answer of its own, never an empty draft that scores nothing.</summary>
    private static void RequireText(DraftSource source, DraftBuilder builder, WordDocument document)
    {
        if (builder.BlockCount > 0)
        {
            return;
        }

        if (document.Body.Fault is XmlException { } fault && document.Body.Paragraphs.Count == 0)
        {
            throw document.Body.Root is null && fault.Message.Contains("DTD", StringComparison.Ordinal)
                ? WordFaults.DeclaresEntities(source, fault)
                : WordFaults.IsDamaged(source, "its main part is not readable XML", fault);
        }

        throw document.Body switch
        {
            { Fault: { } damage } => WordFaults.IsDamaged(source, "its main part breaks off before any text", damage),
            { Tally.ChunkCount: > 0 } => WordFaults.HasNoText(source,
                ": all of it stands in an embedded document of another format; open it in Word and save it again"),
            { Tally.Pictures: > 0 } => WordFaults.HasNoText(source,
                ", only pictures; if they are scanned pages, send the original document instead"),
            _ => WordFaults.HasNoText(source, "; it is empty"),
        };
    }
}
