using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What every part of a page needs to be drawn.</summary>
internal sealed record PageContext(
    IResourceStore Resources, IPdfTokenScanner Scanner, IPageContentParser Parser, ILookupFilterProvider Filters,
    CropBox Crop, UserSpaceUnit Unit, PageRotationDegrees Rotation, TransformationMatrix Initial, ParsingOptions Options);

/// <summary>
/// Runs a page's drawing operations and collects the letters only: no picture is opened, no colour looked up, and a part
/// that fails costs that part. Forms drawn by forms are followed to a depth and a number, since they can be cyclic.
/// </summary>
internal sealed partial class PageDrawing : BaseStreamProcessor<PageContent>
{
    private static readonly string[] BoldNames = ["bold", "black", "heavy", "-semibd", "CMBX", "SFBX"];

    /// <summary>Half an inch: smaller images are signs and rules.</summary>
    private const double LeastPicture = 36;

    private readonly PageContent _page;
    private IFont? _lastFont;
    private bool _lastIsBold;
    private string _lastName = "";
    private readonly Box _sheet;
    private readonly ClipStack _clip = new();
    private readonly RulePath _path = new();
    private readonly MarkedText _marked;
    private static readonly Layer NoLayer = new([], NeedsAll: true);
    private readonly TextResources? _resources;
    private readonly Stack<LayeredText> _openLayers = new();
    private readonly IPdfTokenScanner _scanner;
    private readonly CancellationToken _cancellation;
    private int _formDepth;
    private int _forms;
    private long _operations;
    private bool _inField;

    public PageDrawing(int number, PageContext context, CancellationToken cancellation)
        : base(
            number, context.Resources, context.Scanner, context.Parser, context.Filters, context.Crop, context.Unit,
            context.Rotation, context.Initial, context.Options)
    {
        var bounds = context.Crop.GetVisibleBounds(context.Rotation);
        _sheet = new Box(bounds.Left, bounds.Bottom, bounds.Right, bounds.Top);
        _page = new PageContent(number, bounds.Width, bounds.Height);
        _marked = new MarkedText(context.Resources);
        _resources = context.Resources as TextResources;
        _scanner = context.Scanner;
        _cancellation = cancellation;
    }

    public override PageContent Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        _page.Rules.Clear();
        if (!_path.IsDrawing)
        {
            _page.Rules.AddRange(_path.Rules.Select(OnSheet));
        }

