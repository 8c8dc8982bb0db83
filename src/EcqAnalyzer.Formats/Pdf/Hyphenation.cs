namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Decides what a hyphen at a line's end is: put there by the line break, or the author's own. The draft itself tells best: a
/// word that stands elsewhere without the hyphen lost it to the break, one that stands elsewhere with it did not.
/// </summary>
internal sealed class Hyphenation
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public Hyphenation(IEnumerable<Paragraph> paragraphs)
    {
        foreach (var (_, line) in paragraphs.SelectMany(paragraph => paragraph.Lines))
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                var text = line.Words[i].Text.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '’', '\'', '?', '!');
                if (text.Length > 1 && text[^1] != '-')
                {
                    _words.Add(text);
                }
            }
        }
    }

    /// <summary>What becomes of the hyphen between the end of one line and the beginning of the next.</summary>
    public Join Decide(string before, string after)
    {
        if (before.Length < 2 || after.Length == 0 || before[^1] is not ('-' or '\u2010' or '\u00ad') || !char.IsLetterOrDigit(before[^2]))
        {
            return Join.Space;
        }

        if (before[^1] == '\u00ad')
        {
            return Join.DropHyphen;
        }

        var head = Tail(before[..^1]);
        var rest = Head(after);
        if (rest.Length == 0)
        {
            return Join.Space;
        }

        if (head.Length > 0 && _words.Contains(head + rest))
        {
            return Join.DropHyphen;
        }

        if (!char.IsLower(rest[0]) || !char.IsLetter(before[^2]))
        {
            return Join.KeepHyphen;
        }

        if (_words.Contains(head + "-" + rest) || head.Contains('-'))
        {
            return Join.KeepHyphen;
        }

        // Nothing tells: two whole words of the draft are a compound ("decision-making"), anything else one broken word.
        return head.Length > 2 && rest.Length > 2 && _words.Contains(head) && _words.Contains(rest)
            ? Join.KeepHyphen
            : Join.DropHyphen;
    }

    /// <summary>The letters and hyphens at the end.</summary>
    private static string Tail(string text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return text[start..];
    }

    private static string Head(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[..end];
    }
}

internal enum Join
{
    Space,
    DropHyphen,
    KeepHyphen,
}
