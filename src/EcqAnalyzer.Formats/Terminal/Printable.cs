using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>
/// Makes text of a draft safe and measurable on a terminal. Drafts come from strangers, and a terminal obeys control
/// characters: those, and the ones that reverse reading direction, are dropped; every stretch of white space is one space.
/// </summary>
public static class Printable
{
    public static string Of(ReadOnlySpan<char> text, bool hasUnicode)
    {
        var printable = new StringBuilder(text.Length);
        var isSpacePending = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                isSpacePending = printable.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            if (isSpacePending)
            {
                printable.Append(' ');
                isSpacePending = false;
            }

            if (hasUnicode || rune.IsAscii)
            {
                printable.Append(rune.ToString());
            }
            else
            {
                printable.Append(InAscii(rune));
            }
        }

        return printable.ToString();
    }

    /// <summary>Columns that a terminal gives to printable text.</summary>
    public static int Cells(ReadOnlySpan<char> text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells += Cells(rune);
        }

        return cells;
    }

    private static int Cells(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        // Blocks of East Asian wide characters and of emoji; ambiguous ones count as narrow, as terminals do.
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }

    private static string InAscii(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 or 0x201A or 0x2032 => "'",
        0x201C or 0x201D or 0x201E or 0x2033 => "\"",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2212 => "-",
        0x2014 or 0x2015 => "--",
        0x2022 or 0x00B7 or 0x25AA or 0x25CF or 0x2219 => "*",
        0x2026 => "...",
        0x00A7 => "section ",
        _ => WithoutMarks(rune),
    };

    /// <summary>é as e; what has no such form as a question mark.</summary>
    private static string WithoutMarks(Rune rune)
    {
        var plain = rune.ToString().Normalize(NormalizationForm.FormKD).Where(char.IsAscii).ToArray();
        return plain.Length > 0 ? new string(plain) : "?";
    }
}
