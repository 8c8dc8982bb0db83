using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>How deep each list item stands, by how far its bullet is indented beside those before it.</summary>
internal static class ListLevels
{
    public static void Mark(List<Paragraph> paragraphs)
    {
        var outer = new Stack<Paragraph>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Kind == BlockKind.PageFurniture)
            {
                continue;
            }

            if (paragraph.Kind != BlockKind.ListItem)
            {
                outer.Clear();
                continue;
            }

            var left = paragraph.First.Extent.Left;
            var step = 0.5 * paragraph.First.Size;
            while (outer.TryPeek(out var deeper) && left < deeper.First.Extent.Left - step)
            {
                outer.Pop();
            }

            if (!outer.TryPeek(out var same) || left > same.First.Extent.Left + step)
            {
                outer.Push(paragraph);
            }

            paragraph.Level = outer.Count - 1;
        }
    }
}
