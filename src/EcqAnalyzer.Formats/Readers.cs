using System.Globalization;
using EcqAnalyzer.Formats.Recognition;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>
/// START HERE to see how a file becomes a draft: its content, not its name, says which reader takes it. What is no
/// draft is refused with a word on how to convert it; what has the wrong name is read for what it is, and the draft
/// says so.
/// </summary>
public sealed class Readers(IEnumerable<IDraftReader> readers)
{
    private const string Damaged = "ECQ219";

    private readonly IDraftReader[] _readers = [.. readers];

    /// <summary>The formats that can be read.</summary>
    public IEnumerable<DraftFormat> Formats => _readers.Select(reader => reader.Format);

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        var format = FileRecognizer.Recognize(source);
        var reader = Array.Find(_readers, reader => reader.Format == format)
            ?? throw new InvalidOperationException($"No reader for {format} was given.");
        var draft = Read(reader, source, cancellation);
        RequireText(source, draft);
        return WrongExtension(source.Name, format) is { } note
            ? draft with { Extraction = draft.Extraction with { Notes = draft.Extraction.Notes.Insert(0, note) } }
            : draft;
    }

    private static Draft Read(IDraftReader reader, DraftSource source, CancellationToken cancellation)
    {
        try
        {
            return reader.Read(source, cancellation);
        }
        catch (Exception fault) when (fault is not (UnreadableDraftException or OperationCanceledException))
        {
            // A library's parser may throw anything for a malformed file: the file's fault, and one line to its sender.
            throw source.Fault(
                Damaged,
                $"this {NameOf(reader.Format)} is damaged and cannot be read; open it, save it anew and try again " +
                $"({fault.GetType().Name})",
                fault);
        }
    }

    /// <summary>White space alone is no draft. What cannot be trusted, such as a scan, says more of itself.</summary>
    private static void RequireText(DraftSource source, Draft draft)
    {
        if (draft.Extraction.CanBeTrusted && draft.Text.All(IsBlank))
        {
            throw source.Fault(FileRecognizer.Empty, "this file holds white space alone and no text; check that it was saved");
        }
    }

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || char.IsControl(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    private static ExtractionNote? WrongExtension(string name, DraftFormat format)
    {
        var extension = Path.GetExtension(name);
        if (FileRecognizer.IsUsualExtension(extension, format))
        {
            return null;
        }

        var message = $"The name ends in {extension}, but the file is a {NameOf(format)} and was read as one.";
        return new ExtractionNote("wrong-extension", ExtractionGrade.Read, 1, message, []);
    }

    private static string NameOf(DraftFormat format) => format switch
    {
        DraftFormat.Word => "Word document",
        DraftFormat.Pdf => "PDF",
        DraftFormat.Markdown => "Markdown file",
        _ => "plain text file",
    };
}
