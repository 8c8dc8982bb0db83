namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Puts words on one baseline together into lines, up to a gap that only columns, cells and tabs leave.</summary>
internal static class LineGrouper
{
    /// <summary>In parts of the letter size: wider gaps end a line. Justified text stretches spaces to about one.</summary>
    private const double LineGap = 1.2;

    /// <summary>Likewise, after a bullet or an item's number.</summary>
    private const double BulletGap = 4;

    /// <summary>Parts of the letter size by which baselines may differ on one line: raised and lowered figures.</summary>
    private const double BaselineStep = 0.45;

    /// <summary>Likewise, of a figure that touches its word ("3rd"). Beside a picture sign two lines stand as close.</summary>
    private const double TouchingStep = 0.55;

    private const double Touching = 0.2;

    public static List<TextLine> Group(IReadOnlyList<Word> words)
    {
        var lines = new List<TextLine>();
        foreach (var angle in Numbers.Distinct(words, word => word.Angle))
        {
            Group(Sorting.By([.. words.Where(word => word.Angle == angle)], word => word.Line, word => word.Left), lines);
        }

        return lines;
    }

    private static void Group(List<Word> words, List<TextLine> lines)
    {
        var sets = new DisjointSets(words.Count);
        var gutters = new Gutters(words);
        for (var i = 0; i < words.Count; i++)
        {
            for (var j = i + 1; j < words.Count; j++)
            {
                if (words[j].Line - words[i].Line > TouchingStep * Math.Max(words[i].Size, 2 * words[j].Size))
                {
                    break;
                }

                if (OnOneLine(words[i], words[j], words, gutters))
                {
                    sets.Join(i, j);
                }
            }
        }

        lines.AddRange(StretchedLines.Join([.. sets.Sets().Select(set => new TextLine(set.ConvertAll(i => words[i])))]));
    }

    private static bool OnOneLine(Word a, Word b, List<Word> words, Gutters gutters)
    {
        var (smaller, larger) = (Math.Min(a.Size, b.Size), Math.Max(a.Size, b.Size));
        var step = Math.Abs(a.Line - b.Line);
        var (left, right) = a.Left <= b.Left ? (a, b) : (b, a);
        var gap = right.Left - left.Right;
        var isRaised = Math.Abs(gap) < Touching * larger && left.Size > right.Size && left.Line > right.Line;
        if (step > (isRaised ? TouchingStep : BaselineStep) * larger || (step > 0.2 * larger && smaller > 0.85 * larger))
        {
            return false;
        }

        return gap < (gap >= LineGap * larger && Bullets.MayOpen(left) && !IsAfterText(left, words) ? BulletGap : LineGap) * larger
            && gap > (-0.5 * Math.Min(a.Right - a.Left, b.Right - b.Left)) - (0.3 * larger)
            && (gap < 0.5 * larger || !gutters.Separates(left, right));
    }

    /// <summary>A dash or a number that ends a line is no bullet.</summary>
    private static bool IsAfterText(Word sign, List<Word> words) =>
        words.Exists(word => word != sign && word.Left < sign.Left && sign.Left - word.Right < LineGap * sign.Size
            && Math.Abs(word.Line - sign.Line) < BaselineStep * sign.Size);
}

/// <summary>Which of a number of things belong together, found pair by pair.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (var i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    public int Find(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }

        return item;
    }

    public void Join(int a, int b)
    {
        var (first, second) = (Find(a), Find(b));
        _parent[Math.Max(first, second)] = Math.Min(first, second);
    }

    /// <summary>The sets, each ascending, by their first member.</summary>
    public List<List<int>> Sets()
    {
        var sets = new List<List<int>>();
        var byFirst = new Dictionary<int, List<int>>();
        for (var i = 0; i < _parent.Length; i++)
        {
            if (!byFirst.TryGetValue(Find(i), out var set))
            {
                byFirst[Find(i)] = set = [];
                sets.Add(set);
            }

            set.Add(i);
        }

        return sets;
    }
}
