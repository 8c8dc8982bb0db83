using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>
/// Finds how many rows of how many characters a page of a draft holds: of a PDF, as they are drawn; of a Word file, by its paper,
/// margins and font, and where Word counted pages, by what stands on them; of a text, as on the framework's page, or a usual one.
/// </summary>
internal sealed class RoomFinder(PagePolicy policy)
{
    /// <summary>A row drawn within so many points of another is the same one, with letters of another size.</summary>
    private const double SameRow = 3;

    /// <summary>A page with fewer rows tells nothing.</summary>
    private const int EnoughRows = 10;

    public PageRoom Find(Analysis analysis)
    {
        var draft = analysis.Document.Draft;
        var (setup, reason) = SetupOf(analysis);
        var byDrawn = FindDrawn(draft);
        var characters = byDrawn?.Characters ?? setup.Characters;
        if (FindCounted(draft, characters) is { } counted)
        {
            return new PageRoom(counted, characters, $"its {(draft.Extraction.Pages == 2 ? "first page holds" : "full pages hold")} so much");
        }

        return new PageRoom(setup.Rows, characters, byDrawn is null ? reason : $"{reason}; rows as long as they are drawn");
    }

    /// <summary>By paper, margins and font.</summary>
    private ((int Rows, int Characters) Setup, string Reason) SetupOf(Analysis analysis)
    {
        var setup = analysis.Document.Draft.Extraction.Setup;
        if (setup is { Size: { } size, Margins: { } margins } && !setup.Fonts.IsEmpty)
        {
            // What a short page leaves free at its foot is no margin.
            var foot = Math.Min(margins.Top, margins.Bottom);
            return (
                RoomOf(size.Width - margins.Left - margins.Right, size.Height - margins.Top - foot, setup.Fonts[0].Size),
                "worked out from its paper, margins and font");
        }

        var limits = analysis.Framework.Value.Limits.Where(limits => limits.Kind == analysis.Kind.Value).ToList();
        var margin = 72 * limits.Max(each => each.Margin) ?? policy.Margin;
        var font = limits.Max(each => each.FontSize) ?? policy.FontSize;
        return (
            RoomOf(policy.Width - 2 * margin, policy.Height - 2 * margin, font),
            FormattableString.Invariant($"the draft has no pages, so this is US letter with margins of {margin / 72:0.##} inches in {font:0.#} point"));
    }

    private (int Rows, int Characters) RoomOf(double width, double height, double font) => (
        Math.Max(1, (int)(policy.Used * height / (policy.Row * font))),
        Math.Max(1, (int)(width / (policy.Character * font))));

    /// <summary>The rows of a PDF and how long a full one is; null of other formats.</summary>
    private (int Rows, int Characters)? FindDrawn(Draft draft)
    {
        var lengths = new List<int>();
        var (page, foot, start) = (0, 0.0, 0);
        foreach (var run in draft.Source.Runs)
        {
            if (run.Anchor is not PageAnchor anchor)
            {
                return null;
            }

            if (lengths.Count > 0 && anchor.Page == page && Math.Abs(anchor.Bottom - foot) < SameRow)
            {
                lengths[^1] = run.Span.End - start;
            }
            else
            {
                start = run.Span.Start;
                lengths.Add(run.Span.Length);
            }

            (page, foot) = (anchor.Page, anchor.Bottom);
        }

        lengths.Sort();
        return lengths.Count < EnoughRows ? null : (lengths.Count, Math.Max(1, lengths[(int)(policy.FullRow * (lengths.Count - 1))]));
    }

    /// <summary>The rows on a page that is followed by another; null where there is none, or nothing tells which blocks stand on
    /// which page.</summary>
    private static int? FindCounted(Draft draft, int characters)
    {
        var rows = new SortedDictionary<int, int>();
        foreach (var block in draft.Blocks)
        {
            if (block.Page is { } page && block.Kind is not (BlockKind.PageFurniture or BlockKind.Note))
            {
                rows[page] = rows.GetValueOrDefault(page) + BlockRoom.RowsOf(block, characters);
            }
        }

        var full = rows.Where(each => each.Key < rows.Keys.Last()).Select(each => each.Value).ToList();
        return full.Count > 0 && full.Max() >= EnoughRows ? full.Max() : null;
    }
}
