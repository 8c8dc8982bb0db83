namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Finds narrow white strips that run down between words over several lines: the gutter of tightly set columns, which is no wider
/// than a stretched space. One line alone cannot tell the two apart; four in a row can.
/// </summary>
internal sealed class Gutters
{
    /// <summary>In parts of the letter size.</summary>
    private const double Narrowest = 0.55;

    /// <summary>Likewise, in letters of a typewriter, whose space is one letter wide.</summary>
    private const double NarrowestPitches = 1.4;

    private const int Lines = 4;

    /// <summary>Of these, so many have text beginning at the gutter: beside ends of lines and wide gaps anything looks like one.</summary>
    private const int EdgeLines = 3;

    private readonly List<Box> _strips = [];
    private readonly double _narrowest;

    /// <param name="words">Words of one frame.</param>
    public Gutters(List<Word> words)
    {
        _narrowest = Math.Max(Narrowest, NarrowestPitches * Typewriter.Pitch(words));
        var open = new List<Strip>();
        foreach (var row in Rows(words))
        {
            Follow(row, open);
        }

        open.ForEach(Close);
    }

    /// <summary>Whether a gutter lies between two words of a line.</summary>
    public bool Separates(Word left, Word right)
    {
        var line = left.Line;
        return _strips.Exists(strip =>
            strip.Left >= left.Right - 0.01 && strip.Right <= right.Left + 0.01 && strip.Top <= line + 0.1 && strip.Bottom >= line - 0.1);
    }

    /// <summary>Words by baseline, from the top, each row from the left.</summary>
    private static IEnumerable<List<Word>> Rows(List<Word> words)
    {
        var row = new List<Word>();
        foreach (var word in Sorting.By(words, word => word.Line))
        {
            if (row.Count > 0 && word.Line - row[0].Line > 0.2 * word.Size)
            {
                yield return Sorting.By(row, other => other.Left);
                row.Clear();
            }

            row.Add(word);
        }

        yield return Sorting.By(row, other => other.Left);
    }

    private void Follow(List<Word> row, List<Strip> open)
    {
        var next = new List<Strip>();
        var gaps = Gaps(row);
        foreach (var strip in open)
        {
            var gap = gaps.Find(gap => Common(gap, strip.Place).Width >= _narrowest * gap.Height);
            if (gap is not null)
            {
                next.Add(strip.GoOn(Common(gap, strip.Place) with { Bottom = row[0].Line }, gap));
            }
            else if (row.Exists(word => word.Left < strip.Place.Right && word.Right > strip.Place.Left))
            {
                Close(strip);
            }
            else
            {
                next.Add(strip);
            }
        }

        foreach (var gap in gaps.Where(gap => !next.Exists(strip => Common(gap, strip.Place).Width >= _narrowest * gap.Height)))
        {
            next.Add(new Strip(gap with { Top = row[0].Line, Bottom = row[0].Line }, 1, 1));
        }

        open.Clear();
        open.AddRange(next);
    }

    private void Close(Strip open)
    {
        if (open.Lines >= Lines && open.Edge >= EdgeLines)
        {
            _strips.Add(open.Place);
        }
    }

    /// <summary>The gaps of a row that may be gutters; their height is the letter size. A bullet's gap is none.</summary>
    private List<Box> Gaps(List<Word> row)
    {
        var gaps = new List<Box>();
        for (var i = 1; i < row.Count; i++)
        {
            var size = Math.Max(row[i - 1].Size, row[i].Size);
            var isAfterText = i > 1 && row[i - 1].Left - row[i - 2].Right < _narrowest * size;
            if (row[i].Left - row[i - 1].Right >= _narrowest * size && (isAfterText || !Bullets.MayOpen(row[i - 1])))
            {
                gaps.Add(new Box(row[i - 1].Right, 0, row[i].Left, size));
            }
        }

        return gaps;
    }

    private static Box Common(Box a, Box b) => b with { Left = Math.Max(a.Left, b.Left), Right = Math.Min(a.Right, b.Right) };

    /// <summary>Over how many lines, and in how many of them text begins at its right edge: of a column, nearly all do.</summary>
    private sealed record Strip(Box Place, int Lines, int Edge)
    {
        public Strip GoOn(Box place, Box gap)
        {
            var isMoved = place.Right < Place.Right - gap.Height;
            return new Strip(place, Lines + 1, isMoved ? 1 : Edge + (gap.Right <= place.Right + gap.Height ? 1 : 0));
        }
    }
}
