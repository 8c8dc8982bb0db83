using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>A token's place, before tagging.</summary>
internal readonly record struct RawToken(int Start, int End, bool SpaceBefore);

/// <summary>
/// Splits a block into tokens as the English Web Treebank does, with contractions split as Penn does (do/n't, Bob/'s): each
/// stretch between spaces loses opening and closing signs first, then its core is split at dashes, slashes, hyphens of
/// compounds and contractions. Every character that is not a space lands in exactly one token. Linear in the text.
/// </summary>
internal sealed class Tokenizer
{
    private readonly List<RawToken> _tokens = [];
    private string _text = "";
    private int _blockStart;
    private int _blockEnd;

    /// <summary>The tokens of [<paramref name="start"/>, <paramref name="end"/>), valid until the next call.</summary>
    public ReadOnlySpan<RawToken> Tokenize(string text, int start, int end)
    {
        (_text, _blockStart, _blockEnd) = (text, start, end);
        _tokens.Clear();
        var position = start;
        while (position < end)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var chunk = position;
            while (position < end && char.IsAsciiLetter(text[position]))
            {
                position++;
            }

            if (position == end || text[position] == ' ')
            {
                AddPlain(chunk, position);
                continue;
            }

            if (text[position] == ',' && position > chunk && position + 1 < end && text[position + 1] == ' ')
            {
                AddPlain(chunk, position);
                Add(position, ++position);
                continue;
            }

            while (position < end && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            SplitChunk(chunk, position);
        }

        return CollectionsMarshal.AsSpan(_tokens);
    }

    /// <summary>A stretch of plain letters, as most are: nothing of it can be a sign.</summary>
    private void AddPlain(int start, int end)
    {
        var count = _tokens.Count;
        AddWord(start, end);
        _tokens[count] = _tokens[count] with { SpaceBefore = start > _blockStart };
    }

    private void SplitChunk(int start, int end)
    {
        var count = _tokens.Count;
        if (Smileys.LengthAt(_text.AsSpan(start, end - start)) is > 0 and var smiley)
        {
            Add(start, start + smiley);
            start += smiley;
        }

        start = TakeLeading(start, end);
        var coreEnd = FindCoreEnd(start, end);
        if (coreEnd > start)
            SplitCore(start, coreEnd);
        for (var i = coreEnd; i < end;)
        {
            var run = EndOfRun(i, end);
            Add(i, run);
            i = run;
        }

        if (_tokens.Count > count)
            _tokens[count] = _tokens[count] with { SpaceBefore = _tokens[count].Start > _blockStart };
    }

    /// <summary>Signs before the first word: quotes, brackets, bullets, currency.</summary>
    private int TakeLeading(int start, int end)
    {
        while (start < end)
        {
            var c = _text[start];
            if (IsWordPart(c) || (c is '.' or '@' or '#' or '+' or '-' && start + 1 < end && IsWordPart(_text[start + 1])
                && !(c is '#' or '-' or '+' && StartsWordOf(start, end))))
            {
                break;
            }

            if (Letters.IsApostrophe(c) && IsElision(start, end))
                break;
            var run = EndOfRun(start, end);
            Add(start, run);
            start = run;
        }

        return start;
    }

    /// <summary>A hyphen, plus or number sign directly before letters or digits stands alone, except before an option-like
    /// run of digits with a sign (<c>-5</c>, <c>+3</c>).</summary>
    private bool StartsWordOf(int start, int end) =>
        _text[start] == '#' ? start + 1 < end && char.IsDigit(_text[start + 1]) : !char.IsDigit(_text[start + 1]);

    private bool IsElision(int start, int end)
    {
        var rest = _text.AsSpan(start + 1, end - start - 1);
        var length = 0;
        while (length < rest.Length && IsWordPart(rest[length]))
        {
            length++;
        }

        return rest[..length] switch
        {
            "em" or "til" or "tis" or "twas" or "cause" or "s" or "m" or "ll" or "re" or "ve" or "d" => true,
            { Length: 2 or 3 } word => char.IsDigit(word[0]) && char.IsDigit(word[1]) && (word.Length == 2 || word[2] == 's'),
            _ => false,
        };
    }

    /// <summary>Where closing signs begin: quotes, brackets, commas, full stops that are not part of an abbreviation.</summary>
    private int FindCoreEnd(int start, int end)
    {
        var core = end;
        while (core > start)
        {
            var c = _text[core - 1];
            if (IsWordPart(c) || c is '@' or '#' or '+')
                break;
            if (c is ')' or ']' && OpensInside(start, core - 1, c))
                break;
            if (c == '.' && KeepsStop(start, core, end))
                break;
            if (c == '/' && CoreSplitter.IsLink(_text.AsSpan(start, core - start)))
                break;
            core--;
        }

        return core;
    }

