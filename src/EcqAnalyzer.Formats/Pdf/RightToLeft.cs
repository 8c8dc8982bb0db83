using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Hebrew, Arabic and their kin: a page holds their letters by place, whatever order they were drawn in. Here letters, then words,
/// get back the order in which they are read; numbers and Latin words among them keep theirs.
/// </summary>
internal static class RightToLeft
{
    /// <summary>Of one sign: a ligature of three.</summary>
    private const int MostLetters = 3;

    /// <summary>Letters on one baseline that were drawn from right to left, put in order from the left, as all steps expect.</summary>
    public static List<Glyph> FromTheLeft(List<Glyph> glyphs)
    {
        if (!glyphs.Exists(IsRight))
        {
            return glyphs;
        }

        var ordered = new List<Glyph>(glyphs.Count);
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start + 1;
            while (end < glyphs.Count && AreOnOneLine(glyphs[end - 1], glyphs[end]))
            {
                end++;
            }

            var line = glyphs.GetRange(start, end - start);
            ordered.AddRange(CanTurn(line) ? Sorting.By(line, glyph => glyph.Left) : line);
            start = end;
        }

        return ordered;
    }

    /// <summary>Where the file itself gives a whole word for its first letter, that letter's place says nothing.</summary>
    public static bool CanTurn(List<Glyph> glyphs) => glyphs.Exists(IsRight) && !glyphs.Exists(glyph => glyph.Text.Length > MostLetters);

    /// <summary>The text of letters that stand from left to right.</summary>
    public static string Read(List<Glyph> glyphs)
    {
        var text = new StringBuilder();
        var marks = new StringBuilder();
        foreach (var glyph in Turn(Sorting.By(glyphs, glyph => glyph.Left), isRightLine: true, IsRight, glyph => IsLeft(glyph.Text)))
        {
            // A vowel sign stands over its letter and begins right of the letter's left edge: it comes first here.
            if (IsMark(glyph.Text))
            {
                marks.Append(glyph.Text);
            }
            else
            {
                text.Append(glyph.Text).Append(marks);
                marks.Clear();
            }
        }

        return text.Append(marks).ToString();
    }

    /// <summary>The words of a line in the order of reading, from words in order from the left.</summary>
    public static List<Word> Read(List<Word> words)
    {
        if (!words.Exists(word => IsRight(word.Text)))
        {
            return words;
        }

        return Turn(words, IsMostlyRight(words), word => IsRight(word.Text), word => IsLeft(word.Text));
    }

    public static bool IsMostlyRight(List<Word> words)
    {
        var (right, left) = (0, 0);
        foreach (var word in words)
        {
            right += word.Text.Count(IsRight);
            left += word.Text.Count(letter => char.IsLetter(letter) && !IsRight(letter));
        }

        return right > left;
    }

    public static bool IsRight(string text) => text.Any(IsRight);

    private static bool IsRight(Glyph glyph) => IsRight(glyph.Text);

    private static bool IsLeft(string text) => text.Any(letter => char.IsLetterOrDigit(letter) && !IsRight(letter));

    private static bool IsMark(string text) => text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark;

    /// <summary>Letters of these scripts; their digits are read like all digits.</summary>
    private static bool IsRight(char letter) =>
        letter is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc')
        && !char.IsDigit(letter);

    private static bool AreOnOneLine(Glyph last, Glyph next) =>
        last.Angle == next.Angle && Math.Abs(last.Baseline - next.Baseline) < 0.12 * Math.Max(last.Size, next.Size);

    /// <summary>In a line from right to left everything is turned, and what reads from left to right is turned back; in a line from
    /// left to right the stretches that read the other way are turned.</summary>
    private static List<T> Turn<T>(List<T> items, bool isRightLine, Func<T, bool> isRight, Func<T, bool> isLeft)
        where T : class
    {
        var turned = new List<T>(items);
        if (isRightLine)
        {
            turned.Reverse();
        }

        bool IsOwn(T item) => isRightLine ? isRight(item) : isLeft(item);
        bool IsOther(T item) => !IsOwn(item) && (isRightLine ? isLeft(item) : isRight(item));
        for (var start = 0; start < turned.Count; start++)
        {
            if (!IsOther(turned[start]))
            {
                continue;
            }

            var last = start;
            for (var i = start; i < turned.Count && !IsOwn(turned[i]); i++)
            {
                last = IsOther(turned[i]) ? i : last;
            }

            turned.Reverse(start, last - start + 1);
            start = last;
        }

        return turned;
    }
}
