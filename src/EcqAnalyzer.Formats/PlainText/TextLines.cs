namespace EcqAnalyzer.Formats.PlainText;

/// <summary>A line of a text, without its end and the white space around it. <see cref="Indent"/> is the columns before
/// the first character, a tab going to the next multiple of four; <see cref="Line"/> and <see cref="Column"/> (from 1)
/// are the place of <see cref="Start"/> as an editor counts, and <see cref="Page"/> (from 0) the form feeds before
/// it.</summary>
internal readonly record struct TextLine(int Start, int End, int Indent, int Line, int Column, int Page)
{
    public int Length => End - Start;

    public bool IsBlank => End == Start;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    public int FirstWordLength(string text)
    {
        var words = Of(text);
        var space = words.IndexOf(' ');
        return space < 0 ? words.Length : space;
    }
}

/// <summary>Splits text at every kind of line end. Only CR, LF and CRLF count as lines, as in editors; NEL, the Unicode
/// line and paragraph separators, vertical tab and form feed end a line within one.</summary>
internal static class TextLines
{
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var (line, lineStart, page, start) = (1, 0, 0, 0);
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(_ends);
            var end = length < 0 ? text.Length : start + length;
            if (end > start || end == text.Length || text[end] != '\f')
            {
                lines.Add(Trim(text, start, end, (line, lineStart, page)));
            }

            // A form feed stands at the start of a line as a rule: what is before it there is no blank line.
            if (end == text.Length)
            {
                break;
            }

            page += text[end] == '\f' ? 1 : 0;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            if (text[end] is '\r' or '\n')
            {
                (line, lineStart) = (line + 1, start);
            }
        }

        return lines;
    }

    /// <summary>Characters that are neither words nor layout. They are left out, and counted: a terminal would obey
    /// them.</summary>
    public static bool IsControl(char c) =>
        char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085');

    private static readonly System.Buffers.SearchValues<char> _ends =
        System.Buffers.SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    private static TextLine Trim(string text, int start, int end, (int Line, int Start, int Page) place)
    {
        var (from, indent) = (start, 0);
        while (from < end && IsLayout(text[from]))
        {
            indent += text[from] == '\t' ? 4 - (indent % 4) : IsControl(text[from]) ? 0 : 1;
            from++;
        }

        while (end > from && IsLayout(text[end - 1]))
        {
            end--;
        }

        return new TextLine(from, end, indent, place.Line, from - place.Start + 1, place.Page);
    }

    private static bool IsLayout(char c) => char.IsWhiteSpace(c) || IsControl(c) || c == '\uFEFF';
}
