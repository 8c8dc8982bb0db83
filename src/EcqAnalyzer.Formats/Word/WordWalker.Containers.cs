using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <content>Opening and closing of what holds text: paragraphs, runs, tables, boxes, notes.</content>
internal sealed partial class WordWalker
{
    /// <summary>What to put back when a container closes.</summary>
    private sealed record Outside(WordScope Scope, WordParagraph? Paragraph);

    private void Close()
    {
        var frame = _frames[--_depth];
        switch (frame.Kind)
        {
            case FrameKind.Skip:
                _skipped--;
                break;
            case FrameKind.Paragraph:
                CloseParagraph((WordParagraph?)frame.Before);
                break;
            case FrameKind.Run:
                _runs.Leave();
                _run = (WordRunState)frame.Before!;
                break;
            case FrameKind.Table:
                _scope.Table = (WordTable?)frame.Before;
                break;
            case FrameKind.Row:
                CloseRow((WordRow?)frame.Before);
                break;
            case FrameKind.Cell or FrameKind.Box or FrameKind.Note:
                CloseScope((Outside)frame.Before!, frame.Kind);
                break;
            case FrameKind.Numerator:
                AddOwn('/');
                break;
            case FrameKind.RubyText:
                _isInRubyText = false;
                break;
            case FrameKind.Ruby:
                CloseRuby();
                break;
        }
    }

    private void OpenParagraph()
    {
        if (++_paragraphs > ReadingLimits.Paragraphs)
        {
            throw WordFaults.IsTooLarge(_source, $"{ReadingLimits.Paragraphs:N0} paragraphs");
        }

        Push(FrameKind.Paragraph, _paragraph);
        if (_paragraph is null && _scope.Joining is { } joining)
        {
            // What survives is the second paragraph's mark, and with it that paragraph's style and numbering.
            _scope.Joining = null;
            (joining.Style, joining.Outline, joining.Number, joining.NumberLevel) = (null, null, null, null);
            joining.IsMarkDeleted = false;
            _paragraph = joining;
            return;
        }

        var paragraph = new WordParagraph(_part, _scope.Place, _scope.Row);
        HostList().Add(paragraph);
        _paragraph = paragraph;
    }

    /// <summary>Where a new paragraph goes: into the container, or, anchored inside a paragraph, behind that one.</summary>
    private List<WordParagraph> HostList() => _paragraph?.Boxes ?? _scope.Paragraphs;

    private void CloseParagraph(WordParagraph? before)
    {
        if (_paragraph is { IsMarkDeleted: true } joining && before is null)
        {
            _scope.Joining = joining;
        }

        _paragraph = before;
    }

    private void OpenRun()
    {
        Push(FrameKind.Run, _run);
        _runs.Enter();
        _run = new WordRunState();
    }

    private void OpenTable()
    {
        Push(FrameKind.Table, _scope.Table);
        _scope.Table = new WordTable();
        _scope.Joining = null;
        _tally.Tables++;
    }

    private void OpenRow()
    {
        Push(FrameKind.Row, _scope.TableRow);
        var index = _scope.Table is { } table ? ++table.Row : 0;
        _scope.TableRow = new WordRow(index, _page);
    }

    private void CloseRow(WordRow? before)
    {
        _page = Math.Max(_page, _scope.TableRow?.LastPage ?? 1);
        _scope.TableRow = before;
    }

    private void OpenCell()
    {
        var row = _scope.TableRow;
        // All cells of a row begin on the page on which the row begins, though each marks the page breaks within it.
        _page = _scope.IsInBox || row is null ? _page : row.Page;
        var fate = row is not null && row.Fate > _scope.Fate ? row.Fate : _scope.Fate;
        OpenScope(FrameKind.Cell, new WordScope(
            _scope.Place == BlockKind.Note ? BlockKind.Note : BlockKind.TableCell,
            row?.Index ?? 0, HostList(), _scope.Fields, fate)
        {
            IsInBox = _scope.IsInBox,
        });
    }

    private void OpenBox()
    {
        _tally.Boxes++;
        OpenScope(FrameKind.Box, new WordScope(
            _scope.Place == BlockKind.Note ? BlockKind.Note : BlockKind.Box,
            0, HostList(), new WordFields(), _scope.Fate)
        {
            IsInBox = true,
        });
    }

    private void OpenNote(XmlReader xml)
    {
        if (WordNames.Attribute(xml, "type") is not (null or "normal"))
        {
            Push(FrameKind.Skip);
            return;
        }

        var paragraphs = new List<WordParagraph>();
        Story.Notes.Add((WordNames.Attribute(xml, "id") ?? "", paragraphs));
        OpenScope(FrameKind.Note, new WordScope(BlockKind.Note, 0, paragraphs, new WordFields(), Fate.Read) { IsInBox = true });
    }

    private void OpenScope(FrameKind kind, WordScope scope)
    {
        Push(kind, new Outside(_scope, _paragraph));
        _scope = scope;
        _paragraph = null;
    }

    private void CloseScope(Outside outside, FrameKind kind)
    {
        if (kind == FrameKind.Cell)
        {
            if (outside.Scope.TableRow is { } row)
            {
                row.LastPage = Math.Max(row.LastPage, _page);
            }
        }
        else
        {
            NoteUnclosed(_scope.Fields);
        }

        (_scope, _paragraph) = (outside.Scope, outside.Paragraph);
    }

    private void NoteUnclosed(WordFields fields)
    {
        foreach (var field in fields.Open)
        {
            if (field.IsInCode && field.LeftOutText)
            {
                _unclosedFields.Add(field.Ordinal);
            }
        }
    }
}
