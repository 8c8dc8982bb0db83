namespace EcqAnalyzer.Formats.Pdf;

/// <summary>The letters of a page as a reader sees them: those drawn twice in one place (bold made by printing twice, a
/// shadow) count once.</summary>
internal static class PageLetters
{
    /// <summary>In parts of the letter size. Printing twice shifts by under this; the narrowest letters are twice as wide.</summary>
    private const double Shift = 0.1;

    public static List<Glyph> Once(PageContent page)
    {
        var seen = new Dictionary<long, List<int>>();
        var kept = new List<Glyph>(page.Glyphs.Count);
        foreach (var glyph in page.Glyphs)
        {
            if (glyph.IsBlank)
            {
                kept.Add(glyph);
                continue;
            }

            if (!IsRepeated(glyph, seen, kept))
            {
                var cell = Cell(glyph, 0, 0);
                if (!seen.TryGetValue(cell, out var here))
                {
                    seen[cell] = here = [];
                }

                here.Add(kept.Count);
                kept.Add(glyph);
            }
        }

        return kept;
    }

    private static bool IsRepeated(Glyph glyph, Dictionary<long, List<int>> seen, List<Glyph> kept)
    {
        for (var across = -1; across <= 1; across++)
        {
            for (var down = -1; down <= 1; down++)
            {
                if (seen.TryGetValue(Cell(glyph, across, down), out var near)
                    && near.Exists(i => IsSame(kept[i], glyph)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSame(Glyph first, Glyph second)
    {
        var shift = Shift * Math.Min(first.Size, second.Size);
        return first.Text == second.Text
            && first.Angle == second.Angle
            && Math.Abs(first.Left - second.Left) < shift
            && Math.Abs(first.Baseline - second.Baseline) < shift
            && Math.Abs(first.Size - second.Size) < shift;
    }

    /// <summary>Cells of four points: larger than any shift worth asking about but for giant letters.</summary>
    private static long Cell(Glyph glyph, int across, int down) =>
        ((long)((int)Math.Floor(glyph.Left / 4) + across) << 32) | (uint)((int)Math.Floor(glyph.Baseline / 4) + down);
}
