using System.Text;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Glyphs that stand together, in the frame of their angle. <see cref="AfterSpace"/> where a space was drawn
/// before it, however narrow.</summary>
internal sealed class Word
{
    private readonly List<Glyph> _glyphs;

    public Word(List<Glyph> glyphs, bool afterSpace)
    {
        _glyphs = glyphs;
        AfterSpace = afterSpace;
        Left = double.MaxValue;
        Right = double.MinValue;
        var text = new StringBuilder();
        foreach (var glyph in glyphs)
        {
            text.Append(glyph.Text);
            Left = Math.Min(Left, glyph.Left);
            Right = Math.Max(Right, glyph.Right);
            Size = Math.Max(Size, glyph.Size);
            Baseline = Math.Max(glyph.Baseline, Baseline ?? double.MinValue);
        }

        Text = text.ToString();
        if (glyphs.Count > 1 && RightToLeft.CanTurn(glyphs))
        {
            Text = RightToLeft.Read(glyphs);
        }
    }

    public string Text { get; }

    public IReadOnlyList<Glyph> Glyphs => _glyphs;

    public bool AfterSpace { get; }

    public double Left { get; }

    public double Right { get; }

    public double? Baseline { get; }

    public double Line => Baseline ?? 0;

    public double Size { get; }

    public int Angle => _glyphs[0].Angle;

    public Box Box => new(Left, Line - (0.75 * Size), Right, Line + (0.22 * Size));

    public bool Has(GlyphTraits trait) => _glyphs.Exists(glyph => glyph.Is(trait));
}

/// <summary>Words on one baseline without a wide gap: a line of a column, or a cell.</summary>
internal sealed class TextLine
{
    public TextLine(List<Word> words)
    {
        Words = RightToLeft.Read(Sorting.By(words, word => word.Left));
        Frame = new Frame(words[0].Angle);
        Extent = words[0].Box;
        var letters = new Dictionary<int, int>();
        foreach (var word in Words)
        {
            Extent = Extent.Union(word.Box);
            letters[Tenths(word.Size)] = letters.GetValueOrDefault(Tenths(word.Size)) + word.Text.Length;
        }

        var (most, size) = (0, 0);
        foreach (var word in Words)
        {
            var (tenths, count) = (Tenths(word.Size), letters[Tenths(word.Size)]);
            (most, size) = count > most || (count == most && tenths > size) ? (count, tenths) : (most, size);
        }

        Size = size / 10.0;
        var (sum, number) = (0.0, 0);
        foreach (var word in Words)
        {
            var counts = Tenths(word.Size) == size;
            (sum, number) = counts ? (sum + word.Line, number + 1) : (sum, number);
        }

        Baseline = sum / number;
    }

    /// <summary>A whole table or form in the place of a line, already read.</summary>
    public TextLine(List<Word> words, List<TextBlock> table)
        : this(words) => Table = table;

    /// <summary>In the order of reading.</summary>
    public List<Word> Words { get; }

    public bool IsFromRight => RightToLeft.IsMostlyRight(Words);

    public List<TextBlock>? Table { get; }

    /// <summary>Of pieces that a tab set apart: an entry of its own, no line of a paragraph.</summary>
    public bool IsTabbed { get; init; }

    public Frame Frame { get; }

    /// <summary>In the frame.</summary>
    public Box Extent { get; }

    /// <summary>On the page as displayed.</summary>
    public Box Place => Frame.ToPage(Extent);

    /// <summary>The size of most of its letters.</summary>
    public double Size { get; }

    public double Baseline { get; }

    public bool IsBold => Words.TrueForAll(word => word.Glyphs.All(glyph => glyph.Is(GlyphTraits.Bold)));

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    private static int Tenths(double size) => (int)Math.Round(Math.Min(size, 1e6) * 10);

    /// <summary>Whether a space belongs between two neighbours: one was drawn, or the gap shows one.</summary>
    public static bool IsSpaceBetween(Word first, Word second)
    {
        var (left, right) = first.Left <= second.Left ? (first, second) : (second, first);
        return right.AfterSpace || right.Left - left.Right > WordGrouper.WordGap * Math.Min(left.Size, right.Size);
    }
}

/// <summary>Lines under each other that belong together, in the order they are read, and its place on the page.</summary>
internal sealed record TextBlock(List<TextLine> Lines)
{
    /// <summary>Of a cell in a table, its row from 0.</summary>
    public int? Row { get; init; }

    /// <summary>Where the tabs beside it end, or the column of its cell, in the frame: its lines had room as far. Null where there
    /// are none.</summary>
    public double? Margin { get; init; }

    /// <summary>Whether dates stand here by themselves, which belong to text that was read elsewhere.</summary>
    public bool HasDoubtfulPlace { get; init; }

    public Box Place { get; } = Lines.ConvertAll(line => line.Place).Aggregate((a, b) => a.Union(b));

    public Frame Frame => Lines[0].Frame;
}
