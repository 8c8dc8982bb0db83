using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.PlainText;

/// <summary>
/// Reads plain text. Bytes become text (<see cref="TextDecoder"/>), text becomes lines (<see cref="TextLines"/>), and
/// lines become blocks (<see cref="LineLayout"/>), since nothing in the file says what is a paragraph and what a
/// heading.
/// </summary>
public sealed class PlainTextReader : IDraftReader
{
    private const string NotText = "ECQ205";
    private const string TooLong = "ECQ206";

    public DraftFormat Format => DraftFormat.Text;

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        var decoded = Decode(source);
        var builder = new DraftBuilder();
        foreach (var note in decoded.Notes)
        {
            builder.Note(note.What, note.Grade, note.Count, note.Message);
        }

        var lines = TextLines.Split(decoded.Text);
        if (lines.Count(line => !line.IsBlank) > ReadingLimits.Paragraphs)
        {
            throw source.Fault(
                TooLong,
                $"a draft may have {ReadingLimits.Paragraphs:N0} lines and this text has more; " +
                "take out what is no draft");
        }

        var pages = new LineLayout(decoded.Text, lines, builder).Read(cancellation);
        NoteControls(builder, decoded.Text);
        return builder.Build(source, DraftFormat.Text, pages);
    }

    internal static DecodedText Decode(DraftSource source)
    {
        var decoded = TextDecoder.TryDecode(source.Bytes.Span)
            ?? throw source.Fault(NotText, "this is not text; save the draft as a Word document (.docx), PDF or text");
        return decoded.Text.Length <= ReadingLimits.TextLength
            ? decoded
            : throw source.Fault(
                TooLong,
                $"a draft may have {ReadingLimits.TextLength / 1_000_000} million characters and this text has more; " +
                "take out what is no draft");
    }

    internal static void NoteControls(DraftBuilder builder, string text)
    {
        var controls = text.Count(TextLines.IsControl);
        if (controls > 0)
        {
            var message = controls == 1
                ? "One control character was left out."
                : $"{controls} control characters were left out.";
            builder.Note("control-characters", ExtractionGrade.Doubtful, controls, message);
        }
    }
}
