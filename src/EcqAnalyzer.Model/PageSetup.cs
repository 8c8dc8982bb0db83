using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>
/// How the pages of a draft are set up, in points (1/72 inch). A Word file says it; of a PDF it is measured on what is drawn.
/// <see cref="Fonts"/> are those in use, the one with the most characters first.
/// </summary>
public sealed record PageSetup(PageSize? Size, Margins? Margins, ImmutableArray<FontUse> Fonts)
{
    public static PageSetup Unknown { get; } = new(null, null, []);
}

public sealed record PageSize(double Width, double Height);

/// <summary>The narrowest margin of each side on any page, running headers and footers left out.</summary>
public sealed record Margins(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Of two pages, each side as the narrower has it; null where neither tells.</summary>
    public static Margins? Narrowest(Margins? one, Margins? other) => one is null || other is null
        ? one ?? other
        : new Margins(
            Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top),
            Math.Min(one.Right, other.Right), Math.Min(one.Bottom, other.Bottom));
}

/// <summary>How many characters, white space left out, are set in a font of this family and size.</summary>
public sealed record FontUse(string Name, double Size, int Characters);
