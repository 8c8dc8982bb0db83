using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>Finds the numbered technical qualifications of an announcement: by their labels ("TQ1", "Technical Qualification 1:"),
/// or, under a heading that announces them, by their numbers, or as the entries of a list. What stands below one, up to the next
/// or to a heading, belongs to it.</summary>
internal sealed class QualificationReader(AnnouncementWords words)
{
    /// <summary>Shorter texts ask for nothing that could be looked for.</summary>
    private const int FewestWords = 5;

    private const int LongestTitle = 8;
    private const int LongestHeading = 12;
    private const int HighestNumber = 20;

    private readonly List<Qualification> _found = [];
    private bool _isInPart;
    private bool _isOfList;
    private int _number;
    private string _label = "";
    private StringBuilder? _text;
    private string? _first;

    public ImmutableArray<Qualification> Read(Draft draft)
    {
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.PageFurniture)
            {
                Read(block, block.Span.Of(draft.Text).ToString().Trim());
            }
        }

        Close();
        return [.. _found.OrderBy(each => each.Number)];
    }

    private void Read(Block block, string text)
    {
        var plain = LineWords.Plain(text);
        if (FindLabelled(text) is { } labelled)
        {
            Open(labelled.Label, labelled.Number, labelled.Text, isOfList: false);
        }
        else if (plain.Split(' ').Length <= LongestHeading && words.Headings.Any(heading => plain == heading || EndsWith(plain, heading)))
        {
            Close();
            _isInPart = true;
        }
        else if (_isInPart && IsEnd(block, text, plain))
        {
            Close();
            _isInPart = false;
        }
        else if (_isInPart && FindNumber(text) is { } numbered && numbered.Number == _found.Count + (_text is null ? 1 : 2))
        {
            Open("technical qualification", numbered.Number, numbered.Text, isOfList: false);
        }
        else if (_isInPart && block.Kind == BlockKind.ListItem && (_text is null || _isOfList))
        {
            Open("technical qualification", _found.Count + (_text is null ? 1 : 2), text, isOfList: true);
        }
        else if (_text is not null)
        {
            _text.Append(_text.Length > 0 ? " " : "").Append(text);
        }
    }

    private void Open(string label, int number, string text, bool isOfList)
    {
        Close();
        (_isInPart, _isOfList, _label, _number, _first, _text) = (true, isOfList, label, number, text, new StringBuilder(text));
    }

    private void Close()
    {
        if (_text is null)
        {
            return;
        }

        var (title, text) = SplitTitle(_first!, _text.ToString());
        _text = null;
        if (CountWords(text) < FewestWords)
        {
            return;
        }

        // Announcements name their qualifications again where they tell how to answer: the first telling counts.
        if (!_found.Exists(each => each.Number == _number))
        {
            _found.Add(new Qualification(_number, _label, title, text));
        }
    }

    /// <summary>A title is a few words before a colon or a dash, or a line of its own.</summary>
    private static (string? Title, string Text) SplitTitle(string first, string whole)
    {
        if (first.Length > 0 && first.Length < whole.Length && CountWords(first) <= LongestTitle && first[^1] is not ('.' or ';'))
        {
            return (first.TrimEnd(':', ' '), whole[first.Length..].Trim());
        }

        for (var i = 1; i < whole.Length - 1; i++)
        {
            var isDash = whole[i] is '–' or '—' || (whole[i] == '-' && whole[i - 1] == ' ' && whole[i + 1] == ' ');
            if ((whole[i] == ':' || isDash) && CountWords(whole[..i]) <= LongestTitle && CountWords(whole[(i + 1)..]) >= FewestWords)
            {
                return (whole[..i].Trim(), whole[(i + 1)..].Trim());
            }
        }

        return (null, whole);
    }

    private bool IsEnd(Block block, string text, string plain) =>
        block.Kind == BlockKind.Heading
        || words.Ends.Any(end => plain == end || (StartsWith(plain, end) && plain.Split(' ').Length <= LongestHeading))
        || (text.Any(char.IsLetter) && !text.Any(char.IsLower) && CountWords(text) <= LongestHeading);

    /// <summary>"Mandatory Technical Qualification (MTQ) No. 2 - text": label, number and the rest.</summary>
    private (string Label, int Number, string Text)? FindLabelled(string text)
    {
        foreach (var label in words.Labels)
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var at = SkipInsert(text, label.Length);
            if (ReadNumber(text, ref at) is { } number && FindRest(text, at) is { } rest)
            {
                return (label, number, rest);
            }
        }

        return null;
    }

    /// <summary>"1.", "2)", "(3)" and the rest.</summary>
    private static (int Number, string Text)? FindNumber(string text)
    {
        var at = text.StartsWith('(') ? 1 : 0;
        return ReadNumber(text, ref at) is { } number && at < text.Length && text[at] is '.' or ')' or ':' ? (number, text[(at + 1)..].Trim()) : null;
    }

    /// <summary>Past blanks, an abbreviation in brackets, and "No.".</summary>
    private static int SkipInsert(string text, int at)
    {
        at = SkipBlanks(text, at);
        if (at < text.Length && text[at] == '(' && text.IndexOf(')', at) is > 0 and var close && close - at < 8)
        {
            at = SkipBlanks(text, close + 1);
        }

        foreach (var sign in new[] { "No.", "no.", "Number", "#" })
        {
            if (text.AsSpan(at).StartsWith(sign))
            {
                return SkipBlanks(text, at + sign.Length);
            }
        }

        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '-' or '–')
        {
            at++;
        }

        return at;
    }

    private static int? ReadNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at > start)
        {
            return at - start <= 2 && int.Parse(text.AsSpan(start, at - start)) is > 0 and <= HighestNumber and var number ? number : null;
        }

        while (at < text.Length && text[at] is 'I' or 'V' or 'X')
        {
            at++;
        }

        return Array.IndexOf(Roman, text[start..at]) is >= 0 and var roman ? roman + 1 : null;
    }

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>What follows the number, where it looks like the qualification itself: after a sign, or with a capital.</summary>
    private static string? FindRest(string text, int at)
    {
        var rest = text[at..].TrimStart();
        return rest.Length == 0 ? ""
            : rest[0] is ':' or '.' or ')' or '-' or '–' or '—' ? rest.TrimStart(':', '.', ')', '-', '–', '—', ' ', '\u00A0')
            : char.IsUpper(rest[0]) ? rest
            : null;
    }

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool StartsWith(string plain, string words) => plain.StartsWith(words + " ", StringComparison.Ordinal);

    private static bool EndsWith(string plain, string words) => plain.EndsWith(" " + words, StringComparison.Ordinal);
}
