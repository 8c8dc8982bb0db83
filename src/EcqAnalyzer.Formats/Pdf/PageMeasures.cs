using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Measures how the pages are set up on what is drawn: a margin is what upright text of the body leaves free.</summary>
internal static class PageMeasures
{
    /// <summary>A page with fewer lines, such as a last one, tells nothing of its margins.</summary>
    private const int EnoughLines = 3;

    public static PageSetup Measure(List<PageLayout> pages)
    {
        var fonts = new FontTally();
        var (size, margins) = ((PageSize?)null, (Margins?)null);
        foreach (var page in pages)
        {
            fonts.Add(page.Content.Fonts);
            size ??= new PageSize(Round(page.Content.Width), Round(page.Content.Height));
            margins = Margins.Narrowest(margins, MarginsOf(page));
        }

        return new PageSetup(size, margins, fonts.ToUses());
    }

    public static int CountPictures(List<PageLayout> pages)
    {
        var pictures = 0;
        foreach (var page in pages)
        {
            pictures += page.Trust.IsScan || page.Lines.Count == 0 ? 0 : page.Content.Pictures;
        }

        return pictures;
    }

    private static Margins? MarginsOf(PageLayout page)
    {
        var (text, lines) = ((Box?)null, 0);
        foreach (var line in page.Lines)
        {
            if (!line.IsFurniture && line.Line.Frame.Angle == 0)
            {
                text = text?.Union(line.Line.Place) ?? line.Line.Place;
                lines++;
            }
        }

        return text is null || lines < EnoughLines
            ? null
            : new Margins(
                Margin(text.Left), Margin(text.Top), Margin(page.Content.Width - text.Right), Margin(page.Content.Height - text.Bottom));
    }

    private static double Margin(double points) => Math.Max(0, Round(points));

    private static double Round(double points) => Math.Round(points, 1);
}
