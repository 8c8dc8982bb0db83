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
                return new DateRange(Whole(text, parts, i, j), from, null, IsCurrent: true);
            }

            if (j < parts.Length && YearOf(parts, j) is { } to && to >= from)
            {
                return new DateRange(Whole(text, parts, i, j), from, to, IsCurrent: false);
            }
        }

        return null;
    }

    private static TextSpan Whole(string text, ImmutableArray<Part> parts, int first, int last) =>
        new(parts[StartOfDate(text, parts, first)].Span.Start, parts[last].Span.End);

    /// <summary>Where the date begins whose year this is: "07/2019", "6/15/2019", "June 2019", "June 15, 2019", "15 June 2019". A number
    /// that ends something else does not belong to it: "GS-15, 07/2019", "NH-04 Aug 2021".</summary>
    private static int StartOfDate(string text, ImmutableArray<Part> parts, int year)
    {
        var first = year;
        while (first > 1 && parts[first - 1].Word == "/" && IsDayOrMonth(parts[first - 2]))
        {
            first -= 2;
        }

        if (first < year || first == 0)
        {
            return first;
        }

        if (first > 1 && IsDayOrMonth(parts[first - 1]) && Months.Contains(parts[first - 2].Word))
        {
            return first - 2;
        }

        if (!Months.Contains(parts[first - 1].Word))
        {
            return first;
        }

        first--;
        var isDayBefore = first > 0 && IsDayOrMonth(parts[first - 1]) && text[parts[first - 1].Span.End] != ','
            && (first == 1 || parts[first - 2].Span.End < parts[first - 1].Span.Start);
        return isDayBefore ? first - 1 : first;
    }

    private static bool IsDayOrMonth(Part part) => part.Word.Length <= 2 && part.Word.All(char.IsAsciiDigit);

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
        parts[i].Word == "/" || IsDayOrMonth(parts[i]);

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
