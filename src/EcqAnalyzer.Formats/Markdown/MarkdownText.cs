using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EcqAnalyzer.Formats.Markdown;

/// <summary>Writes the text of one block after the other, without white space at either end, each stretch with its line
/// and column; and counts what it leaves out.</summary>
internal sealed class MarkdownText(string text, DraftBuilder builder)
{
    private readonly List<string> _comments = [];
    private readonly List<string> _pictures = [];

    /// <summary>Ends of tags that the rest of the block does not hold: not to be looked for again at each
    /// "&lt;".</summary>
    private readonly HashSet<string> _missing = [];
    private readonly Queue<LooseBlock> _looseBlocks = [];
    private readonly int[] _lineStarts = LineStarts(text);
    private int _tags;
    private bool _isEmpty = true;
    private char? _pendingBreak;
    private (int Start, int End) _pendingSpaces;

    /// <summary>To be called at the start of a block.</summary>
    public void Begin() => (_isEmpty, _pendingBreak, _pendingSpaces) = (true, null, (0, 0));

    /// <summary>A line end that the author meant.</summary>
    public void AppendBreak() => _pendingBreak = '\n';

    /// <summary>A space between two stretches that stand apart in the file.</summary>
    public void AppendSpace() => _pendingBreak ??= ' ';

    /// <param name="inlines">What a paragraph holds.</param>
    /// <param name="looseBlocks">Blocks to begin at some of its lines.</param>
    public void Append(ContainerInline inlines, List<LooseBlock> looseBlocks)
    {
        looseBlocks.ForEach(_looseBlocks.Enqueue);
        Append(inlines);
        _looseBlocks.Clear();
    }

