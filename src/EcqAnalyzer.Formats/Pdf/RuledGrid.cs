namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Lines drawn across and down that meet: the frame of a table or a form, in display coordinates. Between them lie fields; those
/// with no line between them are one cell.
/// </summary>
internal sealed class RuledGrid
{
    /// <summary>In points: lines nearer than this are one (a double border), and ends this near meet.</summary>
    private const double Near = 3;

    /// <summary>The part of a side of a field that lines cover to divide it from the next.</summary>
    private const double Covered = 0.6;

    private const int MostFields = 10_000;

    private readonly List<double> _xs;
    private readonly List<double> _ys;
    private readonly DisjointSets _cells;

    private RuledGrid(List<Rule> across, List<Rule> down)
    {
        _xs = Places(down);
        _ys = Places(across);
        _cells = new DisjointSets(HasFields ? Columns * Rows : 0);
        if (HasFields)
        {
            JoinFields(across, down);
        }
    }

    private int Columns => _xs.Count - 1;

    private int Rows => _ys.Count - 1;

    private bool HasFields => Columns > 0 && Rows > 0 && (long)Columns * Rows < MostFields;

    public static List<RuledGrid> Find(List<Box> drawn)
    {
        var across = Rule.Merge(drawn.FindAll(box => box.Width >= box.Height)
            .ConvertAll(box => new Rule((box.Top + box.Bottom) / 2, box.Left, box.Right)));
        var down = Rule.Merge(drawn.FindAll(box => box.Width < box.Height)
            .ConvertAll(box => new Rule((box.Left + box.Right) / 2, box.Top, box.Bottom)));
        var sets = new DisjointSets(across.Count + down.Count);
        for (var i = 0; i < across.Count; i++)
        {
            for (var j = 0; j < down.Count; j++)
            {
                if (across[i].Reaches(down[j].At, Near) && down[j].Reaches(across[i].At, Near))
                {
                    sets.Join(i, across.Count + j);
                }
            }
        }

        var grids = new List<RuledGrid>();
        foreach (var set in sets.Sets().FindAll(set => set.Count > 3))
        {
            var first = set.FindIndex(i => i >= across.Count);
            var grid = new RuledGrid(
                set.GetRange(0, Math.Max(first, 0)).ConvertAll(i => across[i]),
                set.GetRange(Math.Max(first, 0), set.Count - Math.Max(first, 0)).ConvertAll(i => down[i - across.Count]));
            if (grid.HasFields)
            {
                grids.Add(grid);
            }
        }

        return grids;
    }

    /// <summary>The cell that a place lies in; null outside.</summary>
    public int? CellAt(double x, double y)
    {
        var (column, row) = (_xs.FindIndex(place => place > x) - 1, _ys.FindIndex(place => place > y) - 1);
        return column >= 0 && row >= 0 ? _cells.Find(Field(row, column)) : null;
    }

    /// <summary>Of a cell, by its first field: cells are numbered along the rows.</summary>
    public double Left(int cell) => _xs[cell % Columns];

    public int Row(int cell) => cell / Columns;

    private void JoinFields(List<Rule> across, List<Rule> down)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                if (column > 0 && !IsDivided(down, _xs[column], _ys[row], _ys[row + 1]))
                {
                    _cells.Join(Field(row, column - 1), Field(row, column));
                }

                if (row > 0 && !IsDivided(across, _ys[row], _xs[column], _xs[column + 1]))
                {
                    _cells.Join(Field(row - 1, column), Field(row, column));
                }
            }
        }
    }

    private static bool IsDivided(List<Rule> rules, double at, double from, double to)
    {
        var covered = 0.0;
        foreach (var rule in rules)
        {
            if (Math.Abs(rule.At - at) <= Near)
            {
                covered = Math.Max(covered, Math.Min(rule.To, to) - Math.Max(rule.From, from));
            }
        }

        return covered >= Covered * (to - from);
    }

    private int Field(int row, int column) => (row * Columns) + column;

    private static List<double> Places(List<Rule> rules)
    {
        var places = new List<double>();
        foreach (var rule in Sorting.By(rules, rule => rule.At))
        {
            if (places.Count == 0 || rule.At - places[^1] > Near)
            {
                places.Add(rule.At);
            }
        }

        return places;
    }

    /// <summary>A line at a height (or, going down, at a distance from the left), from one end to the other.</summary>
    private sealed record Rule(double At, double From, double To)
    {
        public bool Reaches(double place, double near) => place >= From - near && place <= To + near;

        /// <summary>Pieces of one line, drawn cell by cell or as dashes, become that line.</summary>
        public static List<Rule> Merge(List<Rule> pieces)
        {
            var merged = new List<Rule>();
            var open = new List<Rule>();
            foreach (var piece in Sorting.By(pieces, piece => piece.From))
            {
                var i = open.FindIndex(rule => Math.Abs(rule.At - piece.At) <= 1 && piece.From <= rule.To + Near);
                if (i >= 0)
                {
                    open[i] = open[i] with { To = Math.Max(open[i].To, piece.To) };
                }
                else
                {
                    merged.AddRange(open.FindAll(rule => rule.To + Near < piece.From));
                    open.RemoveAll(rule => rule.To + Near < piece.From);
                    open.Add(piece);
                }
            }

            merged.AddRange(open);
            return merged;
        }
    }
}
