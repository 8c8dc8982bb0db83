using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Makes a <see cref="PageContent"/> of a page: its drawing, then what its form fields and notes show.</summary>
internal sealed class PageFactory : BasePageFactory<PageContent>, IPageFactory<PageContent>
{
    public PageFactory(
        IPdfTokenScanner pdfScanner,
        IResourceStore resourceStore,
        ILookupFilterProvider filterProvider,
        IPageContentParser pageContentParser,
        ParsingOptions parsingOptions)
        : base(pdfScanner, new TextResources(resourceStore, pdfScanner, new GlyphNames(pdfScanner, filterProvider)), filterProvider, pageContentParser, parsingOptions)
    {
    }

    /// <summary>A page unit below one makes the library fail, and only scales the page. Of a page that fails, what can be
    /// decoded of its drawing is tried again.</summary>
    PageContent IPageFactory<PageContent>.Create(
        int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        dictionary = dictionary.Without(NameToken.UserUnit);
        try
        {
            return Create(number, dictionary, pageTreeMembers, namedDestinations);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            var page = Create(number, WithoutBadDrawings(dictionary), pageTreeMembers, namedDestinations);
            page.Faults++;
            return page;
        }
    }

    private DictionaryToken WithoutBadDrawings(DictionaryToken page)
    {
        var drawings = new List<IToken>();
        if (page.TryGet(NameToken.Contents, out var contents))
        {
            var parts = DirectObjectFinder.TryGet<ArrayToken>(contents, PdfScanner, out var array) ? array.Data : [contents];
            drawings.AddRange(parts.Where(CanDecode));
        }

        return page.Without(NameToken.Contents).With(NameToken.Contents, new ArrayToken(drawings));
    }

    private bool CanDecode(IToken drawing)
    {
        try
        {
            return drawing is IndirectReferenceToken
                && DirectObjectFinder.TryGet<StreamToken>(drawing, PdfScanner, out var stream)
                && stream.Decode(FilterProvider, PdfScanner).Length >= 0;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return false;
        }
    }

    protected override PageContent ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var context = new PageContext(
            ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix,
            ParsingOptions);
        var drawing = new PageDrawing(pageNumber, context, CancellationToken.None);
        var page = drawing.Process(pageNumber, []);
        try
        {
            drawing.Process(pageNumber, operations);
            new FieldAppearances(PdfScanner).Draw(dictionary, drawing);
        }
        catch (PageTooLargeException)
        {
            page.Faults++;
        }

        return page;
    }
}
