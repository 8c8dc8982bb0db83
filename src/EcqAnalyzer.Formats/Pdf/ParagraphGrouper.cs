using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Joins lines in reading order into paragraphs. What ends a paragraph: a bullet, another size or weight, a wider step, an indent,
/// and above all a line that ends early, where the next word would still have fitted.
/// </summary>
internal static class ParagraphGrouper
{
    /// <summary>In letter sizes. In a block this narrow all lines are short, whether they were broken or ended.</summary>
    private const double Narrow = 16;

    /// <summary>In letter sizes, how near each other the ends of lines are that were broken at one edge.</summary>
    private const double NearEdge = 1.5;

    private const int EnoughEnds = 3;

    public static List<Paragraph> Group(PageLayout page)
    {
        var paragraphs = new List<Paragraph>();
        var columns = Columns(page.Lines);
        PageLine? last = null;
        foreach (var line in page.Lines)
        {
            if (last is null || Ends(last, line, paragraphs[^1], columns))
            {
                paragraphs.Add(Open(page.Number, line));
            }

            paragraphs[^1].Lines.Add(new PlacedLine(page.Number, line.Line));
            last = line;
        }

        return paragraphs;
    }

    private static Dictionary<int, Column> Columns(List<PageLine> lines)
    {
        var columns = new Dictionary<int, Column>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].Block == lines[start].Block)
            {
                end++;
            }

            columns[lines[start].Block] = new Column(lines.GetRange(start, end - start));
            start = end;
        }

        return columns;
    }

    private static Paragraph Open(int page, PageLine line)
    {
        var bullet = Bullets.Opens(line.Line);
        var kind = line.IsFurniture ? BlockKind.PageFurniture
            : bullet ? BlockKind.ListItem
            : line.Row is not null ? BlockKind.TableCell
            : Bullets.OpensWithNumber(line.Line) ? BlockKind.ListItem
            : BlockKind.Paragraph;
        return new Paragraph(page, line.Block, kind)
        {
            HasBullet = bullet,
            Level = kind == BlockKind.TableCell ? line.Row ?? 0 : 0,
        };
    }

    private static bool Ends(PageLine last, PageLine next, Paragraph paragraph, Dictionary<int, Column> columns)
    {
        if (last.IsFurniture || next.IsFurniture || last.Line.Frame != next.Line.Frame
            || OpensItem(next.Line) || !AreAlike(last.Line, next.Line))
        {
            return true;
        }

        if (last.Block != next.Block && (last.Row ?? next.Row) is not null)
        {
            return true;
        }

        return last.Block == next.Block
            ? EndsInColumn(last.Line, next.Line, paragraph, columns[last.Block])
            : !RunsOn(last.Line, next.Line, columns[last.Block]);
    }

    private static bool OpensItem(TextLine line) => Bullets.Opens(line) || Bullets.OpensWithNumber(line);

    private static bool AreAlike(TextLine a, TextLine b) =>
        Math.Abs(a.Size - b.Size) < 0.12 * Math.Max(a.Size, b.Size) && a.IsBold == b.IsBold;

    private static bool EndsInColumn(TextLine last, TextLine next, Paragraph paragraph, Column column)
    {
        var size = next.Size;
        if (next.Baseline - last.Baseline > Math.Max(column.Step * 1.25, column.Step + (0.2 * size)))
        {
            return true;
        }

        if (next.IsFromRight)
        {
            return last.Extent.Left - (0.3 * size) - FirstWidth(next) > column.Left + (0.8 * size)
                || (next.Extent.Right < last.Extent.Right - (0.8 * size) && !AreCentred(last, next));
        }

        var end = last.Extent.Right + (0.3 * size) + FirstWidth(next) + (0.8 * size);
        var fits = end < column.Right
            || ((end < column.Margin || column.Width < Narrow * size) && IsNewEntry(last.Text, next.Text));
        var parts = (IsHeading(last.Text, next.Text) || IsHeading(next.Text, last.Text)) && IsNewEntry(last.Text, next.Text);
        if (paragraph.Kind == BlockKind.ListItem || Bullets.OpensWithNumber(paragraph.First))
        {
            return fits || (!IsHung(paragraph.First, next) && (column.Hangs || parts));
        }

        var isIndented = next.Extent.Left > last.Extent.Left + (0.8 * size) && !AreCentred(last, next);
        return fits || isIndented || parts;
    }

    /// <summary>A few words in capitals, and the line beside them in others.</summary>
    private static bool IsHeading(string line, string beside) =>
        LineKinds.IsInCapitals(line) && LineKinds.MayBeHeading(line) && !LineKinds.IsInCapitals(beside);

    /// <summary>Of a list item, whether a line stands further in than its bullet.</summary>
    private static bool IsHung(TextLine first, TextLine next) => next.Extent.Left >= first.Extent.Left + (0.3 * next.Size);

    /// <summary>Lists of skills, names, towns: a line each, without bullets.</summary>
    private static bool IsNewEntry(string last, string next) =>
        (char.IsUpper(next[0]) || char.IsDigit(next[0])) && last[^1] is not (',' or '-' or '–' or '&' or '/') && !Continuation.EndsInSmallWord(last);

    /// <summary>From the foot of one column to the head of the next, or past a figure: only where the sentence plainly goes on.</summary>
    private static bool RunsOn(TextLine last, TextLine next, Column column) =>
        last.Extent.Right > column.Right - (3 * last.Size)
        && Continuation.GoesOn(last.Text, next.Text)
        && next.Words.Count > 2;

    private static bool AreCentred(TextLine a, TextLine b) =>
        Math.Abs(a.Extent.Left + a.Extent.Right - b.Extent.Left - b.Extent.Right) < a.Size;

    private static double FirstWidth(TextLine line)
    {
        var right = line.Words[0].Right;
        for (var i = 1; i < line.Words.Count && !TextLine.IsSpaceBetween(line.Words[i - 1], line.Words[i]); i++)
        {
            right = line.Words[i].Right;
        }

        return right - line.Words[0].Left;
    }

    /// <summary>The right edge of a block and the usual step between its lines.</summary>
    private sealed class Column
    {
        public Column(List<PageLine> lines)
        {
            Right = Numbers.Largest(lines, line => line.Line.Extent.Right);
            Left = Numbers.Least(lines, line => line.Line.Extent.Left);
            var steps = new double[lines.Count - 1];
            for (var i = 0; i < steps.Length; i++)
            {
                steps[i] = lines[i + 1].Line.Baseline - lines[i].Line.Baseline;
            }

            Step = steps.Length == 0 ? 0 : Numbers.AtRank(steps, steps.Length, (steps.Length - 1) / 3);
            Hangs = HasHung(lines);
            Margin = lines.Count(line => line.Line.Extent.Right > Right - (NearEdge * line.Line.Size)) >= EnoughEnds ? null : lines[0].Margin;
        }

        public double Right { get; }

        public double Left { get; }

        public double Width => Right - Left;

        /// <summary>How far its lines could have gone, where they show no edge of their own.</summary>
        public double? Margin { get; }

        public double Step { get; }

        /// <summary>Its list items go on beside their bullets; where none does, they go on below them.</summary>
        public bool Hangs { get; }

        private static bool HasHung(List<PageLine> lines)
        {
            for (var i = 1; i < lines.Count; i++)
            {
                var (last, next) = (lines[i - 1].Line, lines[i].Line);
                if (OpensItem(last) && !OpensItem(next) && IsHung(last, next))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>Whether a sentence goes on over a break of the page's making.</summary>
internal static class Continuation
{
    public static bool GoesOn(string before, string after)
    {
        var end = before.TrimEnd('"', '”', '’', '\'', ')', ' ');
        return end.Length > 0 && after.Length > 0
            && end[^1] is not ('.' or '!' or '?' or ':')
            && (char.IsLower(after[0]) || (end[^1] is '-' or ',' && char.IsLetter(after[0])));
    }

    /// <summary>A word that no text ends with.</summary>
    public static bool EndsInSmallWord(string text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..];
        return word is "a" or "an" or "the" or "of" or "in" or "on" or "for" or "to" or "and" or "or" or "with" or "by" or "at" or "from";
    }
}
