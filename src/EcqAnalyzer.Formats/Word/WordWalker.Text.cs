using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <content>Where characters go: into the paragraph, apart, or nowhere.</content>
internal sealed partial class WordWalker
{
    private readonly List<(char Character, int? Run, int Offset)> _rubyText = [];
    private bool _isInRubyText;

    private void Text(XmlReader xml)
    {
        int read;
        while ((read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
        {
            foreach (var character in _buffer.AsSpan(0, read))
            {
                Add(character switch
                {
                    // Line ends in the XML are layout of the XML, not of the page.
                    '\n' or '\r' => ' ',
                    >= '\uE000' and <= '\uF8FF' => WordSymbols.Plain(character, Font()),
                    _ => character,
                });
            }
        }
    }

    private string? Font() => _run.Font ?? _styles.Font(_paragraph?.Style, _run.Style);

    private void Add(char character)
    {
        var (run, offset) = (_runs.Run, _runs.Offset);
        _runs.Advance(1);
        if (run is { } ordinal)
        {
            _trace?.Add(ordinal, offset);
            Put(character, run, offset);
        }
    }

    /// <summary>Adds a sign that stands on the page but is nowhere typed.</summary>
    private void AddOwn(char character) => Put(character, null, 0);

    private void Put(char character, int? run, int offset)
    {
        if (_paragraph is null || _scope.Fate == Fate.Deleted)
        {
            return;
        }

        if (_scope.Fields.IsInCode)
        {
            _scope.Fields.LeaveOut(character);
            return;
        }

        if (_scope.Fields.Innermost is { } field)
        {
            field.HasResult |= !char.IsWhiteSpace(character);
        }

        if (++_characters > ReadingLimits.TextLength)
        {
            throw WordFaults.IsTooLarge(_source, $"{ReadingLimits.TextLength >> 20} million characters");
        }

        if (char.IsControl(character) && character is not ('\t' or '\n'))
        {
            _tally.ControlCharacters++;
        }
        else if (_scope.Fate == Fate.Hidden || IsRunHidden())
        {
            _paragraph.Hide(character);
        }
        else if (_isInRubyText)
        {
            _rubyText.Add((character, run, offset));
        }
        else
        {
            _paragraph.Add(character, run, offset, _page);
            _isPageBroken &= char.IsWhiteSpace(character);
            if (run is not null && !char.IsWhiteSpace(character))
            {
                (_run.Count ??= FindFontCount()).Characters++;
            }
        }
    }

    private FontCount FindFontCount()
    {
        var (name, size) = _styles.LookOf(_paragraph?.Style, _run);
        return _tally.Fonts.Of(name, size);
    }

    private bool IsRunHidden() => _run.IsHidden
        ??= _run.Vanish ?? _styles.IsHidden(_paragraph?.Style ?? _styles.DefaultParagraphStyle, _run.Style);

    /// <summary>The reading aid over a word is stored before it; in the text it follows, in brackets.</summary>
    private void CloseRuby()
    {
        if (_rubyText.Count > 0 && _paragraph is not null)
        {
            AddOwn('(');
            foreach (var (character, run, offset) in _rubyText)
            {
                _paragraph.Add(character, run, offset, _page);
            }

            AddOwn(')');
        }

        _rubyText.Clear();
    }

    private void FieldMark(string? type)
    {
        var fields = _scope.Fields;
        switch (type)
        {
            case "begin":
                var ordinal = _fieldMarks++;
                if (!_unclosedFields.Contains(ordinal))
                {
                    fields.Begin(ordinal);
                }

                break;
            case "separate":
                fields.Separate();
                break;
            case "end" when fields.End() is { } field:
                AddFormField(field);
                break;
        }
    }

    private void AddFormField(WordField field)
    {
        if (field.IsTicked is { } isTicked)
        {
            AddOwn(isTicked ? '☒' : '☐');
        }

        if (!field.HasResult && field.Entries is { } entries && field.Chosen >= 0 && field.Chosen < entries.Count)
        {
            foreach (var character in entries[field.Chosen])
            {
                AddOwn(character);
            }
        }
    }

    /// <summary>Text drawn along a line (old WordArt) stands in an attribute; it makes a box of its own.</summary>
    private void AddTextPath(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || _runs.Run is null || _paragraph is not { } host)
        {
            return;
        }

        _paragraph = new WordParagraph(_part, Model.BlockKind.Box, 0);
        host.Boxes.Add(_paragraph);
        foreach (var character in text)
        {
            Add(character is '\r' or '\n' ? ' ' : character);
        }

        _paragraph = host;
    }
}
