namespace EcqAnalyzer.Formats.Json;

/// <summary>What <c>ecq tag</c> takes from one line before it answers with an error: lines come from other programs.</summary>
public static class TagLimits
{
    /// <summary>Bytes of a line. The longest legal draft has some 60 KB; a whole book has a few megabytes.</summary>
    public const int LineBytes = 8 << 20;

    /// <summary>Sentences of a line: a book has some ten thousand.</summary>
    public const int Sentences = 20_000;

    /// <summary>Nesting of a line. A request has three levels.</summary>
    public const int Depth = 16;
}
