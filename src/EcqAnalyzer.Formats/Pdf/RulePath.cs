namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Follows the path that is drawn and keeps what of it is a ruled line once it is painted: straight strokes along the
/// page's edges, and filled boxes as thin as a line. In the page's own coordinates.</summary>
internal sealed class RulePath
{
    /// <summary>In points: a filled box no thicker is a line.</summary>
    private const double Thickest = 3;

    /// <summary>In points: shorter ones are ticks and dashes of letters.</summary>
    private const double Shortest = 6;

    private const double Slant = 0.5;

    private readonly List<Box> _strokes = [];
    private readonly List<Box> _fills = [];
    private Box? _part;
    private bool _isCurved;
    private double _startX;
    private double _startY;
    private double _x;
    private double _y;

    public List<Box> Rules { get; } = [];

    /// <summary>More than a table has: a map or a plan, whose lines divide no text.</summary>
    public bool IsDrawing => Rules.Count >= ReadingLimits.PdfRulesPerPage;

    public void MoveTo(double x, double y)
    {
        EndPart();
        (_startX, _startY, _x, _y) = (x, y, x, y);
        _part = new Box(x, y, x, y);
    }

    public void LineTo(double x, double y)
    {
        var line = new Box(Math.Min(_x, x), Math.Min(_y, y), Math.Max(_x, x), Math.Max(_y, y));
        if (_strokes.Count < ReadingLimits.PdfRulesPerPage && (line.Width < Slant || line.Height < Slant))
        {
            _strokes.Add(line);
        }

        _part = _part is { } part ? part.Union(line) : line;
        (_x, _y) = (x, y);
    }

    public void CurveTo(double x, double y)
    {
        _isCurved = true;
        (_x, _y) = (x, y);
    }

    public void Close() => LineTo(_startX, _startY);

    public void Stroke()
    {
        foreach (var line in _strokes)
        {
            Keep(line);
        }
    }

    public void Fill()
    {
        EndPart();
        foreach (var box in _fills)
        {
            if (Math.Min(box.Width, box.Height) < Thickest)
            {
                Keep(box);
            }
        }
    }

    public void End()
    {
        _strokes.Clear();
        _fills.Clear();
        (_part, _isCurved) = (null, false);
    }

    private void EndPart()
    {
        if (_part is { } part && !_isCurved && _fills.Count < ReadingLimits.PdfRulesPerPage)
        {
            _fills.Add(part);
        }

        (_part, _isCurved) = (null, false);
    }

    private void Keep(Box rule)
    {
        var length = Math.Max(rule.Width, rule.Height);
        if (length >= Shortest && double.IsFinite(length) && !IsDrawing)
        {
            Rules.Add(rule);
        }
    }
}
