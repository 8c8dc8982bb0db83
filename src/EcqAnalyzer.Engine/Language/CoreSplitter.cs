namespace EcqAnalyzer.Engine.Language;

/// <summary>Where a stretch of letters, digits and inner signs is to be split, and where not.</summary>
internal static class CoreSplitter
{
    /// <summary>Longer stretches hold no address: looking for one there would not be linear in the text.</summary>
    private const int MaxAddress = 2000;

    /// <summary>Addresses, file names and telephone numbers stay whole.</summary>
    public static bool IsOneToken(ReadOnlySpan<char> core)
    {
        if (core.Length > MaxAddress)
            return false;
        if (IsLink(core) || core.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        var at = core.IndexOf('@');
        if (at > 0 && core[at..].Contains('.') && FindAddress(core) == 0)
            return true;
        return IsTelephone(core);
    }

    public static bool IsLink(ReadOnlySpan<char> core) => core.Length <= MaxAddress && core.Contains("://", StringComparison.Ordinal);

    /// <summary>Where the bracket stands before an address joined to a name, <c>Lee&lt;lee@agency.gov&gt;</c>; 0 where none does.</summary>
    public static int FindAddress(ReadOnlySpan<char> core)
    {
        var bracket = core.Length <= MaxAddress ? core.LastIndexOf('<') : 0;
        return bracket > 0 && core[bracket..].Contains('@') ? bracket : 0;
    }

    /// <summary>Digits in groups, the last of four: 555-0100, 202-555-0100, 1-800-555-0100, and within a house 3-0100.</summary>
    private static bool IsTelephone(ReadOnlySpan<char> core)
    {
        var (digits, group) = (0, 0);
        foreach (var c in core)
        {
            if (char.IsAsciiDigit(c))
                (digits, group) = (digits + 1, group + 1);
            else if (Letters.IsHyphen(c))
                group = 0;
            else
                return false;
        }

        return group == 4 && digits is 5 or 7 or 10 or 11;
    }

    /// <summary>The length of the separator that begins at <paramref name="i"/> within [start, end), 0 where there is none.
    /// A separator is a token of its own.</summary>
    public static int SeparatorAt(string text, int start, int i, int end)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c))
            return 0;
        if (Letters.IsDash(c) || c is '\u2026' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '\u201C' or '\u201D' or ';'
            or '\u2022' or '|' or '=' or '<' or '>' or '~' or '\u2192' or '!' or '?')
        {
            return IsBracketOfWord(text, start, i, end) ? 0 : 1;
        }

        if (i == start || i + 1 >= end)
            return c is '%' or '$' ? 1 : 0;
        return c switch
        {
            _ when Letters.IsHyphen(c) => HyphenAt(text, start, i, end),
            '/' or '\\' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) || IsShortSlash(start, i, end) ? 0 : 1,
            '.' => StopAt(text, start, i, end),
            ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) ? 0 : 1,
            ':' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) ? 0 : 1,
            '%' or '$' or '\u00A3' or '\u20AC' or '+' => 1,
            _ => 0,
        };
    }

    private static bool IsBracketOfWord(string text, int start, int i, int end) => text[i] switch
    {
        '(' => i > start && i + 2 < end && end - i <= 8 && text.IndexOf(')', i, end - i) is > 0 and var closing
            && !IsPlural(text, i, closing),
        ')' => i > start && text.LastIndexOf('(', i, Math.Min(i - start, 8)) is var opening && opening > start
            && !IsPlural(text, opening, i),
        _ => false,
    };

    /// <summary><c>employee(s)</c> is the word and what may be added to it; <c>401(k)</c> is one word.</summary>
    private static bool IsPlural(string text, int opening, int closing) =>
        text.AsSpan(opening + 1, closing - opening - 1) is "s" or "es";

    /// <summary><c>w/o</c>, <c>n/a</c>, <c>I/O</c>.</summary>
    private static bool IsShortSlash(int start, int i, int end) => i - start == 1 && end - i <= 2;

    private static int HyphenAt(string text, int start, int i, int end)
    {
        if (Letters.IsHyphen(text[i + 1]))
        {
            var run = i + 1;
            while (run < end && Letters.IsHyphen(text[run]))
            {
                run++;
            }

            return run - i;
        }

        var from = i;
        while (from > start && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        return from == i || i - from > 7 || !IsPrefix(text.AsSpan(from, i - from)) ? 1 : 0;
    }

    /// <summary>Prefixes that stay with their word, as in the treebank: non-profit, co-chair, re-elected.</summary>
    private static bool IsPrefix(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[text.Length];
        text.ToLowerInvariant(lower);
        return lower switch
        {
            "non" or "anti" or "re" or "mid" or "pro" or "pre" or "post" or "co" or "ex" or "multi" or "semi" or "sub"
                or "counter" or "neo" or "over" or "e" or "socio" or "intra" or "inter" or "bi" or "un" or "de" or "mis" => true,
            _ => false,
        };
    }

    /// <summary>A full stop with the space forgotten after it: <c>done.The</c>, or a note's number there. Three and more are an ellipsis.</summary>
    private static int StopAt(string text, int start, int i, int end)
    {
        if (text[i + 1] == '.')
        {
            var run = i;
            while (run < end && text[run] == '.')
            {
                run++;
            }

            return run - i;
        }

        if (NoteNumbers.IsNumber(text.AsSpan(i + 1, end - i - 1)) && EndsPlainWord(text.AsSpan(start, i - start)))
            return 1;
        return i - start >= 2 && i + 2 < end && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2])
            && char.IsUpper(text[i + 1]) && char.IsLower(text[i + 2])
            ? 1
            : 0;
    }

    private static bool EndsPlainWord(ReadOnlySpan<char> word) =>
        word.Length >= 4 && !word.ContainsAnyExceptInRange('a', 'z') && Abbreviations.Find(word) == Abbreviation.None;
}
