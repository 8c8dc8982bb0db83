using System.Text;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>
/// Lines of at most <see cref="Width"/> columns, coloured or not. Written by hand and not with a console library: what a
/// report needs is wrapping and sixteen colours, which are a page of code here, without markup that draft text must be
/// escaped from and without a width that depends on the process.
/// </summary>
internal sealed class Page(ReportStyle style)
{
    private readonly StringBuilder _text = new();

    public int Width { get; } = Math.Clamp(style.Width, 40, 100);

    public bool HasUnicode => style.HasUnicode;

    public string Ellipsis => style.HasUnicode ? "…" : "...";

    public string Dash => style.HasUnicode ? "–" : "-";

    public string Dot => style.HasUnicode ? "·" : "-";

    /// <summary>Lines so far.</summary>
    public int Lines { get; private set; }

    public void Blank()
    {
        Lines++;
        _text.Append('\n');
    }

    /// <summary>The title of a part, with a line under the rest of the width.</summary>
    public void Title(string title)
    {
        Blank();
        var rule = new string(style.HasUnicode ? '─' : '-', Math.Max(0, Width - title.Length - 1));
        Line(new Ink(title, Tint.Heading), " ", new Ink(rule, Tint.Faint));
    }

    /// <summary>One line as it is; the caller has counted its columns.</summary>
    public void Line(params ReadOnlySpan<Ink> inks)
    {
        var start = _text.Length;
        foreach (var ink in inks)
        {
            Put(ink.Text, ink.Tint);
        }

        EndLine(start);
    }

    /// <summary>Wrapped words: the first line begins as it is told, the others <paramref name="indent"/> columns in.</summary>
    public void Wrapped(int indent, Ink first, params ReadOnlySpan<Ink> inks)
    {
        var start = _text.Length;
        Put(first.Text, first.Tint);
        var column = Printable.Cells(first.Text);
        if (column < indent)
        {
            _text.Append(' ', indent - column);
            column = indent;
        }

        var isAtStart = column == indent;
        foreach (var ink in inks)
        {
            foreach (var word in ink.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                (start, column) = PutWord(word, ink.Tint, indent, start, column, isAtStart);
                isAtStart = false;
            }
        }

        EndLine(start);
    }

    /// <summary>Quoted words of a draft in the quotation marks of the style.</summary>
    public string Quote(string words) => style.HasUnicode ? $"“{words}”" : $"\"{words}\"";

    public string Printed(ReadOnlySpan<char> text) => Printable.Of(text, style.HasUnicode);

    public override string ToString() => _text.ToString();

    private (int Start, int Column) PutWord(string word, Tint tint, int indent, int start, int column, bool isAtStart)
    {
        var cells = Printable.Cells(word);
        if (!isAtStart && column + 1 + cells > Width)
        {
            EndLine(start);
            start = _text.Length;
            _text.Append(' ', indent);
            column = indent;
        }
        else if (!isAtStart)
        {
            _text.Append(' ');
            column++;
        }

        // A word longer than a line, such as an address of a web page, is cut where the line ends.
        while (column + cells > Width && FindCut(word, Width - column) is > 0 and var cut)
        {
            Put(word[..cut], tint);
            EndLine(start);
            start = _text.Length;
            _text.Append(' ', indent);
            word = word[cut..];
            (column, cells) = (indent, Printable.Cells(word));
        }

        Put(word, tint);
        return (start, column + cells);
    }

    /// <summary>How many characters of a word fit into the cells left; 0 where not even one does.</summary>
    private static int FindCut(string word, int left)
    {
        var cut = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            left -= Printable.Cells(rune.ToString());
            if (left < 0)
            {
                break;
            }

            cut += rune.Utf16SequenceLength;
        }

        return cut;
    }

    private void Put(string text, Tint tint)
    {
        if (!style.HasColor || tint == Tint.Plain || string.IsNullOrWhiteSpace(text))
        {
            _text.Append(text);
            return;
        }

        _text.Append(Code(tint)).Append(text).Append("\u001b[0m");
    }

    private void EndLine(int start)
    {
        while (_text.Length > start && _text[^1] == ' ')
        {
            _text.Length--;
        }

        Lines++;
        _text.Append('\n');
    }

    /// <summary>The sixteen colours of the terminal's own palette, which its owner chose to be legible.</summary>
    private static string Code(Tint tint) => tint switch
    {
        Tint.Strong => "\u001b[1m",
        Tint.Faint => "\u001b[2m",
        Tint.Heading => "\u001b[1;36m",
        Tint.Accomplishment => "\u001b[32m",
        Tint.Duty => "\u001b[33m",
        _ => "\u001b[1;31m",
    };
}
