using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.PlainText;

/// <summary>
/// Makes blocks of lines. A blank line ends a block; so does a line end, unless the line was only broken because the
/// next word did not fit (<see cref="WrapWidth"/>) or the next line plainly goes on with the sentence.
/// </summary>
internal sealed class LineLayout(string text, List<TextLine> lines, DraftBuilder builder)
{
    /// <summary>A line shorter than this was not broken for its length.</summary>
    private const int ShortestWrapped = 40;

    /// <summary>A line longer than this, under a short one, is the paragraph that the short one heads.</summary>
    private const int LongLine = 60;

    private readonly List<TextLine> _open = [];
    private readonly Stack<int> _listIndents = new();
    private (BlockKind Kind, int Level, int Indent) _block;
    private int _wrapWidth;
    private int _joined;
    private bool _hasPages;

    /// <summary>Builds the blocks; returns the number of pages where form feeds tell.</summary>
    public int? Read(CancellationToken cancellation)
    {
        _wrapWidth = WrapWidth.Find(text, lines);
        var lastPage = lines.Where(line => !line.IsBlank).Select(line => line.Page).DefaultIfEmpty().Max();
        _hasPages = lastPage > 0 || lines[^1].Page > 0;
        for (var i = 0; i < lines.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(i);
        }

        Close();
        if (_joined > 0)
        {
            builder.Note(
                "joined-lines", ExtractionGrade.Read, _joined,
                "Lines that were broken for their length were joined into paragraphs.");
        }

        return _hasPages ? lastPage + 1 : null;
    }

    private void Take(int index)
    {
        var line = lines[index];
        var words = line.Of(text);
        if (line.IsBlank)
        {
            Close();
        }
        else if (LineKinds.IsRule(words))
        {
            CloseAtRule(words[0]);
        }
        else if (LineKinds.HashesBeforeHeading(words) is > 0 and var hashes)
        {
            Close();
            Open(BlockKind.Heading, hashes, LineKinds.Skip(line, text, hashes));
            Close();
        }
        else if (IsHeading(index))
        {
            Close();
            _listIndents.Clear();
            Open(BlockKind.Heading, LineKinds.IsInCapitals(words) ? 1 : 2, line);
            Close();
        }
        else if (LineKinds.FindListSign(words) is { } sign)
        {
            Close();
            var level = ListLevel(line.Indent);
            var item = sign.IsDropped ? LineKinds.Skip(line, text, sign.Length) : line;
            Open(BlockKind.ListItem, level, item, line.Indent);
        }
        else
        {
            TakeProse(line);
        }
    }

    private void TakeProse(TextLine line)
    {
        if (_open.Count > 0 && GoesOn(_open[^1], line))
        {
            _joined++;
            _open.Add(line);
            return;
        }

        Close();
        if (line.Indent == 0)
        {
            _listIndents.Clear();
        }

        Open(BlockKind.Paragraph, 0, line, line.Indent);
    }

    /// <summary>Whether the line goes on with the open block.</summary>
    private bool GoesOn(TextLine last, TextLine line)
    {
        if (last.IsBlank)
        {
            return true; // A bullet on a line of its own, as copied from a PDF: its text follows.
        }

        var ended = LineKinds.EndsSentence(last.Of(text));
        var startsLow = char.IsLower(text[line.Start]);
        if (line.Page != last.Page)
        {
            return !ended && startsLow;
        }

        if (_block.Kind == BlockKind.ListItem && line.Indent > _block.Indent)
        {
            return true;
        }

        if (ended && (line.Indent > last.Indent + 1 || LineKinds.OpensWithLabel(line.Of(text))))
        {
            return false;
        }

        return WrapWidth.IsBrokenAt(_wrapWidth, last, line.FirstWordLength(text))
            || (!ended && startsLow && last.Length >= ShortestWrapped);
    }

    private bool IsHeading(int index)
    {
        var line = lines[index];
        var words = line.Of(text);
        if (!LineKinds.MayBeHeading(words) || (_open.Count > 0 && GoesOn(_open[^1], line)))
        {
            return false;
        }

        if (LineKinds.IsInCapitals(words))
        {
            return true;
        }

        if (LineKinds.FindListSign(words) is not null)
        {
            return false;
        }

        var next = index + 1 < lines.Count ? lines[index + 1] : default;
        if (!next.IsBlank)
        {
            return LineKinds.IsInTitleCase(words)
                && (next.Length > LongLine || LineKinds.FindListSign(next.Of(text)) is not null);
        }

        // Alone between blank lines: a title, or a caption if what it stands over is prose.
        var below = lines.Skip(index + 1).FirstOrDefault(later => !later.IsBlank);
        var isAlone = index == 0 || lines[index - 1].IsBlank;
        var isProse = below.Length > LongLine || LineKinds.EndsSentence(below.Of(text));
        return !below.IsBlank && (LineKinds.IsInTitleCase(words) || (isAlone && isProse && LineKinds.IsCaption(words)));
    }

    /// <summary>A row of signs under a single short line makes it a heading; any other is a line drawn across the
    /// page.</summary>
    private void CloseAtRule(char sign)
    {
        if (_open.Count == 1 && _block.Kind == BlockKind.Paragraph && _open[0].Length <= 100
            && sign is '=' or '-' or '~' or '_')
        {
            _block = (BlockKind.Heading, sign == '=' ? 1 : 2, 0);
        }

        Close();
    }

    private int ListLevel(int indent)
    {
        while (_listIndents.TryPeek(out var outer) && outer >= indent)
        {
            _listIndents.Pop();
        }

        _listIndents.Push(indent);
        return _listIndents.Count - 1;
    }

    private void Open(BlockKind kind, int level, TextLine line, int indent = 0)
    {
        _block = (kind, level, indent);
        _open.Add(line);
    }

    private void Close()
    {
        if (_open.Count == 0)
        {
            return;
        }

        builder.BeginBlock(_block.Kind, _block.Level, _hasPages ? _open[0].Page + 1 : null);
        var before = default(TextLine?);
        foreach (var line in _open.Where(line => !line.IsBlank))
        {
            if (before is { } last && !LineKinds.IsHyphenated(text, last, line))
            {
                builder.Append(" ", null);
            }

            Append(line);
            before = line;
        }

        builder.EndBlock();
        _open.Clear();
    }

    private void Append(TextLine line)
    {
        for (var at = line.Start; at < line.End; at++)
        {
            var start = at;
            while (at < line.End && !TextLines.IsControl(text[at]))
            {
                at++;
            }

            builder.Append(text.AsSpan(start, at - start), new LineAnchor(line.Line, line.Column + start - line.Start));
        }
    }
}
