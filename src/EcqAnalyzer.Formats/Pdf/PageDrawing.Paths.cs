using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What is drawn beside letters: nothing of it is kept but where it clips, and the straight lines that may frame a
/// table.</summary>
internal sealed partial class PageDrawing
{
    public override void MoveTo(double x, double y)
    {
        var point = AddToPath(x, y);
        _path.MoveTo(point.X, point.Y);
    }

    public override void LineTo(double x, double y)
    {
        var point = AddToPath(x, y);
        _path.LineTo(point.X, point.Y);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        var point = AddToPath(x3, y3);
        _path.CurveTo(point.X, point.Y);
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        BezierCurveTo(x2, y2, x3, y3);

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        _path.Close();
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clip.ClipToPath();

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        Rectangle(rectangle.Left, rectangle.Bottom, rectangle.Width, rectangle.Height);
        _clip.ClipToPath();
        _clip.EndPath();
    }

    public override void EndPath()
    {
        _clip.EndPath();
        _path.End();
    }

    public override void ClosePath() => _path.Close();

    public override void StrokePath(bool close) => Paint(close, isStroked: true, isFilled: false);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, isStroked: false, isFilled: true);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, isStroked: true, isFilled: true);

    public override void BeginSubpath()
    {
        // Only the extent of a path matters here, as a clip.
    }

    public override PdfPoint? CloseSubpath()
    {
        _path.Close();
        return null;
    }

    public override void PaintShading(NameToken name)
    {
        // Colour is not text.
    }

    private PdfPoint AddToPath(double x, double y)
    {
        var point = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _clip.AddToPath(point.X, point.Y);
        return point;
    }

    private void Paint(bool close, bool isStroked, bool isFilled)
    {
        if (close)
        {
            _path.Close();
        }

        if (isStroked)
        {
            _path.Stroke();
        }

        if (isFilled)
        {
            _path.Fill();
        }

        EndPath();
    }

    private Box OnSheet(Box box) =>
        new(box.Left - _sheet.Left, _sheet.Bottom - box.Bottom, box.Right - _sheet.Left, _sheet.Bottom - box.Top);
}
