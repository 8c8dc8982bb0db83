using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>The years of a post as a line gives them: "June 2021 - present", "06/2019 – 03/2023", "FY19-FY22".</summary>
public sealed record DateRange(TextSpan Span, int FromYear, int? ToYear, bool IsCurrent)
{
    private static readonly HashSet<string> Months =
    [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
        "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december", "spring", "summer",
        "fall", "winter", "fy",
    ];

    private static readonly HashSet<string> Now = ["present", "current", "now", "today", "date", "ongoing"];

    /// <summary>The first range in the text at <paramref name="span"/>; null where there is none.</summary>
    public static DateRange? Find(string text, TextSpan span)
    {
        var parts = Split(text, span);
        for (var i = 0; i < parts.Length; i++)
        {
            if (YearOf(parts, i) is not { } from)
            {
                continue;
            }

            var j = i + 1;
            while (j < parts.Length && parts[j].IsJoin)
            {
                j++;
            }

            if (j == i + 1 || j >= parts.Length)
            {
                continue;
            }

            while (j < parts.Length && (Months.Contains(parts[j].Word) || IsShortNumber(parts, j)))
            {
                j++;
            }

            if (j < parts.Length && Now.Contains(parts[j].Word))
            {
                return new DateRange(Whole(parts, i, j), from, null, IsCurrent: true);
            }

            if (j < parts.Length && YearOf(parts, j) is { } to && to >= from)
            {
                return new DateRange(Whole(parts, i, j), from, to, IsCurrent: false);
            }
        }

        return null;
    }

    private static TextSpan Whole(ImmutableArray<Part> parts, int first, int last)
    {
        while (first > 0 && (Months.Contains(parts[first - 1].Word) || IsShortNumber(parts, first - 1) || parts[first - 1].Word == "/"))
        {
            first--;
        }

        return new TextSpan(parts[first].Span.Start, parts[last].Span.End);
    }

    private static int? YearOf(ImmutableArray<Part> parts, int i)
    {
        var word = parts[i].Word;
        if (word.Length == 4 && word.All(char.IsAsciiDigit) && int.Parse(word) is >= 1950 and <= 2100 and var year)
        {
            return year;
        }

        // FY19, FY 19: two digits mean this century unless that lies far ahead.
        var digits = word.StartsWith("fy", StringComparison.Ordinal) ? word[2..] : i > 0 && parts[i - 1].Word == "fy" ? word : "";
        return digits.Length switch
        {
            4 when digits.All(char.IsAsciiDigit) => int.Parse(digits),
            2 when digits.All(char.IsAsciiDigit) => int.Parse(digits) is > 60 and var old ? 1900 + old : 2000 + int.Parse(digits),
            _ => null,
        };
    }

    private static bool IsShortNumber(ImmutableArray<Part> parts, int i) =>
        parts[i].Word == "/" || (parts[i].Word.Length <= 2 && parts[i].Word.All(char.IsAsciiDigit));

    private static ImmutableArray<Part> Split(string text, TextSpan span)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        for (var i = span.Start; i < span.End;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < span.End && char.IsLetterOrDigit(text[i]))
                {
                    i++;
                }
            }
            else
            {
                i++;
            }

            if (!char.IsWhiteSpace(text[start]) && text[start] is not ('.' or ',' or '\''))
            {
                parts.Add(new Part(new TextSpan(start, i), text[start..i].ToLowerInvariant()));
            }
        }

        return parts.ToImmutable();
    }

    private readonly record struct Part(TextSpan Span, string Word)
    {
        public bool IsJoin => Word is "-" or "–" or "—" or "‑" or "to" or "through" or "until" or "thru";
    }
}
