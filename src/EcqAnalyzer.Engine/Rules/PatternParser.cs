using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Reads the phrase notation of <c>rules/README.md</c>: words, <c>=form</c>, <c>word/TAG</c>, <c>TAG</c>, <c>$list</c>,
/// <c>(a | b)</c>, <c>!x</c>, <c>x?</c>, <c>x+</c>, <c>x*</c>, <c>..4</c>, <c>^</c> first and <c>$</c> last. One pass from left to
/// right; a fault names the sign it stands at, and ends that pattern only.
/// </summary>
public sealed class PatternParser
{
    private const int LongestPattern = 1000;
    private const int DeepestNesting = 8;
    private const int LargestGap = 20;

    private readonly YamlScalar _written;
    private readonly string _text;
    private readonly PatternLists _lists;
    private readonly WordReader _words;
    private int _at;
    private int _depth;

    private PatternParser(YamlScalar written, PatternLists lists)
    {
        (_written, _text, _lists, _words) = (written, written.Text, lists, lists.Words);
    }

    /// <summary>The pattern, or null with a fault.</summary>
    public static PhrasePattern? Parse(YamlScalar written, PatternLists lists, Faults faults) =>
        Try(written, lists, faults, parser => parser.ReadPattern());

    /// <summary>An entry of a list: a pattern without <c>^</c> and final <c>$</c>.</summary>
    public static PatternNode? ParseEntry(YamlScalar written, PatternLists lists, Faults faults) =>
        Try(written, lists, faults, parser => parser.ReadWhole(parser.ReadSequence()));

    private static T? Try<T>(YamlScalar written, PatternLists lists, Faults faults, Func<PatternParser, T> read)
        where T : class
    {
        try
        {
            return read(new PatternParser(written, lists));
        }
        catch (PatternFault fault)
        {
            faults.Add(fault.Code, written.At(fault.At), fault.Message);
            return null;
        }
    }

    private PhrasePattern ReadPattern()
    {
        if (_text.Length > LongestPattern)
        {
            throw Fault(LongestPattern, $"longer than {LongestPattern} characters", RuleFaults.PatternTooLarge);
        }

        SkipSpace();
        var isAtStart = TakeSign('^');
        var root = ReadSequence();
        SkipSpace();
        var isAtEnd = TakeSign('$');
        ReadWhole(root);
        if (root.Least == 0)
        {
            throw Fault(0, "this pattern would match nothing at all: some word of it must be there", RuleFaults.EmptyPattern);
        }

        if ((!isAtStart && First(root) is Gap) || (!isAtEnd && Last(root) is Gap))
        {
            throw Fault(0, "a gap at the edge of a pattern says nothing: leave it out", RuleFaults.Notation);
        }

        return new PhrasePattern(_written, isAtStart, isAtEnd, () => root);
    }

    private PatternNode ReadWhole(PatternNode root)
    {
        SkipSpace();
        return _at == _text.Length
            ? root
            : throw Fault(_at, _text[_at] == ')' ? "')' without its '('" : $"'{_text[_at]}' cannot stand here; put '=' before it if you mean the sign");
    }

    private PatternNode ReadSequence()
    {
        if (!SkipSpace() || IsAtEdge())
        {
            throw Fault(Math.Min(_at, Math.Max(0, _text.Length - 1)), "a word is missing here", RuleFaults.EmptyPattern);
        }

        // Most sequences are one word of a group, so that the list is made only where there is more.
        var first = ReadSpaced();
        if (!SkipSpace() || IsAtEdge())
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        parts.Add(first);
        while (SkipSpace() && !IsAtEdge())
        {
            parts.Add(ReadSpaced());
        }

        return new InOrder(parts.ToImmutable());
    }

    private PatternNode ReadSpaced()
    {
        var part = ReadQuantified();
        return _at == _text.Length || _text[_at] is ' ' or ')' or '|' ? part : throw Fault(_at, "a space is missing here");
    }

    private bool IsAtEdge() => _text[_at] is ')' or '|' || (_text[_at] == '$' && _text.AsSpan(_at + 1).Trim().IsEmpty);