    private void Append(ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            Append(inline);
        }
    }

    /// <summary>Appends what stands in the file from <paramref name="start"/> to <paramref name="end"/>, line ends made
    /// spaces.</summary>
    public void AppendSource(int start, int end)
    {
        end = Math.Min(end, text.Length);
        while (start < end)
        {
            var from = start;
            while (start < end && !IsLineEnd(text[start]) && !TextLines.IsControl(text[start]))
            {
                start++;
            }

            AppendStretch(from, start);
            if (start < end && IsLineEnd(text[start]))
            {
                _pendingBreak ??= text[start] is '\r' or '\n' ? ' ' : '\n';
            }

            start++;
        }
    }

    /// <summary>Blocks of HTML hold text between their tags; each line of it is a block.</summary>
    public void AppendHtml(SourceSpan span, BlockKind kind)
    {
        var end = Math.Min(span.End + 1, text.Length);
        builder.BeginBlock(kind);
        Begin();
        _missing.Clear();
        for (var at = span.Start; at < end;)
        {
            if (FindHtmlEnd(at, end) is { } tagEnd)
            {
                CountHtml(text[at..tagEnd]);
                at = tagEnd;
                continue;
            }

            if (text[at] is '\n' or '\r')
            {
                builder.BeginBlock(kind);
                Begin();
            }

            var next = at + 1;
            while (next < end && text[next] is not ('<' or '\n' or '\r'))
            {
                next++;
            }

            AppendSource(at, next);
            at = next;
        }

        builder.EndBlock();
    }

    public void Note()
    {
        if (_comments.Count > 0)
        {
            builder.Note(
                "html-comments", ExtractionGrade.Apart, _comments.Count,
                Say(_comments.Count, "comment was", "comments were", "kept apart"), [.. _comments]);
        }

        if (_pictures.Count > 0)
        {
            builder.Note(
                "pictures", ExtractionGrade.Apart, _pictures.Count,
                Say(_pictures.Count, "picture was", "pictures were", "left out"), [.. _pictures]);
        }

        if (_tags > 0)
        {
            builder.Note(
                "html-dropped", ExtractionGrade.Read, _tags,
                Say(_tags, "HTML tag was", "HTML tags were", "left out; the text between was read"));
        }
    }

    private static string Say(int count, string one, string many, string what) =>
        $"{count} {(count == 1 ? one : many)} {what}.";

    private void Append(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendLiteral(literal);
                break;
            case CodeInline code:
                AppendCode(code);
                break;
            case HtmlEntityInline entity:
                AppendWords(entity.Transcoded.AsSpan(), entity.Span.Start);
                break;
            case LineBreakInline { IsHard: true }:
                AppendBreak();
                break;
            case LineBreakInline:
                _pendingBreak ??= ' ';
                break;
            case HtmlInline html:
                CountHtml(html.Tag);
                break;
            case AutolinkInline link:
                AppendSource(link.Span.Start + 1, link.Span.End);
                break;
            case LinkInline { IsImage: true } picture:
                _pictures.Add(text[picture.Span.Start..Math.Min(picture.Span.End + 1, text.Length)]);
                break;
            case FootnoteLink:
                break;
            case ContainerInline container:
                Append(container);
                break;
        }
    }

    /// <summary>The content is what stands in the file, less backslashes and white space at a cell's edges: walking
    /// both together finds the place of each stretch.</summary>
    private void AppendLiteral(LiteralInline literal)
    {
        var content = literal.Content.AsSpan();
        var at = Math.Max(literal.Span.Start, 0);
        var end = Math.Min(literal.Span.End + 1, text.Length);
        while (!content.IsEmpty)
        {
            while (at < end && text[at] != content[0])
            {
                at++;
            }

            var same = at < end ? content.CommonPrefixLength(text.AsSpan(at, end - at)) : 0;
            if (same == 0)
            {
                // Not as it stands in the file: the place is that of the whole.
                AppendWords(content, Math.Max(literal.Span.Start, 0));
                return;
            }

            AppendSource(at, at + same);
            content = content[same..];
            at += same;
        }
    }

    private void AppendCode(CodeInline code)
    {
        var start = code.Span.Start;
        var end = Math.Min(code.Span.End + 1, text.Length);
        AppendSource(start + code.DelimiterCount, Math.Max(start + code.DelimiterCount, end - code.DelimiterCount));
    }

    private void CountHtml(string html)
    {
        if (html.StartsWith("<!--", StringComparison.Ordinal))
        {
            _comments.Add(html[4..].Replace("-->", "", StringComparison.Ordinal).Trim());
            return;
        }

        _tags++;
        if (html.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            AppendBreak();
        }
    }

    private int? FindHtmlEnd(int at, int end)
    {
        if (text[at] != '<' || at + 1 >= end)
        {
            return null;
        }

        var rest = text.AsSpan(at, end - at);
        var close = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->"
            : rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? "</script>"
            : rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? "</style>"
            : char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?' ? ">"
            : null;
        if (close is null || _missing.Contains(close))
        {
            return null;
        }

        var found = rest.IndexOf(close, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
        {
            _missing.Add(close);
            return null;
        }

        return at + found + close.Length;
    }

    /// <summary>A stretch within one line. White space at its end waits until more text follows.</summary>
    private void AppendStretch(int from, int to)
    {
        from = Math.Min(BeginLooseBlock(from), to);
        var words = text.AsSpan(from, to - from).Trim(" \t");
        if (words.IsEmpty)
        {
            _pendingSpaces = _pendingSpaces.End == from ? (_pendingSpaces.Start, to) : (from, to);
            return;
        }

        var leading = text.AsSpan(from, to - from).IndexOf(words);
        if (leading > 0)
        {
            var start = _pendingSpaces.End == from ? _pendingSpaces.Start : from;
            _pendingSpaces = (start, from + leading);
        }

        AppendWords(words, from + leading);
        _pendingSpaces = (from + leading + words.Length, to);
    }

    /// <summary>Begins the block whose line is reached, if one is; returns where text goes on.</summary>
    private int BeginLooseBlock(int at)
    {
        while (_looseBlocks.TryPeek(out var block) && at >= block.Start)
        {
            _looseBlocks.Dequeue();
            builder.BeginBlock(block.Kind, block.Level);
            Begin();
            at = Math.Max(at, block.TextStart);
        }

        return at;
    }

    private void AppendWords(ReadOnlySpan<char> words, int at)
    {
        if (words.IsEmpty)
        {
            return;
        }

        BeginLooseBlock(at);
        var (start, end) = _pendingSpaces;
        if (_pendingBreak is { } pending && !_isEmpty)
        {
            builder.Append([pending], null);
        }
        else if (end > start && !_isEmpty)
        {
            builder.Append(text.AsSpan(start, end - start), AnchorOf(start));
        }

        (_pendingSpaces, _pendingBreak, _isEmpty) = ((0, 0), null, false);
        builder.Append(words, AnchorOf(at));
    }

    private LineAnchor AnchorOf(int at)
    {
        var line = Array.BinarySearch(_lineStarts, at);
        line = line < 0 ? ~line - 1 : line;
        return new LineAnchor(line + 1, at - _lineStarts[line] + 1);
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';
}
