using System.Globalization;

namespace EcqAnalyzer.Formats.PlainText;

/// <summary>A sign at the start of a list item. Bullets are layout and leave the text; numbers stay, being words typed
/// by the author.</summary>
internal readonly record struct ListSign(int Length, bool IsDropped);

/// <summary>What a line looks like by itself: bullet, heading, line drawn with signs.</summary>
internal static class LineKinds
{
    /// <summary>Bullets that can be nothing else; the last three are Word's symbol font, as text copied out of Word has
    /// it.</summary>
    private const string Bullets = "•‣◦▪▫■□●○·∙➢➤►▶✓✔❖◆◇⁃\uF0B7\uF0A7\uF0D8";

    /// <summary>Signs that are bullets only with white space behind them.</summary>
    private const string PerhapsBullets = "-*+–—»›→⇒";

    private const string RuleSigns = "=-_*~#─━═";
    private const int MinLabel = 2;
    private const int MaxLabel = 4;
    private const int LongestHeading = 80;
    private const int MostHeadingWords = 12;

    /// <summary>Opens an item wherever it opens a line.</summary>
    public static bool IsBullet(char sign) => Bullets.Contains(sign);

    /// <summary>The letter that stands for a round bullet: no word, and what follows it begins like an item.</summary>
    public static bool IsLetterO(ReadOnlySpan<char> line) =>
        line is ['o', '\t', ..] || line.StartsWith("o   ", StringComparison.Ordinal) || (line is ['o', ' ', var first, ..] && char.IsUpper(first));

    public static ListSign? FindListSign(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (IsBullet(line[0])
            || (PerhapsBullets.Contains(line[0]) && line.Length > 1 && char.IsWhiteSpace(line[1]))
            || IsLetterO(line))
        {
            return new ListSign(1, IsDropped: true);
        }

        var start = line[0] == '(' ? 1 : 0;
        var length = NumberLength(line[start..]);
        var end = start + length;
        var closes = length > 0 && end + 1 < line.Length && char.IsWhiteSpace(line[end + 1])
            && (line[end] == ')' || (line[end] == '.' && start == 0));
        return closes ? new ListSign(end + 1, IsDropped: false) : null;
    }

    /// <summary>Letters and a number that name what follows: "TQ 2. ", "MTQ3: ", "ECQ 1 - ".</summary>
    public static bool OpensWithLabel(ReadOnlySpan<char> line)
    {
        var letters = line.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < MinLabel or > MaxLabel)
        {
            return false;
        }

        var rest = line[letters..].TrimStart(' ');
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && rest[digits..].TrimStart(' ') is [('.' or ':' or ')' or '-' or '–' or '—'), ' ' or '\t', ..];
    }

    /// <summary>A line of one sign, at least three of it.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || !RuleSigns.Contains(line[0]))
        {
            return false;
        }

        foreach (var c in line)
        {
            if (c != line[0] && c != ' ')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Number signs of a heading as Markdown has it, which people write in plain text too; otherwise
    /// 0.</summary>
    public static int HashesBeforeHeading(ReadOnlySpan<char> line)
    {
        var hashes = line.IndexOfAnyExcept('#');
        return hashes is > 0 and <= 6 && line[hashes] == ' ' && line.Length <= LongestHeading ? hashes : 0;
    }

    /// <summary>Short, with letters, and without what addresses, dates and sentences have.</summary>
    public static bool MayBeHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeading || line[^1] is '.' or ';' or ',' or '!' or '?'
            || line.ContainsAny('@', '|', '\t')
            || line.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || line.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        var (letters, digits, spaces) = (0, 0, 0);
        foreach (var c in line)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            spaces += c == ' ' ? 1 : 0;
        }

        return letters >= 4 && digits * 4 <= letters && digits < 4 && spaces < MostHeadingWords;
    }

    public static bool IsInCapitals(ReadOnlySpan<char> line)
    {
        var capitals = 0;
        foreach (var c in line)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 4;
    }

    /// <summary>Every longer word begins with a capital or digit; or few words and a colon.</summary>
    public static bool IsInTitleCase(ReadOnlySpan<char> line)
    {
        if (!char.IsUpper(line[0]) && !char.IsAsciiDigit(line[0]))
        {
            return false;
        }

        var words = 0;
        var titled = true;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            words += word.IsEmpty ? 0 : 1;
            titled &= word.Length <= 4 || !char.IsLower(word[0]);
        }

        return titled || (line[^1] == ':' && words <= 4);
    }

    /// <summary>A few words that begin with a capital and end without a sign, like "Turning the Duluth office
    /// around".</summary>
    public static bool IsCaption(ReadOnlySpan<char> line) =>
        char.IsUpper(line[0]) && char.IsLetterOrDigit(line[^1]) && line.Count(' ') < 8 && !line.ContainsAny(',', ';');

    public static bool EndsSentence(ReadOnlySpan<char> line) =>
        line.TrimEnd("\"')]”’") is [.., '.' or '!' or '?' or ':' or '…'];

    /// <summary>A word broken at its own hyphen, "cross-" over "functional". "two- and three-" keeps its
    /// space.</summary>
    public static bool IsHyphenated(string text, TextLine last, TextLine next) =>
        last.Length > 1 && text[last.End - 1] == '-' && char.IsLetter(text[last.End - 2])
        && char.IsLower(text[next.Start])
        && !StartsWithWord(next.Of(text), "and") && !StartsWithWord(next.Of(text), "or")
        && !StartsWithWord(next.Of(text), "to");

    /// <summary>The line without its first <paramref name="count"/> characters and the white space after
    /// them.</summary>
    public static TextLine Skip(TextLine line, string text, int count)
    {
        var start = line.Start + count;
        while (start < line.End && (char.IsWhiteSpace(text[start]) || TextLines.IsControl(text[start])))
        {
            start++;
        }

        return line with
        {
            Start = start,
            Indent = line.Indent + start - line.Start,
            Column = line.Column + start - line.Start,
        };
    }

    private static bool StartsWithWord(ReadOnlySpan<char> line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] == ' ');

    /// <summary>Up to three digits, a Roman number of up to four signs, or one letter.</summary>
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && length < 4 && char.IsLetterOrDigit(line[length]))
        {
            length++;
        }

        var sign = line[..length];
        var isNumber = length is > 0 and <= 3
            && int.TryParse(sign, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var isRoman = length > 0 && IsRoman(sign);
        var isLetter = length == 1
            && (char.IsAsciiLetterLower(line[0]) || (char.IsAsciiLetterUpper(line[0]) && line[1..].StartsWith(')')));
        return isNumber || isRoman || isLetter ? length : 0;
    }

    private static bool IsRoman(ReadOnlySpan<char> sign)
    {
        foreach (var c in sign)
        {
            if (c is not ('i' or 'v' or 'x' or 'I' or 'V' or 'X'))
            {
                return false;
            }
        }

        return true;
    }
}
