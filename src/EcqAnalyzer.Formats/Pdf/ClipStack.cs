namespace EcqAnalyzer.Formats.Pdf;

/// <summary>The area that may be drawn on, as the extent of the clipping paths, in the page's own coordinates (up is
/// positive there). Saved and restored with the graphics state.</summary>
internal sealed class ClipStack
{
    private readonly Stack<Box> _saved = new();
    private Box _clip = Box.Everywhere;
    private Box? _path;
    private bool _pathClips;

    public void Push() => _saved.Push(_clip);

    public void Pop()
    {
        if (_saved.TryPop(out var saved))
        {
            _clip = saved;
        }
    }

    public void AddToPath(double x, double y)
    {
        var point = new Box(x, y, x, y);
        _path = _path is { } path ? path.Union(point) : point;
    }

    /// <summary>The clip takes effect when the path ends.</summary>
    public void ClipToPath() => _pathClips = true;

    public void EndPath()
    {
        if (_pathClips && _path is { } path)
        {
            _clip = _clip.Intersection(path);
        }

        _path = null;
        _pathClips = false;
    }

    /// <summary>Whether any of the letter lies within the clip. Clips are drawn tightly, and some a hair too tightly, so a
    /// letter counts as seen while it touches.</summary>
    public bool Shows(Glyph glyph, Box sheet)
    {
        var clip = new Box(_clip.Left - sheet.Left, sheet.Bottom - _clip.Bottom, _clip.Right - sheet.Left, sheet.Bottom - _clip.Top);
        return clip.Touches(BoxOf(glyph));
    }

    public static Box BoxOf(Glyph glyph) => new Frame(glyph.Angle).ToPage(new Box(
        glyph.Left, glyph.Baseline - (0.7 * glyph.Size), Math.Max(glyph.Right, glyph.Left + 0.1), glyph.Baseline));
}
