using System.Text;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Finds running headers, footers and page numbers: lines near the top or bottom edge that stand at the same height on
/// other pages with the same words, numbers aside, and what the file itself marks as such.</summary>
internal static class PageFurniture
{
    /// <summary>The part of a page's height at its top and at its bottom where furniture stands.</summary>
    private const double Margin = 0.12;

    /// <summary>Points by which the height may differ from page to page.</summary>
    private const double Drift = 4;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var margins = pages.Select(page => page.Lines.Where(line => InMargin(page, line)).ToList()).ToList();
        var counts = new Dictionary<string, List<Spot>>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var line in margins[i])
            {
                var key = Key(line.Line.Text);
                if (!counts.TryGetValue(key, out var places))
                {
                    counts[key] = places = [];
                }

                places.Add(new Spot(i, Height(pages[i], line)));
            }
        }

        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var line in margins[i])
            {
                line.IsFurniture = IsMarked(line) || IsNumber(line.Line.Text, pages[i].Number)
                    || Repeats(i, pages[i], line, counts[Key(line.Line.Text)], pages.Count);
            }
        }
    }

    private static bool InMargin(PageLayout page, PageLine line)
    {
        var place = line.Line.Place;
        var height = page.Content.Height;
        return line.Line.Frame.Angle == 0 && (place.Bottom < Margin * height || place.Top > (1 - Margin) * height);
    }

    private static bool IsMarked(PageLine line) => line.Line.Words.TrueForAll(word => word.Has(GlyphTraits.Artifact));

    /// <summary>"3", "- 3 -", "Page 3", "3 of 7": the number of this very page, and little else.</summary>
    private static bool IsNumber(string text, int page)
    {
        if (!text.Contains($"{page}", StringComparison.Ordinal))
        {
            return false;
        }

        var words = text.Split([' ', '-', '–', '/', '|', '.'], StringSplitOptions.RemoveEmptyEntries);
        var plain = words.SkipWhile(word => word is "Page" or "page" or "PAGE" or "p").ToArray();
        return plain is [var only] && only == $"{page}"
            || (plain is [var first, "of", var last] && first == $"{page}" && last.All(char.IsAsciiDigit))
            || (plain is [var number, var count] && number == $"{page}" && count.All(char.IsAsciiDigit) && text.Contains('/'));
    }

    /// <summary>The same on a neighbouring page or the one after (left and right pages differ), and often enough.</summary>
    private static bool Repeats(int page, PageLayout layout, PageLine line, List<Spot> places, int pages)
    {
        var height = Height(layout, line);
        var near = places.Exists(place => place.Page != page && Math.Abs(place.Page - page) <= 2
            && Math.Abs(place.Top - height) <= Drift);
        return near && Numbers.Distinct(places, place => place.Page).Count * 5 >= pages;
    }

    /// <summary>From the nearer edge, so that pages of other size compare.</summary>
    private static double Height(PageLayout page, PageLine line)
    {
        var place = line.Line.Place;
        return place.Top < page.Content.Height / 2 ? place.Top : place.Top - page.Content.Height;
    }

    /// <summary>The words with every number made alike, in digits or in small Roman ones.</summary>
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var word in text.Split(' '))
        {
            if (word.Length is > 0 and < 6 && word.All(letter => letter is 'i' or 'v' or 'x'))
            {
                key.Append('0');
            }
            else
            {
                foreach (var letter in word)
                {
                    if (!char.IsDigit(letter))
                    {
                        key.Append(letter);
                    }
                    else if (key.Length == 0 || key[^1] != '0')
                    {
                        key.Append('0');
                    }
                }
            }

            key.Append(' ');
        }

        return key.ToString();
    }

    private sealed record Spot(int Page, double Top);
}
