using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Says what was kept apart, what is doubtful and what could not be read.</summary>
internal static class PdfNotes
{
    public static void Write(DraftBuilder draft, PageReading pages, List<Paragraph> paragraphs)
    {
        var furniture = paragraphs.Where(paragraph => paragraph.Kind == BlockKind.PageFurniture).ToList();
        if (furniture.Count > 0)
        {
            draft.Note(
                "page-furniture", ExtractionGrade.Apart, furniture.Count,
                "Running headers, footers and page numbers were kept out of the sentences.",
                [.. furniture.Select(paragraph => paragraph.Text).Distinct(StringComparer.Ordinal)]);
        }

        WritePages(draft, pages);
    }

    private static void WritePages(DraftBuilder draft, PageReading pages)
    {
        Pages(draft, "pages-failed", pages.Failed, "could not be read; the rest of the file was");
        Pages(draft, "pages-not-reached", pages.NotReached, "were not read: the file is longer than the limit");
    }

    private static void Pages(DraftBuilder draft, string what, List<int> pages, string message)
    {
        if (pages.Count > 0)
        {
            draft.Note(what, ExtractionGrade.Doubtful, pages.Count, $"{PageList.Say(pages)} {message}.");
        }
    }
}

/// <summary>Page numbers in words: "Page 3", "Pages 2, 4 and 7 to 9".</summary>
internal static class PageList
{
    public static string Say(IReadOnlyList<int> pages)
    {
        if (pages.Count == 1)
        {
            return $"Page {pages[0]}";
        }

        var parts = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var first = i;
            while (i + 1 < pages.Count && pages[i + 1] == pages[i] + 1)
            {
                i++;
            }

            parts.Add(i - first > 1 ? $"{pages[first]} to {pages[i]}" : string.Join(", ", pages.Skip(first).Take(i - first + 1)));
        }

        var said = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
        return $"Pages {said}";
    }
}
