using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>Where a span stands, in words that help a reader to find it: the page, where the format tells, and the
/// paragraph on that page or, without pages, in the draft. Headers and footers do not count as paragraphs.</summary>
public sealed class Places(Draft draft)
{
    public string Describe(TextSpan span)
    {
        if (FindBlock(span) is not { } at)
        {
            return "";
        }

        var page = draft.Blocks[at].Page;
        var paragraph = 0;
        for (var i = 0; i <= at; i++)
        {
            paragraph += draft.Blocks[i].Kind != BlockKind.PageFurniture && draft.Blocks[i].Page == page ? 1 : 0;
        }

        return page is null ? $"paragraph {paragraph}" : $"page {page}, paragraph {paragraph}";
    }

    public int? FindPage(TextSpan span)
    {
        foreach (var run in draft.Source.Over(span))
        {
            if (run.Anchor is PageAnchor anchor)
            {
                return anchor.Page;
            }
        }

        return FindBlock(span) is { } at ? draft.Blocks[at].Page : null;
    }

    private int? FindBlock(TextSpan span)
    {
        var (low, high) = (0, draft.Blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = draft.Blocks[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < draft.Blocks.Length ? low : null;
    }
}
