using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>How deep each list item stands, by how far its bullet is indented beside those before it.</summary>
internal static class ListLevels
{
    public static void Mark(List<Paragraph> paragraphs)
    {
        var indents = new Stack<double>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Kind == BlockKind.PageFurniture)
            {
                continue;
            }

            if (paragraph.Kind != BlockKind.ListItem)
            {
                indents.Clear();
                continue;
            }

            var left = paragraph.First.Extent.Left;
            var step = 0.5 * paragraph.First.Size;
            while (indents.TryPeek(out var outer) && left < outer - step)
            {
                indents.Pop();
            }

            if (!indents.TryPeek(out var same) || left > same + step)
            {
                indents.Push(left);
            }

            paragraph.Level = indents.Count - 1;
        }
    }
}