    private PatternNode ReadQuantified()
    {
        var start = _at;
        var part = ReadPart();
        if (_at == _text.Length || _text[_at] is not ('?' or '+' or '*'))
        {
            return part;
        }

        if (part is Gap)
        {
            throw Fault(start, "a gap is not repeated: give it a larger number");
        }

        var sign = _text[_at++];
        return new Repeat(part, IsNeeded: sign == '+', IsOnce: sign == '?');
    }

    private PatternNode ReadPart()
    {
        var start = _at;
        switch (_text[_at])
        {
            case '!':
                _at++;
                return Negate(start);
            case '(':
                return WithTags(ReadGroup(), start);
            case '$':
                return WithTags(ReadList(), start);
            case '.' when _text.AsSpan(_at).StartsWith(".."):
                return ReadGap();
            case '^':
                throw Fault(_at, "'^' stands only at the very beginning of a pattern");
            case '?' or '+' or '*':
                throw Fault(_at, $"'{_text[_at]}' belongs directly after what it repeats; write ={_text[_at]} for the sign itself");
            default:
                return ReadWord();
        }
    }

    private OneToken Negate(int start)
    {
        if (_at == _text.Length || _text[_at] is ' ' or '!' or ')' or '|' || _text.AsSpan(_at).StartsWith(".."))
        {
            throw Fault(start, "'!' stands directly before a word, a tag, a $list or a group; write =! for the sign itself");
        }

        return ReadPart() is OneToken { Test.IsNegated: false } one
            ? new OneToken(one.Test with { IsNegated = true }, _text[start.._at])
            : throw Fault(start, "'!' means one word that is not this: everything after it must be single words");
    }

    private PatternNode ReadGroup()
    {
        var start = _at++;
        if (++_depth > DeepestNesting)
        {
            throw Fault(start, $"groups nested more than {DeepestNesting} deep");
        }

        var alternatives = new List<PatternNode>();
        do
        {
            alternatives.Add(ReadSequence());
        }
        while (TakeSign('|'));

        if (_at == _text.Length || _text[_at] != ')')
        {
            throw Fault(start, "this '(' has no ')'");
        }

        _at++;
        _depth--;
        return PatternShapes.Choose(alternatives, _text[start.._at]);
    }

    private PatternNode ReadList()
    {
        var start = _at++;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '-'))
        {
            _at++;
        }

        var name = _text[(start + 1).._at];
        if (name.Length == 0)
        {
            return _words.Read("=$", start);
        }

        return _lists.Find(name) ?? throw Fault(
            start, $"there is no list '{name}'{Spelling.Hint(name, _lists.Names)}", RuleFaults.UnknownList);
    }

    private Gap ReadGap()
    {
        var start = _at;
        _at += 2;
        var digits = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return int.TryParse(_text.AsSpan(digits, _at - digits), out var most) && most is >= 1 and <= LargestGap
            ? new Gap(most)
            : throw Fault(start, $"a gap is written ..4: two dots and the most words it may span, from 1 to {LargestGap}");
    }

    /// <summary>Tags after a group or list: those of each alternative's first word.</summary>
    private PatternNode WithTags(PatternNode node, int start)
    {
        if (_at == _text.Length || _text[_at] != '/')
        {
            return node;
        }

        var end = WordReader.EndOfWord(_text, _at);
        var tags = WordReader.ReadTags(_text.AsSpan(_at + 1, end - _at - 1), _at + 1);
        _at = end;
        return PatternShapes.WithTags(node, tags)
            ?? throw Fault(start, "a tag fits here only where every alternative begins with a word that has no tag yet");
    }

    private PatternNode ReadWord()
    {
        var start = _at;
        _at = WordReader.EndOfWord(_text, _at);
        return _words.Read(_text[start.._at], start);
    }

    private static PatternNode First(PatternNode node) => node is InOrder order ? order.Parts[0] : node;

    private static PatternNode Last(PatternNode node) => node is InOrder order ? order.Parts[^1] : node;

    private bool SkipSpace()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private bool TakeSign(char sign)
    {
        if (!SkipSpace() || _text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private static PatternFault Fault(int at, string message, string code = RuleFaults.Notation) => new(code, at, message);
}

/// <summary>Ends the reading of one pattern; never leaves <see cref="PatternParser"/>.</summary>
internal sealed class PatternFault(string code, int at, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int At { get; } = at;
}
