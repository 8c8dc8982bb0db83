using EcqAnalyzer.Formats.PlainText;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Tells a table without lines, whose one column holds labels (the dates of posts, the names of sections) and whose other the text of
/// each, from a side bar beside a column. Each label begins level with a line that opens an entry of the text; what stands in a side
/// bar begins level with any line or none.
/// </summary>
internal sealed class LabelledRows
{
    /// <summary>Lines. So many are no label, unless they say a date.</summary>
    private const int LongLabel = 4;

    /// <summary>In letter sizes, how exactly a label begins where its entry does. Of dates, which stand in few side bars, less will do.</summary>
    private const double Level = 0.12;

    /// <summary>Of the usual step from line to line: beyond this another label begins, or another entry.</summary>
    private const double LabelStep = 1.5;

    private const double EntryStep = 1.25;

    /// <summary>Likewise, how far below a date the title of its post may stand off.</summary>
    private const double TitleStep = 0.8;

    /// <summary>Of the width of the text.</summary>
    private const double WidestLabels = 0.6;

    /// <summary>Words in a date that are no numbers: "from January 2019 to May 2021".</summary>
    private const int WordsOfDate = 4;

    private readonly List<List<TextLine>> _columns;
    private readonly List<TextLine> _text;
    private readonly List<Label> _labels = [];
    private readonly double _step;
    private readonly bool _areHeadings;

    /// <param name="columns">Two, in the order of reading. That of fewer lines is taken for the labels.</param>
    private LabelledRows(List<List<TextLine>> columns)
    {
        _columns = columns;
        LabelColumn = columns[1].Count < columns[0].Count ? 1 : 0;
        _text = Rows(columns[1 - LabelColumn]);
        var labels = Rows(columns[LabelColumn]);
        _step = Math.Min(LeastStep(_text), LeastStep(labels));
        _areHeadings = labels.TrueForAll(line => line.IsBold || LineKinds.IsInCapitals(line.Text));
        foreach (var line in labels)
        {
            Add(line);
        }
    }

    /// <summary>Of the two columns.</summary>
    public int LabelColumn { get; }

    private bool IsNarrow => Width(_columns[LabelColumn]) <= WidestLabels * Width(_columns[1 - LabelColumn]);

    /// <summary>Short labels, each with its entry, tell a table: two of them, or one that is a date and does not only stand beside all of
    /// the text. Where more dates tell it, what stands apart between them belongs to the one above.</summary>
    public bool AreSure
    {
        get
        {
            var fitting = _labels.FindAll(label => label.Fit is Fit.Entry or Fit.Top);
            var entries = fitting.FindAll(label => label.Fit == Fit.Entry);
            var others = _labels.FindAll(label => label.Fit == Fit.None);
            if (others.Count > 0)
            {
                return entries.Count(label => label.IsDate) > 1 && !others.Exists(label => label.IsDate);
            }

            return fitting.TrueForAll(label => label.HasDate || label.Lines < LongLabel)
                && (fitting.Count > 1 || (fitting is [{ IsDate: true }] && entries.Count + _labels.Count > 1));
        }
    }

    /// <summary>Most labels are dates, which belong to something in the text; but to what, their places do not tell.</summary>
    public bool AreDoubtful => !AreSure && _labels.Count(label => label.IsDate) is > 1 and var dates && 2 * dates > _labels.Count;

    /// <summary>Null where there are no two columns of text, or both are wide: prose beside prose.</summary>
    public static LabelledRows? Of(IEnumerable<List<TextLine>> columns) =>
        columns.ToList() is { Count: 2 } two && two.TrueForAll(column => column.TrueForAll(line => line.Table is null))
            && new LabelledRows(two) is { IsNarrow: true } rows ? rows : null;

    /// <summary>From the top. What stands above the first label, or has no text beside it, makes a row without a label.</summary>
    public List<LabelledRow> Read()
    {
        var starts = _labels.FindAll(label => label.Fit != Fit.None);
        var cells = _columns.ConvertAll(column => Cells(column, starts));
        var right = new[] { RightOf(_columns[0]), RightOf(_columns[1]) };
        var rows = new List<LabelledRow>();
        for (var i = 0; i <= starts.Count; i++)
        {
            var (first, second) = (cells[0][i], cells[1][i]);
            var isLabelled = i > 0 && starts[i - 1].Fit != Fit.Alone;
            var end = isLabelled && LabelColumn == 1 ? EndOfEntry(first) : first.Count;
            rows.Add(new LabelledRow([new(first[..end], right[0]), new(second, right[1])], isLabelled));
            rows.Add(new LabelledRow([new(first[end..], right[0])], false));
        }

        return rows;
    }

    /// <summary>A label to the right is read after its entry; after its first part, where what stands below may be something else.</summary>
    private int EndOfEntry(List<TextLine> text)
    {
        var end = 1;
        while (end < text.Count && text[end].Baseline - text[end - 1].Baseline <= LabelStep * _step)
        {
            end++;
        }

        return Math.Min(end, text.Count);
    }

    /// <summary>The lines above the first label, and those from each label to the next.</summary>
    private static List<List<TextLine>> Cells(List<TextLine> column, List<Label> starts)
    {
        var cells = new List<List<TextLine>> { new() };
        foreach (var line in Sorting.By(column, line => line.Baseline, line => line.Extent.Left))
        {
            while (cells.Count <= starts.Count && line.Baseline > starts[cells.Count - 1].Top)
            {
                cells.Add([]);
            }

            cells[^1].Add(line);
        }

        while (cells.Count <= starts.Count)
        {
            cells.Add([]);
        }

        return cells;
    }

