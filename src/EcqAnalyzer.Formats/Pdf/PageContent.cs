namespace EcqAnalyzer.Formats.Pdf;

/// <summary>A box in points; down is positive. Of a page: from its top left as displayed. Of a frame: see
/// <see cref="Frame"/>. A class, as are all small things here that stand in lists: lists of our own structures are compiled anew
/// at every start, which for a draft of two pages took longer than reading it.</summary>
internal sealed record Box(double Left, double Top, double Right, double Bottom)
{
    public static Box Everywhere { get; } = new(-1e9, -1e9, 1e9, 1e9);

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public Box Intersection(Box other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    public bool Touches(Box other) =>
        Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;
}

/// <summary>The page turned so that text of one direction runs from left to right: the layout steps see upright text only,
/// whatever way it is set. <see cref="Angle"/> in whole degrees, clockwise; from <see cref="Mirrored"/> on, of text in mirror
/// writing.</summary>
internal sealed record Frame(int Angle)
{
    public const int Mirrored = 1000;

    private int Down => Angle >= Mirrored ? -1 : 1;

    public (double X, double Y) FromPage(double x, double y)
    {
        var (sin, cos) = Turn();
        return ((x * cos) + (y * sin), Down * ((y * cos) - (x * sin)));
    }

    public Box ToPage(Box box)
    {
        var (a, b) = (ToPage(box.Left, box.Top), ToPage(box.Right, box.Bottom));
        var (c, d) = (ToPage(box.Left, box.Bottom), ToPage(box.Right, box.Top));
        return new Box(
            Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)),
            Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
            Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)),
            Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
    }

    private (double X, double Y) ToPage(double u, double v)
    {
        var (sin, cos) = Turn();
        v *= Down;
        return ((u * cos) - (v * sin), (u * sin) + (v * cos));
    }

    /// <summary>Exact at the right angles, where nearly all text stands.</summary>
    private (double Sin, double Cos) Turn() => (Angle % Mirrored) switch
    {
        0 => (0, 1),
        90 => (1, 0),
        180 => (0, -1),
        270 => (-1, 0),
        var angle => Math.SinCos(angle * Math.PI / 180),
    };
}

[Flags]
internal enum GlyphTraits
{
    None = 0,
    Bold = 1,

    /// <summary>Drawn in a mode that leaves no mark: the text layer of a scan.</summary>
    Invisible = 2,

    /// <summary>The font does not say which character this is.</summary>
    Unmapped = 4,

    /// <summary>The file itself calls it a header, footer or the like.</summary>
    Artifact = 8,

    /// <summary>From the appearance of a form field or of a comment laid on the page.</summary>
    Field = 16,

    /// <summary>From a font of signs, where letters stand for bullets.</summary>
    Symbol = 32,
}

/// <summary>One drawn sign: its text (several characters for a ligature), where it begins and ends along the line, its
/// baseline and its size, all in the frame of its angle.</summary>
internal sealed record Glyph(
    string Text, double Left, double Right, double Baseline, double Size, int Angle, GlyphTraits Traits)
{
    public bool Is(GlyphTraits trait) => (Traits & trait) != GlyphTraits.None;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>What was drawn on one page, in the order of drawing.</summary>
internal sealed record PageContent(int Number, double Width, double Height)
{
    public List<Glyph> Glyphs { get; } = [];

    /// <summary>Straight lines drawn along or down the page, as displayed.</summary>
    public List<Box> Rules { get; } = [];

    public List<LayeredText> Layered { get; } = [];

    public int Images { get; set; }

    /// <summary>Images large enough for a photo.</summary>
    public int Pictures { get; set; }

    public FontTally Fonts { get; } = new();

    /// <summary>Letters beyond the page's edge or cut off by a clip: nobody sees them.</summary>
    public int Unseen { get; set; }

    /// <summary>Parts (a font, an embedded drawing) that could not be read.</summary>
    public int Faults { get; set; }

    public int Fields { get; set; }
}
