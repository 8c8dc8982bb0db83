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
        words.Sort((a, b) => a.Left.CompareTo(b.Left));
        Words = words;
        Frame = new Frame(words[0].Angle);
        Extent = words[0].Box;
        var letters = new Dictionary<double, int>();
        foreach (var word in words)
        {
            Extent = Extent.Union(word.Box);
            var size = Math.Round(word.Size, 1);
            letters[size] = letters.GetValueOrDefault(size) + word.Text.Length;
        }

        Size = letters.OrderByDescending(entry => entry.Value).ThenByDescending(entry => entry.Key).First().Key;
        Baseline = words.Where(word => Math.Abs(word.Size - Size) < 0.11).Select(word => word.Line).DefaultIfEmpty(words[0].Line).Average();
    }

    public List<Word> Words { get; }

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

    /// <summary>Whether a space belongs between two neighbours: one was drawn, or the gap shows one.</summary>
    public static bool IsSpaceBetween(Word left, Word right) =>
        right.AfterSpace || right.Left - left.Right > WordGrouper.WordGap * Math.Min(left.Size, right.Size);
}

/// <summary>Lines under each other that belong together, in the order they are read, and its place on the page.</summary>
internal sealed record TextBlock(List<TextLine> Lines)
{
    /// <summary>Of a cell in a table, its row from 0.</summary>
    public int? Row { get; init; }

    public Box Place { get; } = Lines.Select(line => line.Place).Aggregate((a, b) => a.Union(b));

    public Frame Frame => Lines[0].Frame;
}
