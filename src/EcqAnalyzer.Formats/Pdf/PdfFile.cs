using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Logging;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>A PDF that could be opened: how many pages it has, and each of them. A page that cannot be read is null.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly PdfDocument _document;
    private readonly Layers? _layers;

    private PdfFile(PdfDocument document)
    {
        _document = document;
        _document.AddPageFactory<PageContent, PageFactory>();
        try
        {
            _layers = new Layers(_document);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Damaged settings of layers: everything is shown, as where there are none.
        }
    }

    public int Pages => _document.NumberOfPages;

    public static PdfFile Open(byte[] bytes)
    {
        var options = new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = ReadingLimits.PdfNesting,
            Logger = new Silence(),
        };
        try
        {
            return new PdfFile(PdfOpening.Open(bytes, options));
        }
        catch (PdfDocumentEncryptedException fault)
        {
            throw new PdfFaultException(PdfFault.Encrypted, fault);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new PdfFaultException(PdfFault.Damaged, fault);
        }
    }

    public PageContent? FindPage(int number)
    {
        try
        {
            var page = _document.GetPage<PageContent>(number);
            if (page.Layered.Count > 0)
            {
                _layers?.Apply(page);
            }

            return page;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    public void Dispose() => _document.Dispose();

    private sealed class Silence : ILog
    {
        public void Debug(string message)
        {
        }

        public void Debug(string message, Exception ex)
        {
        }

        public void Warn(string message)
        {
        }

        public void Error(string message)
        {
        }

        public void Error(string message, Exception ex)
        {
        }
    }
}
