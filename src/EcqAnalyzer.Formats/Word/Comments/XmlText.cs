using System.Text;
using System.Text.RegularExpressions;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// A part of a package as the text it is written in, so that it can be changed at single places and stay the same, byte for
/// byte, everywhere else. Places are offsets into <see cref="Text"/>, found from the lines and columns of an XML reader.
/// </summary>
internal sealed partial class XmlText
{
    private readonly Encoding _encoding;
    private readonly int _preamble;
    private readonly byte[] _bytes;
    private readonly List<int> _lines = [];

    private XmlText(byte[] bytes, Encoding encoding, int preamble)
    {
        (_bytes, _encoding, _preamble) = (bytes, encoding, preamble);
        Text = encoding.GetString(bytes, preamble, bytes.Length - preamble);
        // White space before the XML declaration is against the rules; readers go past it.
        var begin = preamble > 0 ? 0 : Text.Length - Text.AsSpan().TrimStart(" \t\r\n").Length;
        _lines.Add(begin);
        for (var i = begin; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                _lines.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    /// <summary>Null where the bytes do not come back from the text unchanged.</summary>
    public static XmlText? TryDecode(byte[] bytes)
    {
        var (encoding, preamble) = EncodingOf(bytes);
        if (encoding is null)
        {
            return null;
        }

        var text = new XmlText(bytes, encoding, preamble);
        return encoding.GetBytes(text.Text).AsSpan().SequenceEqual(bytes.AsSpan(preamble)) ? text : null;
    }

    /// <summary>The rest of the text as an XML reader gets it.</summary>
    public TextReader Open() => new StringReader(Text[_lines[0]..]);

    /// <summary>The offset of a line and column, both from 1.</summary>
    public int Offset(int line, int column) => _lines[line - 1] + column - 1;

    /// <summary>The offset behind the tag that begins at an offset: its quoted values may hold the sign that ends it.</summary>
    public int EndOfTag(int start)
    {
        var quote = '\0';
        for (var i = start; i < Text.Length; i++)
        {
            var sign = Text[i];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign is '"' or '\'')
            {
                quote = sign;
            }
            else if (sign == '>')
            {
                return i + 1;
            }
        }

        return Text.Length;
    }

    /// <summary>The name of the element whose tag begins at an offset, as it is written.</summary>
    public string NameAt(int start)
    {
        var end = start + 1;
        while (end < Text.Length && Text[end] is not (' ' or '\t' or '\r' or '\n' or '/' or '>'))
        {
            end++;
        }

        return Text[(start + 1)..end];
    }

    /// <summary>The bytes of the part with the given changes, which do not overlap.</summary>
    public byte[] With(IEnumerable<Splice> splices)
    {
        var result = new StringBuilder(Text.Length + 1024);
        var at = 0;
        foreach (var splice in splices.OrderBy(each => each.Start).ThenBy(each => each.End))
        {
            result.Append(Text, at, splice.Start - at).Append(splice.Insert);
            at = splice.End;
        }

        result.Append(Text, at, Text.Length - at);
        return [.. _bytes.AsSpan(0, _preamble), .. _encoding.GetBytes(result.ToString())];
    }

    private static (Encoding? Encoding, int Preamble) EncodingOf(byte[] bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (new UTF8Encoding(false), 3);
            case [0xFF, 0xFE, ..]:
                return (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), 2);
            case [0xFE, 0xFF, ..]:
                return (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), 2);
        }

        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        var declared = DeclaredEncoding().Match(head);
        return declared.Success && !declared.Groups["name"].ValueSpan.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? (null, 0)
            : (new UTF8Encoding(false), 0);
    }

    [GeneratedRegex("""<\?xml[^>]*encoding\s*=\s*["'](?<name>[^"']+)["']""", RegexOptions.None, 1000)]
    private static partial Regex DeclaredEncoding();
}

/// <summary>A change: the text between two offsets gives way to another; equal offsets only insert.</summary>
internal readonly record struct Splice(int Start, int End, string Insert);
