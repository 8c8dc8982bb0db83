namespace EcqAnalyzer.Formats;

/// <summary>
/// What a reader takes from one file before it gives up: drafts come by mail from strangers. Every limit stands here, with
/// its reason; a file beyond one is refused with the limit named.
/// </summary>
public static class ReadingLimits
{
    /// <summary>A ten-page draft with pictures has a few megabytes; a scanned book has hundreds.</summary>
    public const long FileBytes = 50L << 20;

    /// <summary>Text of a draft, in UTF-16 units. The longest legal package, ten pages, has 40,000; a whole handbook 2 million.</summary>
    public const int TextLength = 8 << 20;
}