    /// <summary><c>401(k)</c>, <c>employee(s)</c>: the bracket does not close what stands before the word.</summary>
    private bool OpensInside(int start, int bracket, char closing)
    {
        var opening = closing == ')' ? '(' : '[';
        return _text.AsSpan(start, Math.Min(bracket - start, Word.MaxLength)).IndexOf(opening) > 0;
    }

    private bool KeepsStop(int start, int core, int end)
    {
        var word = _text.AsSpan(start, core - 1 - start);
        if (word.Length == 0 || word.Length > 24 || word[^1] == '.')
            return false;
        var cut = word.LastIndexOfAny('-', '/', '(');
        word = cut >= 0 ? word[(cut + 1)..] : word;
        var next = NextOutside(end);
        var isLast = next == '\0';
        if (word is "etc" && char.IsUpper(next))
            return false;
        return Abbreviations.Find(word) switch
        {
            Abbreviation.Leading => !isLast,
            Abbreviation.BeforeNumber => char.IsDigit(next),
            Abbreviation.Anywhere => !isLast || word.Contains('.') || char.IsUpper(word[0]),
            Abbreviation.Initial => !isLast,
            _ => IsListLabel(start, word),
        };
    }

    /// <summary><c>1.</c> or <c>b.</c> at the start of a block or line is one token.</summary>
    private bool IsListLabel(int start, ReadOnlySpan<char> word) =>
        word.Length > 0 && start + word.Length + 1 < _blockEnd
        && (start == _blockStart || _text[start - 1] == '\n')
        && (word.Length == 1 || (word.Length <= 3 && char.IsDigit(word[0]) && char.IsDigit(word[^1])))
        && char.IsLetterOrDigit(word[0]);

    /// <summary>The first character after the white space that follows, or NUL at the block's end.</summary>
    private char NextOutside(int position)
    {
        while (position < _blockEnd && char.IsWhiteSpace(_text[position]))
        {
            position++;
        }

        return position < _blockEnd ? _text[position] : '\0';
    }

    private void SplitCore(int start, int end)
    {
        if (CoreSplitter.IsOneToken(_text.AsSpan(start, end - start)))
        {
            Add(start, end);
            return;
        }

        if (CoreSplitter.FindAddress(_text.AsSpan(start, end - start)) is > 0 and var address)
        {
            SplitCore(start, start + address);
            Add(start + address, start + address + 1);
            SplitCore(start + address + 1, end);
            return;
        }

        var from = start;
        for (var i = start; i < end;)
        {
            var length = CoreSplitter.SeparatorAt(_text, start, i, end);
            if (length == 0)
            {
                i++;
                continue;
            }

            AddWord(from, i);
            Add(i, i + length);
            i += length;
            from = i;
        }

        AddWord(from, end);
    }

    private void AddWord(int start, int end)
    {
        if (start == end)
            return;
        var split = Contractions.Split(_text.AsSpan(start, end - start));
        if (split > 0)
        {
            AddWord(start, start + split);
            Add(start + split, end);
            return;
        }

        Add(start, end);
    }

    private int EndOfRun(int start, int end)
    {
        var c = _text[start];
        if (char.IsHighSurrogate(c) && start + 1 < end && char.IsLowSurrogate(_text[start + 1]))
            return start + 2;
        var i = start + 1;
        if (Letters.IsBullet(c) && c != '*')
            return i;
        var repeats = c is '.' or '-' or '!' or '?' or '*' or '_' or '=' or '~' or '#' or '<' or '>' or '\'' or '`' or '$'
            or '\u2018' or '\u2019';
        while (repeats && i < end && (_text[i] == c || IsOneSign(c, _text[i])))
        {
            i++;
        }

        return i == start + 1 && c is '.' or ',' or ':' && i < end && _text[i] == '?' ? i + 1 : i;
    }

    /// <summary>Stops of two kinds in a row, and quotes written as two apostrophes.</summary>
    private static bool IsOneSign(char first, char next) =>
        (first is '!' or '?' && next is '!' or '?') || (first == '\u2018' && next == '\u2019');

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || Letters.IsInvisible(c) || char.IsSurrogate(c) || c == '_'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private void Add(int start, int end) => _tokens.Add(new RawToken(start, end, SpaceBefore: false));
}
