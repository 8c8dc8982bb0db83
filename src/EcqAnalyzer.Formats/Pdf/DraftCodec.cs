using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>A draft as bytes, from the process that reads PDFs to the one that asked. The reading side trusts nothing: a
/// process that was fed a hostile file may say anything.</summary>
internal static class DraftCodec
{
    private const int Version = 0x45435132;
    private const int Most = 1 << 24;

    public static byte[] Encode(PdfFault fault)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(fault.Code);
        writer.Write(fault.Message);
        writer.Flush();
        return stream.ToArray();
    }

    public static byte[] Encode(Draft draft)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write("");
        WriteText(writer, draft.Text);
        WriteBlocks(writer, draft.Blocks);
        WriteRuns(writer, draft.Source.Runs);
        WriteExtraction(writer, draft.Extraction);
        SetupCodec.Write(writer, draft.Extraction);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Throws <see cref="PdfFaultException"/> for a fault, and for bytes that are no draft.</summary>
    public static Draft Decode(byte[] bytes, DraftSource source)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        try
        {
            Check(reader.ReadInt32() == Version);
            var code = reader.ReadString();
            if (code.Length > 0)
            {
                var message = reader.ReadString();
                throw new PdfFaultException(
                    PdfFault.All.FirstOrDefault(fault => fault.Code == code && fault.Message == message) ?? PdfFault.Died);
            }

            var text = ReadText(reader);
            var draft = new Draft(
                new DraftFile(source.Name, source.Hash, DraftFormat.Pdf),
                text,
                ReadBlocks(reader, text),
                new SourceMap(ReadRuns(reader, text.Length)),
                SetupCodec.Read(reader, ReadExtraction(reader)));
            Check(reader.BaseStream.Position == bytes.Length);
            return draft;
        }
        catch (Exception fault) when (fault is IOException or FormatException or ArgumentException)
        {
            throw new PdfFaultException(PdfFault.Died, fault);
        }
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write(text.Length);
        writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static string ReadText(BinaryReader reader)
    {
        var length = Count(reader);
        var bytes = reader.ReadBytes(length * sizeof(char));
        Check(bytes.Length == length * sizeof(char));
        return new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    private static void WriteBlocks(BinaryWriter writer, ImmutableArray<Block> blocks)
    {
        writer.Write(blocks.Length);
        foreach (var block in blocks)
        {
            WriteSpan(writer, block.Span);
            writer.Write((int)block.Kind);
            writer.Write(block.Level);
            writer.Write(block.Page ?? 0);
        }
    }

    private static ImmutableArray<Block> ReadBlocks(BinaryReader reader, string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var end = -1;
        for (var count = Count(reader); count > 0; count--)
        {
            var span = ReadSpan(reader, text.Length);
            var kind = (BlockKind)reader.ReadInt32();
            var (level, page) = (reader.ReadInt32(), reader.ReadInt32());
            Check(span.Start == end + 1 && !span.IsEmpty && (end < 0 || text[end] == '\n'));
            Check(kind is >= BlockKind.Paragraph and <= BlockKind.PageFurniture && level >= 0 && page >= 0);
            blocks.Add(new Block(span, kind, level, page == 0 ? null : page));
            end = span.End;
        }

        Check(Math.Max(end, 0) == text.Length);
        return blocks.ToImmutable();
    }

    private static void WriteRuns(BinaryWriter writer, ImmutableArray<SourceRun> runs)
    {
        writer.Write(runs.Length);
        foreach (var (span, anchor) in runs)
        {
            var place = (PageAnchor)anchor;
            WriteSpan(writer, span);
            writer.Write(place.Page);
            writer.Write(place.Left);
            writer.Write(place.Top);
            writer.Write(place.Right);
            writer.Write(place.Bottom);
        }
    }

    private static ImmutableArray<SourceRun> ReadRuns(BinaryReader reader, int length)
    {
        var runs = ImmutableArray.CreateBuilder<SourceRun>();
        var end = 0;
        for (var count = Count(reader); count > 0; count--)
        {
            var span = ReadSpan(reader, length);
            var page = reader.ReadInt32();
            var place = new PageAnchor(page, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            Check(span.Start >= end && !span.IsEmpty && page > 0);
            Check(double.IsFinite(place.Left) && double.IsFinite(place.Top));
            Check(double.IsFinite(place.Right) && double.IsFinite(place.Bottom));
            runs.Add(new SourceRun(span, place));
            end = span.End;
        }

        return runs.ToImmutable();
    }

    private static void WriteExtraction(BinaryWriter writer, Extraction extraction)
    {
        writer.Write(extraction.Pages ?? 0);
        writer.Write(extraction.Notes.Length);
        foreach (var note in extraction.Notes)
        {
            writer.Write(note.What);
            writer.Write((int)note.Grade);
            writer.Write(note.Count);
            writer.Write(note.Message);
            writer.Write(note.Apart.Length);
            foreach (var text in note.Apart)
            {
                WriteText(writer, text);
            }
        }
    }

    private static Extraction ReadExtraction(BinaryReader reader)
    {
        var pages = reader.ReadInt32();
        Check(pages >= 0);
        var notes = ImmutableArray.CreateBuilder<ExtractionNote>();
        for (var count = Count(reader); count > 0; count--)
        {
            var what = reader.ReadString();
            var grade = (ExtractionGrade)reader.ReadInt32();
            var number = reader.ReadInt32();
            var message = reader.ReadString();
            Check(grade is >= ExtractionGrade.Read and <= ExtractionGrade.Untrusted);
            var apart = ImmutableArray.CreateBuilder<string>();
            for (var texts = Count(reader); texts > 0; texts--)
            {
                apart.Add(ReadText(reader));
            }

            notes.Add(new ExtractionNote(what, grade, number, message, apart.ToImmutable()));
        }

        return new Extraction(pages == 0 ? null : pages, notes.ToImmutable());
    }

    private static void WriteSpan(BinaryWriter writer, TextSpan span)
    {
        writer.Write(span.Start);
        writer.Write(span.End);
    }

    private static TextSpan ReadSpan(BinaryReader reader, int length)
    {
        var (start, end) = (reader.ReadInt32(), reader.ReadInt32());
        Check(start >= 0 && start <= end && end <= length);
        return new TextSpan(start, end);
    }

    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        Check(count is >= 0 and <= Most);
        return count;
    }

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new FormatException("This is no draft.");
        }
    }
}
