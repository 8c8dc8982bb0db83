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

    /// <summary>Pages of a PDF that are read; the rest is said. Ten make the longest package; the largest handbooks have a thousand.</summary>
    public const int PdfPages = 1500;

    /// <summary>Letters on one page. A page of close print has 10,000, a wall chart 100,000.</summary>
    public const int PdfLettersPerPage = 200_000;

    /// <summary>Drawing operations of one page, its embedded drawings included. A city map has a million.</summary>
    public const long PdfOperationsPerPage = 5_000_000;

    /// <summary>Drawing operations of one page that may fail. Each takes some hundredths of a millisecond; beyond, it is noise.</summary>
    public const int PdfFaultsPerPage = 20_000;

    /// <summary>Straight lines on one page that are looked at as the frame of a table. A form of many boxes has a thousand.</summary>
    public const int PdfRulesPerPage = 3_000;

    /// <summary>Embedded drawings ("forms") within each other. Real files nest three or four; cyclic ones for ever.</summary>
    public const int PdfFormDepth = 12;

    /// <summary>Embedded drawings run on one page. A few that each draw two others make millions.</summary>
    public const int PdfFormsPerPage = 5_000;

    /// <summary>Levels of arrays and dictionaries within each other. Real files have under twenty.</summary>
    public const int PdfNesting = 200;

    /// <summary>Stack of the thread that reads a PDF, in bytes: the library recurses where a file nests.</summary>
    public const int PdfStackBytes = 64 << 20;

    /// <summary>After so long on the processor no further page of a PDF is begun, and those read so far are the draft. A page
    /// takes some hundredths of a second.</summary>
    public static readonly TimeSpan PdfReadingTime = TimeSpan.FromSeconds(8);

    /// <summary>Likewise, by the clock on the wall: a busy machine takes twenty times as long.</summary>
    public static readonly TimeSpan PdfWaitingTime = TimeSpan.FromSeconds(45);

    /// <summary>After so long on the processor the process that reads a PDF is ended from outside, whatever it does.</summary>
    public static readonly TimeSpan PdfProcessTime = TimeSpan.FromSeconds(16);

    /// <summary>A page that takes longer on the processor is given up, and the others are read without it. The heaviest real
    /// pages take half a second.</summary>
    public static readonly TimeSpan PdfPageTime = TimeSpan.FromSeconds(5);

    /// <summary>After so long by the clock on the wall that process is ended, though it has hardly worked.</summary>
    public static readonly TimeSpan PdfClockTime = TimeSpan.FromSeconds(90);

    /// <summary>Pages that may each end the process that reads a PDF before the file is given up.</summary>
    public const int PdfBadPages = 3;

    /// <summary>What the process that reads a PDF may take for its objects, in bytes. A long report takes under 200 MB.</summary>
    public const long PdfHeapBytes = 400L << 20;

    /// <summary>What that process may hand back, in bytes: the longest text with a place for each word.</summary>
    public const long PdfAnswerBytes = 128L << 20;

    /// <summary>Entries of one Word package. A book with a picture on every page has some two thousand.</summary>
    public const int PackageEntries = 20_000;

    /// <summary>What one part of a Word package may unpack to. The main part of a 300-page handbook has 10 MB.</summary>
    public const long PartBytes = 64L << 20;

    /// <summary>What all parts that are read from one Word package may unpack to together.</summary>
    public const long UnpackedBytes = 96L << 20;

    /// <summary>Unpacked to packed size of one part. Word's XML packs 10 to 30 times, a huge empty table 150 times, and
    /// the packing method itself stops at 1,032 times.</summary>
    public const int UnpackingRatio = 300;

    /// <summary>Below this size the ratio is not looked at: small parts of repeated markup are honest and harmless.</summary>
    public const long UnquestionedBytes = 16L << 20;

    /// <summary>One tag with its attributes, or one stretch of text. Old drawings carry pictures in an attribute.</summary>
    public const long TagBytes = 8L << 20;

    /// <summary>Equals signs in one tag or one stretch of text, about as many as attributes. Real tags have up to 60; the time
    /// that an XML reader takes for a tag grows with their square.</summary>
    public const int TagAttributes = 2_000;

    /// <summary>Nesting of elements in one part. Tables in text boxes in tables reach 60; the namespaces of all
    /// open elements are held in memory.</summary>
    public const int XmlDepth = 500;

    /// <summary>Different names of elements, attributes and namespaces in one part. Word itself knows some four thousand.</summary>
    public const int XmlNames = 50_000;

    /// <summary>Paragraphs of a Word file, empty ones too. A 1,000-page book has 40,000.</summary>
    public const int Paragraphs = 400_000;

    /// <summary>Headers and footers that are read. A section has up to six.</summary>
    public const int HeadersAndFooters = 300;

    /// <summary>Diagrams and embedded documents that are looked at one by one. The rest is only counted.</summary>
    public const int Diagrams = 200;

    /// <summary>Markdown longer than this, in UTF-16 units, is read as plain text: a table of one-letter cells takes 300 bytes of
    /// memory a character to parse.</summary>
    public const int MarkdownLength = 1 << 20;

    /// <summary>Opening brackets in Markdown: beyond, it is read as plain text, since finding links that never close takes time
    /// with their square. Half a second at this limit.</summary>
    public const int MarkdownLinks = 20_000;
}