    /// <summary>The first line on each baseline.</summary>
    private static List<TextLine> Rows(List<TextLine> column)
    {
        var rows = new List<TextLine>();
        foreach (var line in Sorting.By(column, line => line.Baseline, line => line.Extent.Left))
        {
            if (rows.Count == 0 || !TableRows.AreOnOneLine(rows[^1], line))
            {
                rows.Add(line);
            }
        }

        return rows;
    }

    private static double Width(List<TextLine> column) => RightOf(column) - Numbers.Least(column, line => line.Extent.Left);

    private static double RightOf(List<TextLine> column) => Numbers.Largest(column, line => line.Extent.Right);

    private static double LeastStep(List<TextLine> rows)
    {
        var least = double.MaxValue;
        for (var i = 1; i < rows.Count; i++)
        {
            var step = rows[i].Baseline - rows[i - 1].Baseline;
            least = step > 0.8 * rows[i].Size ? Math.Min(least, step) : least;
        }

        return least;
    }

    private void Add(TextLine line)
    {
        var last = _labels.Count == 0 ? null : _labels[^1];
        var isNear = last is not null && line.Baseline - last.Bottom <= LabelStep * _step;
        var label = Fitted(line, isNear);
        if (isNear && label.Fit != Fit.Entry && (label.Fit != Fit.Top || last!.Fit != Fit.Alone))
        {
            last!.Lines++;
            last.Bottom = line.Baseline;
            last.HasDate |= IsDate(line);
        }
        else
        {
            _labels.Add(label);
        }
    }

    /// <summary>A line as the beginning of a label.</summary>
    private Label Fitted(TextLine line, bool isNear)
    {
        var (first, isDate) = (FirstBelow(line.Extent.Top), IsDate(line));
        var row = first;
        for (; row < _text.Count && _text[row].Extent.Top < line.Extent.Bottom; row++)
        {
            if (Fits(line, row, isDate, isNear))
            {
                return new Label(line, row == 0 ? Fit.Top : Fit.Entry, isDate);
            }
        }

        return new Label(line, row > first ? Fit.None : Fit.Alone, isDate);
    }

    /// <summary>Whether an entry begins level with a line, or a little below a date where its title stands off. Beside a date, and a heading of
    /// which no list follows, any paragraph may begin; but right below another line either may be the end of one label.</summary>
    private bool Fits(TextLine label, int row, bool isDate, bool isNear)
    {
        var below = _text[row].Baseline - label.Baseline;
        return IsLevel(label, _text[row], isDate)
            ? OpensEntry(row) || (!isNear && (isDate || _areHeadings) && OpensText(row))
            : isDate && below > 0 && below < TitleStep * _step && OpensEntry(row);
    }

    private static bool IsDate(TextLine line) =>
        line.Words.Exists(word => Years.IsIn(word.Text)) && line.Words.Count(word => word.Text.Any(char.IsLetter)) <= WordsOfDate;

    /// <summary>The first row of the text whose baseline is below a height.</summary>
    private int FirstBelow(double height)
    {
        var (low, high) = (0, _text.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _text[middle].Baseline > height ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>On one line; of letters of two sizes, their tops may be.</summary>
    private static bool IsLevel(TextLine label, TextLine line, bool isDate) =>
        (isDate && TableRows.AreOnOneLine(label, line))
        || Math.Min(Math.Abs(label.Baseline - line.Baseline), Math.Abs(label.Extent.Top - line.Extent.Top))
            < Level * Math.Min(label.Size, line.Size);

    /// <summary>What shows that something new begins: a bold or larger line, a wider step, the end of a list.</summary>
    private bool OpensEntry(int row)
    {
        if (row == 0)
        {
            return true;
        }

        var (last, line) = (_text[row - 1], _text[row]);
        return !Bullets.Opens(line) && !Continuation.GoesOn(last.Text, line.Text)
            && ((line.IsBold && !last.IsBold)
                || line.Size > 1.1 * last.Size
                || line.Baseline - last.Baseline > EntryStep * _step
                || line.Extent.Left < last.Extent.Left - (0.8 * line.Size)
                || Bullets.Opens(last));
    }

    /// <summary>Whether a paragraph may begin here.</summary>
    private bool OpensText(int row) => Bullets.Opens(_text[row]) || !Continuation.GoesOn(_text[row - 1].Text, _text[row].Text);

    /// <summary>Where a label begins: with an entry, with the first of all, beside any other line, beside none.</summary>
    private enum Fit
    {
        Entry,
        Top,
        None,
        Alone,
    }

    private sealed class Label(TextLine first, Fit fit, bool isDate)
    {
        public Fit Fit { get; } = fit;

        /// <summary>It begins with one.</summary>
        public bool IsDate { get; } = isDate;

        public bool HasDate { get; set; } = isDate;

        public int Lines { get; set; } = 1;

        /// <summary>Above its first baseline and below the one before.</summary>
        public double Top { get; } = first.Baseline - (0.5 * first.Size);

        /// <summary>Its last baseline.</summary>
        public double Bottom { get; set; } = first.Baseline;
    }
}

/// <summary>What stands beside each other, in the order of reading; either cell may be empty.</summary>
internal sealed record LabelledRow(List<LabelledCell> Cells, bool IsLabelled);

/// <summary>Lines of a column, and where that ends.</summary>
internal sealed record LabelledCell(List<TextLine> Lines, double Margin);

/// <summary>Tells numbers that are years.</summary>
internal static class Years
{
    /// <summary>Whether four digits stand by themselves in a word, and begin with a century of ours: "2019", "03/1998", "(2001–2004)".</summary>
    public static bool IsIn(string word)
    {
        var digits = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && char.IsAsciiDigit(word[i]))
            {
                digits++;
            }
            else
            {
                if (digits == 4 && word.AsSpan(i - 4, 2) is "19" or "20")
                {
                    return true;
                }

                digits = 0;
            }
        }

        return false;
    }
}
