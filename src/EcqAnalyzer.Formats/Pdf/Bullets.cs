namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Signs that open a list item. They are layout: the block's kind tells, the text does not hold them.</summary>
internal static class Bullets
{
    private const string Signs = "•▪➢✓✗◦●○■□‣⁃∙·►▶▸➤➔→❖❑✔✦◆◇★☆⬤\uf0b7\uf0a7";
    private const string Dashes = "-–—*o";

    /// <summary>Longest number that opens an item: "12." or "(iv)".</summary>
    private const int LongestNumber = 5;

    /// <summary>More are a year that ends a sentence.</summary>
    private const int MostDigits = 3;

    public static bool IsSign(Word word) => word.Text.Length == 1 && Signs.Contains(word.Text[0]);

    /// <summary>A sign, or what serves as one when a gap follows.</summary>
    public static bool MayOpen(Word word) =>
        IsSign(word) || (word.Text.Length == 1 && Dashes.Contains(word.Text[0])) || IsNumber(word);

    /// <summary>Whether the line opens with a bullet that stands apart from its words.</summary>
    public static bool Opens(TextLine line)
    {
        if (line.Words is not [var first, var second, ..])
        {
            return false;
        }

        return IsSign(first) || (first.Text.Length == 1 && Dashes.Contains(first.Text[0]) && IsApart(first, second) && !EndsRange(second));
    }

    /// <summary>"2018" on one line and "– Present" on the next: the dash joins dates.</summary>
    private static bool EndsRange(Word word) =>
        word.Text.TrimEnd(',', ')', ';') is "Present" or "present" or "Current" or "current"
        || (word.Text.Length >= 4 && word.Text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && word.Text[..2] is "19" or "20");

    /// <summary>Whether the line opens with a number that stands apart: "3." or "(a)". It stays in the text.</summary>
    public static bool OpensWithNumber(TextLine line) =>
        line.Words is [var first, _, ..] && IsNumber(first) && TextLine.IsSpaceBetween(first, line.Words[1]);

    private static bool IsApart(Word sign, Word text) => text.Left - sign.Right > 0.25 * sign.Size;

    private static bool IsNumber(Word word)
    {
        var text = word.Text;
        return text.Length is > 1 and <= LongestNumber
            && text[^1] is '.' or ')'
            && text.TrimStart('(')[..^1] is { Length: > 0 } inner
            && ((inner.Length <= MostDigits && inner.All(char.IsAsciiDigit)) || (inner.Length == 1 && char.IsAsciiLetter(inner[0]))
                || inner.All(letter => letter is 'i' or 'v' or 'x'));
    }
}
