using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Csv;

/// <summary>
/// Reads tables as spreadsheets write them: fields parted by commas, semicolons or tabs (whichever the first line has most of,
/// outside quotes), in quotes where they hold such a sign, a line break or a doubled quote; UTF-8, UTF-16, or the old character
/// set of Windows. Rows without any text are left out. Throws <see cref="UnreadableDraftException"/> where it is no such table.
/// </summary>
public static class CsvReader
{
    public const string NotATable = "ECQ208";

    /// <summary>A sheet of a spreadsheet ends there too.</summary>
    private const int MostRows = 1_048_576;
    private const string Separators = ",;\t";

    public static ImmutableArray<CsvRow> Read(DraftSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = TextDecoder.TryDecode(source.Bytes.Span)?.Text
            ?? throw Fault(source.Name, null, "this is no table of text; in the spreadsheet, save it as 'CSV UTF-8'");
        var separator = SeparatorOf(text);
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var row = ReadRow(source.Name, text, separator, ref at, ref line);
            if (row.Fields.Any(field => field.Length > 0))
            {
                rows.Add(rows.Count < MostRows ? row : throw Fault(source.Name, line, $"it has more than {MostRows} rows"));
            }
        }

        return rows.ToImmutable();
    }

    private static CsvRow ReadRow(string name, string text, char separator, ref int at, ref int line)
    {
        var (fields, begin) = (ImmutableArray.CreateBuilder<string>(), line);
        while (true)
        {
            fields.Add(ReadField(name, text, separator, ref at, ref line).Trim());
            if (at >= text.Length || text[at] != separator)
            {
                break;
            }

            at++;
        }

        if (at < text.Length)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
        }

        return new CsvRow(begin, fields.ToImmutable());
    }

    /// <summary>Leaves <paramref name="at"/> at what ends the field: a separator, a line break or the end.</summary>
    private static string ReadField(string name, string text, char separator, ref int at, ref int line)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at >= text.Length || text[at] != '"')
        {
            var start = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            {
                at++;
            }

            return text[start..at];
        }

        return ReadQuoted(name, text, separator, ref at, ref line);
    }

    private static string ReadQuoted(string name, string text, char separator, ref int at, ref int line)
    {
        var (field, begin) = (new StringBuilder(), line);
        for (at++; ; at++)
        {
            if (at >= text.Length)
            {
                throw Fault(name, begin, "a quotation mark opens a field here and none closes it; a quotation mark within a field is written twice");
            }

            if (text[at] != '"')
            {
                line += text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')) ? 1 : 0;
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                break;
            }
        }

        for (at++; at < text.Length && text[at] == ' '; at++)
        {
        }

        return at >= text.Length || text[at] == separator || text[at] is '\r' or '\n'
            ? field.ToString()
            : throw Fault(name, line, "text follows the quotation mark that closes a field; a quotation mark within a field is written twice");
    }

    private static char SeparatorOf(string text)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var isQuoted = false;
        foreach (var character in text)
        {
            isQuoted ^= character == '"';
            if (!isQuoted && character is ('\r' or '\n'))
            {
                break;
            }

            var which = isQuoted ? -1 : Separators.IndexOf(character, StringComparison.Ordinal);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return Separators[most];
    }

    private static UnreadableDraftException Fault(string name, int? line, string message) =>
        new(new Diagnostic(NotATable, name, line, line is null ? null : 1, message));
}
