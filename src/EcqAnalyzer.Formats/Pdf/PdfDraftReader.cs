using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// From the bytes of a PDF to a draft, in this process: START HERE to see how a PDF is read. It runs in a process of its own
/// (<see cref="PdfReader"/> starts it), since some files take down whoever reads them.
/// </summary>
internal static class PdfDraftReader
{
    public static Draft Read(DraftSource source, CancellationToken cancellation) => Read(source, PdfProgress.Unwatched, cancellation);

    public static Draft Read(DraftSource source, PdfProgress progress, CancellationToken cancellation)
    {
        using var file = PdfFile.Open(source.Bytes.ToArray());
        var pages = new PageReading(file, progress, cancellation).ReadAll();
        progress.Begin(PdfProgress.AllRead);
        pages.ThrowIfNothingRead();

        PageFurniture.Mark(pages.Layouts);
        var paragraphs = PageJoiner.Join([.. pages.Layouts.Select(ParagraphGrouper.Group)]);
        Headings.Mark(paragraphs);
        ListLevels.Mark(paragraphs);

        var draft = new DraftBuilder();
        var writer = new PdfDraftWriter(draft, new Hyphenation(paragraphs));
        foreach (var paragraph in paragraphs)
        {
            writer.Write(paragraph);
        }

        PdfNotes.Write(draft, pages, paragraphs);
        (draft.Setup, draft.Pictures) = (PageMeasures.Measure(pages.Layouts), PageMeasures.CountPictures(pages.Layouts));
        return draft.Build(source, DraftFormat.Pdf, file.Pages);
    }
}