        return _page;
    }

    /// <summary>Draws what an annotation shows: the value of a form field, a note typed onto the page.</summary>
    public void DrawAppearance(StreamToken form, TransformationMatrix placing)
    {
        PushState();
        _inField = true;
        var before = _page.Glyphs.Count;
        try
        {
            ModifyCurrentTransformationMatrix(placing);
            ProcessFormXObject(form, NameToken.Create("Appearance"));
        }
        finally
        {
            _inField = false;
            PopState();
        }

        if (_page.Glyphs.Skip(before).Any(glyph => !glyph.IsBlank))
        {
            _page.Fields++;
        }
    }

    /// <summary>Writes a form field's value where a viewer would draw it: of a field without an appearance only the value is told.</summary>
    public void DrawValue(string value, PdfRectangle field, double size)
    {
        var (corner, end) = (CurrentTransformationMatrix.Transform(field.TopLeft), CurrentTransformationMatrix.Transform(field.BottomRight));
        var (left, top) = (Math.Min(corner.X, end.X) - _sheet.Left, _sheet.Bottom - Math.Max(corner.Y, end.Y));
        var (width, height) = (Math.Abs(end.X - corner.X), Math.Abs(end.Y - corner.Y));
        var lines = value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var step = Math.Min(1.2 * size, height / Math.Max(lines.Length, 1));
        for (var i = 0; i < lines.Length; i++)
        {
            var letter = Math.Min(0.5 * size, width / lines[i].Length);
            for (var at = 0; at < lines[i].Length && _page.Glyphs.Count < ReadingLimits.PdfLettersPerPage; at++)
            {
                var x = left + (at * letter);
                var glyph = new Glyph(lines[i][at].ToString(), x, x + letter, top + (step * (i + 0.8)), step / 1.2, 0, GlyphTraits.Field);
                if (ClipStack.BoxOf(glyph).Touches(new Box(0, 0, _page.Width, _page.Height)))
                {
                    _page.Glyphs.Add(glyph);
                }
            }
        }

        _page.Fields++;
    }

    public void CountFault() => _page.Faults++;

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (!TextOperations.Matters(operation))
            {
                continue;
            }

            _cancellation.ThrowIfCancellationRequested();
            if (++_operations > ReadingLimits.PdfOperationsPerPage)
            {
                throw new PageTooLargeException("drawing operations");
            }

            try
            {
                operation.Run(this);
            }
            catch (Exception fault) when (fault is not (PageTooLargeException or OperationCanceledException))
            {
                _page.Faults++;
                if (_page.Faults > ReadingLimits.PdfFaultsPerPage)
                {
                    throw new PageTooLargeException("faults");
                }
            }
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_formDepth >= ReadingLimits.PdfFormDepth || ++_forms > ReadingLimits.PdfFormsPerPage)
        {
            _page.Faults++;
            return;
        }

        _formDepth++;
        var layer = formStream.StreamDictionary.TryGet(NameToken.Create("OC"), out var token) ? Layer.Find(token, _scanner) : null;
        var open = new LayeredText(_page.Glyphs.Count, 0, layer ?? NoLayer);
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _formDepth--;
            CloseLayer(open);
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        var text = _marked.Replace(unicode);
        if (text.Length == 0)
        {
            return;
        }

        if (_page.Glyphs.Count >= ReadingLimits.PdfLettersPerPage)
        {
            throw new PageTooLargeException("letters");
        }

        var placing = new GlyphPlacing(renderingMatrix, textMatrix, transformationMatrix, _sheet);
        var glyph = placing.Place(text, characterBoundingBox, font.IsVertical);
        if (glyph is not { } placed || !IsSeen(placed))
        {
            _page.Unseen += string.IsNullOrWhiteSpace(text) ? 0 : 1;
            return;
        }

        CountFont(font, placed);
        var mapped = ReferenceEquals(text, unicode) ? GlyphText.Of(text, font, code, _resources?.Names) : new GlyphText(text, GlyphTraits.None);
        _page.Glyphs.Add(placed with
        {
            Text = mapped.Text,
            Traits = mapped.Traits | TraitsOf(font, currentState.FontState.TextRenderingMode),
        });
    }

    /// <summary>Text that a form field clips can be scrolled to.</summary>
    private bool IsSeen(Glyph glyph) =>
        ClipStack.BoxOf(glyph).Touches(new Box(0, 0, _page.Width, _page.Height)) && (_inField || _clip.Shows(glyph, _sheet));

    private GlyphTraits TraitsOf(IFont font, TextRenderingMode mode) =>
        (IsBold(font) ? GlyphTraits.Bold : GlyphTraits.None)
        | (mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip ? GlyphTraits.Invisible : GlyphTraits.None)
        | (_marked.IsArtifact ? GlyphTraits.Artifact : GlyphTraits.None)
        | (_inField ? GlyphTraits.Field : GlyphTraits.None);

    private void CountFont(IFont font, Glyph glyph)
    {
        if (!glyph.IsBlank)
        {
            TakeTraits(font);
            _page.Fonts.Of(_lastName, Math.Round(glyph.Size, 1)).Characters += glyph.Text.Length;
        }
    }

    /// <summary>By weight where the font tells it, else by name: fonts cut down to a few letters keep only that.</summary>
    private bool IsBold(IFont font)
    {
        TakeTraits(font);
        return _lastIsBold;
    }

    private void TakeTraits(IFont font)
    {
        if (!ReferenceEquals(font, _lastFont))
        {
            var name = font.Name?.Data ?? "";
            _lastFont = font;
            _lastIsBold = font.Details is { IsBold: true } or { Weight: > 600 }
                || Array.Exists(BoldNames, bold => name.Contains(bold, StringComparison.OrdinalIgnoreCase));
            _lastName = FontNames.FamilyOf(name);
        }
    }

    public override void PushState()
    {
        base.PushState();
        _clip.Push();
    }

    public override void PopState()
    {
        base.PopState();
        _clip.Pop();
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var layer = name.Data == "OC" && propertyDictionaryName is not null ? _resources?.FindLayer(propertyDictionaryName) : null;
        _openLayers.Push(new LayeredText(_page.Glyphs.Count, 0, layer ?? NoLayer));
        _marked.Begin(name, propertyDictionaryName, properties);
    }

    public override void EndMarkedContent()
    {
        if (_openLayers.TryPop(out var open))
        {
            CloseLayer(open);
        }

        _marked.End();
    }

    private void CloseLayer(LayeredText open)
    {
        if (!ReferenceEquals(open.Layer, NoLayer) && _page.Glyphs.Count > open.Start)
        {
            _page.Layered.Add(open with { End = _page.Glyphs.Count });
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => CountImage();

    protected override void RenderInlineImage(InlineImage inlineImage) => CountImage();

    /// <summary>An image fills the unit square, as the matrix in force lays it on the page.</summary>
    private void CountImage()
    {
        _page.Images++;
        var matrix = CurrentTransformationMatrix;
        var (origin, across, up) = (
            matrix.Transform(new PdfPoint(0, 0)), matrix.Transform(new PdfPoint(1, 0)), matrix.Transform(new PdfPoint(0, 1)));
        var (width, height) = (Distance(origin, across), Distance(origin, up));
        _page.Pictures += width >= LeastPicture && height >= LeastPicture ? 1 : 0;
    }

    private static double Distance(PdfPoint one, PdfPoint other) =>
        Math.Sqrt(((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y)));
}

/// <summary>A page with more on it than <see cref="ReadingLimits"/> allow. What was collected before stays.</summary>
internal sealed class PageTooLargeException(string what) : Exception(what);
