using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Says what was kept apart, what is doubtful and what could not be read.</summary>
internal static class PdfNotes
{
    /// <summary>The part of a draft's letters that may stand on pages not to be trusted before the draft as a whole is not.</summary>
    private const double MostUntrusted = 0.2;

    public static void Write(DraftBuilder draft, PageReading pages, List<Paragraph> paragraphs)
    {
        WriteFurniture(draft, paragraphs);
        WriteFields(draft, pages);
        WriteTrust(draft, pages);
        WritePages(draft, pages);
        WriteOrder(draft, pages);
        WriteLosses(draft, pages);
    }

    private static void WriteFurniture(DraftBuilder draft, List<Paragraph> paragraphs)
    {
        var furniture = paragraphs.Where(paragraph => paragraph.Kind == BlockKind.PageFurniture).ToList();
        if (furniture.Count > 0)
        {
            draft.Note(
                "page-furniture", ExtractionGrade.Apart, furniture.Count,
                "Running headers, footers and page numbers were kept out of the sentences.",
                [.. furniture.Select(paragraph => paragraph.Text).Distinct(StringComparer.Ordinal)]);
        }
    }

    private static void WriteFields(DraftBuilder draft, PageReading pages)
    {
        var fields = Numbers.Sum(pages.Layouts, page => page.Content.Fields);
        if (fields > 0)
        {
            draft.Note(
                "form-fields", ExtractionGrade.Read, fields,
                fields == 1
                    ? "What was filled into a form field was read as text."
                    : $"What was filled into {fields} form fields was read as text.");
        }
    }

    private static void WriteTrust(DraftBuilder draft, PageReading pages)
    {
        var doubtful = pages.Layouts.FindAll(page => !page.Trust.CanBeTrusted);
        if (doubtful.Count == 0)
        {
            return;
        }

        var all = Numbers.Sum(pages.Layouts, page => page.Trust.Letters);
        var lost = Numbers.Sum(doubtful, page => page.Trust.Letters);
        draft.Note(
            "untrusted-text",
            lost > MostUntrusted * all ? ExtractionGrade.Untrusted : ExtractionGrade.Doubtful,
            doubtful.Count,
            $"The text of {PageList.Say(Those(pages, page => !page.Trust.CanBeTrusted), "page")} cannot be trusted: its fonts do not say which letters they "
            + "draw. Give the Word file, or print it to a PDF anew.");
    }

    private static void WritePages(DraftBuilder draft, PageReading pages)
    {
        var pictures = Those(pages, page => page.Lines.Count == 0 && page.Content.Images > 0);
        if (pictures.Count > 0)
        {
            draft.Note(
                "pages-without-text", ExtractionGrade.Doubtful, pictures.Count,
                pictures.Count == 1
                    ? $"{PageList.Say(pictures, "Page")} is a picture: no text could be read."
                    : $"{PageList.Say(pictures, "Page")} are pictures: no text could be read.");
        }

        var scans = Those(pages, page => page.Trust.IsScan);
        if (scans.Count > 0)
        {
            draft.Note(
                "scanned-text", ExtractionGrade.Doubtful, scans.Count,
                $"{PageList.Say(scans, "Page")} {(scans.Count == 1 ? "is a scan" : "are scans")}: the text is what a machine "
                + "recognized and may hold mistakes.");
        }

        Note(draft, "pages-failed", pages.Failed, "could not be read; the others were.");
        Note(draft, "pages-not-reached", pages.NotReached, "could not be reached: the file goes beyond the limits for one draft.");
    }

    private static void WriteOrder(DraftBuilder draft, PageReading pages) =>
        Note(
            draft, "reading-order", Those(pages, page => page.HasDoubtfulOrder),
            "held dates in a column of their own, and their places do not tell what each belongs to: they were read one after the other.");

    private static void WriteLosses(DraftBuilder draft, PageReading pages)
    {
        Note(
            draft, "parts-failed", Those(pages, page => page.Content.Faults > 0),
            "held a damaged part (a font, a drawing) that was left out.");
        var unseen = Numbers.Sum(pages.Layouts, page => page.Content.Unseen);
        if (unseen > 0)
        {
            draft.Note(
                "unseen-text", ExtractionGrade.Apart, unseen,
                $"{unseen} letters lie beyond the edge of their page, are cut off or stand on a layer that is switched "
                + "off, where nobody sees them, and were left out.");
        }
    }

    private static void Note(DraftBuilder draft, string what, List<int> pages, string message)
    {
        if (pages.Count > 0)
        {
            draft.Note(what, ExtractionGrade.Doubtful, pages.Count, $"{PageList.Say(pages, "Page")} {message}");
        }
    }

    private static List<int> Those(PageReading pages, Predicate<PageLayout> which) =>
        Numbers.Distinct(pages.Layouts.FindAll(which), page => page.Number);
}

/// <summary>Page numbers in words: "page 3", "pages 2, 4 and 7 to 9".</summary>
internal static class PageList
{
    public static string Say(IReadOnlyList<int> pages, string page)
    {
        if (pages.Count == 1)
        {
            return $"{page} {pages[0]}";
        }

        var parts = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var first = i;
            while (i + 1 < pages.Count && pages[i + 1] == pages[i] + 1)
            {
                i++;
            }

            if (i - first > 1)
            {
                parts.Add($"{pages[first]} to {pages[i]}");
            }
            else
            {
                parts.AddRange(pages.Skip(first).Take(i - first + 1).Select(number => $"{number}"));
            }
        }

        var said = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
        return $"{page}s {said}";
    }
}
