using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Joins the paragraphs of all pages; one that runs on over a page's end becomes one, and the footer and header between
/// stand after it.</summary>
internal static class PageJoiner
{
    public static List<Paragraph> Join(IReadOnlyList<List<Paragraph>> pages)
    {
        var joined = new List<Paragraph>();
        foreach (var page in pages)
        {
            var first = page.Find(paragraph => paragraph.Kind != BlockKind.PageFurniture);
            var last = joined.FindLast(paragraph => paragraph.Kind != BlockKind.PageFurniture);
            if (first is not null && last is not null && RunsOn(last, first))
            {
                last.Lines.AddRange(first.Lines);
                page.Remove(first);
            }

            joined.AddRange(page);
        }

        return joined;
    }

    private static bool RunsOn(Paragraph last, Paragraph first) =>
        first.Kind == BlockKind.Paragraph
        && last.Lines[^1].Page == first.Page - 1
        && last.Last.Frame == first.First.Frame
        && last.Last.IsBold == first.First.IsBold
        && Math.Abs(last.Last.Size - first.First.Size) < 0.1 * first.First.Size
        && last.Last.Words.Count > 3
        && Continuation.GoesOn(last.Last.Text, first.First.Text);
}
