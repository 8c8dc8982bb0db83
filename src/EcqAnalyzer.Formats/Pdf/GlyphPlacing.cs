using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>From the matrices in force to where a glyph stands.</summary>
internal readonly ref struct GlyphPlacing(
    TransformationMatrix rendering, TransformationMatrix text, TransformationMatrix page, Box sheet)
{
    private const double Largest = 1e6;

    private readonly TransformationMatrix _rendering = rendering;
    private readonly TransformationMatrix _text = text;
    private readonly TransformationMatrix _page = page;
    private readonly Box _sheet = sheet;

    /// <summary>Null where the numbers make no sense: nothing could be seen either.</summary>
    public Glyph? Place(string letter, CharacterBoundingBox bounds, bool isVertical)
    {
        var (startX, startY) = Transform(0, 0);
        var (unitX, unitY) = Transform(1, 0);
        var (topX, topY) = Transform(0, 1);
        var size = Math.Sqrt(Square(topX - startX) + Square(topY - startY));
        var across = Math.Sqrt(Square(unitX - startX) + Square(unitY - startY));
        if (!double.IsFinite(startX + startY + size + across) || Math.Abs(startX) + Math.Abs(startY) > Largest || size == 0)
        {
            return null;
        }

        var angle = Angle(unitX - startX, unitY - startY, across);
        var isMirrored = ((unitX - startX) * (topY - startY)) - ((unitY - startY) * (topX - startX)) > 0;
        angle += isMirrored ? Frame.Mirrored : 0;
        var frame = new Frame(angle);
        var (left, baseline) = frame.FromPage(startX, startY);
        var width = Width(bounds, isVertical) * across;
        if (!double.IsFinite(width) || width > Largest)
        {
            return null;
        }

        // A font size below zero turns the letters round; the matrices then turn them back.
        return new Glyph(letter, left, left + Math.Max(width, 0), baseline, Size(size, bounds), angle, GlyphTraits.None);
    }

    private (double X, double Y) Transform(double x, double y)
    {
        var point = _page.Transform(_text.Transform(_rendering.Transform(new PdfPoint(x, y))));
        return (point.X - _sheet.Left, _sheet.Bottom - point.Y);
    }

    private static double Width(CharacterBoundingBox bounds, bool isVertical)
    {
        var width = bounds.Width;
        return isVertical || width <= 0 ? Math.Max(bounds.GlyphBounds.Width, 0) : width;
    }

    private static int Angle(double x, double y, double length)
    {
        if (length == 0 || (x > 0 && Math.Abs(y) < length * 0.01))
        {
            return 0;
        }

        var degrees = (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
        return ((degrees % 360) + 360) % 360;
    }

    /// <summary>A font drawn by procedures (Type 3) may call any size one; its letters then tell their height.</summary>
    private static double Size(double size, CharacterBoundingBox bounds)
    {
        var height = bounds.GlyphBounds.Height;
        return height is > 2.5 and < 1e4 ? size * height * 1.2 : size;
    }

    private static double Square(double number) => number * number;
}
