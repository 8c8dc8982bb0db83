using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Compares how pages are set up with what is allowed, and says the difference in words.</summary>
internal static class PageLimits
{
    private const double PointsPerInch = 72;

    /// <summary>Margins measured on a drawn page differ from those set by the overhang of letters.</summary>
    private const double MarginTolerance = 0.04;

    /// <summary>Sizes on a drawn page carry the rounding of whoever wrote it.</summary>
    private const double SizeTolerance = 0.2;

    /// <summary>Text in another font or size that is worth saying; below it are bullets, superscripts and strays.</summary>
    private const double LeastShare = 0.05;

    public static string? FindFont(PageSetup? setup, Limits limits)
    {
        if (setup is null || limits.Fonts.IsEmpty)
        {
            return null;
        }

        var (all, other, name) = (0, 0, "");
        foreach (var font in setup.Fonts)
        {
            all += font.Characters;
            if (!IsAllowed(font.Name, limits))
            {
                other += font.Characters;
                name = name.Length == 0 ? font.Name : name;
            }
        }

        return other > LeastShare * all
            ? $"{(other == all ? "All" : Percent(other, all))} of the text is in {name}, and {string.Join(" or ", limits.Fonts)} is asked for"
            : null;
    }

    public static string? FindSize(PageSetup? setup, Limits limits)
    {
        if (setup is null || limits.FontSize is not { } least)
        {
            return null;
        }

        var (all, small, smallest) = (0, 0, double.MaxValue);
        foreach (var font in setup.Fonts)
        {
            all += font.Characters;
            if (font.Size < least - SizeTolerance)
            {
                small += font.Characters;
                smallest = Math.Min(smallest, font.Size);
            }
        }

        return small > LeastShare * all
            ? $"{Percent(small, all)} of the text is smaller than {Number(least)} point, down to {Number(smallest)}"
            : null;
    }

    public static string? FindMargin(PageSetup? setup, Limits limits)
    {
        if (setup?.Margins is not { } margins || limits.Margin is not { } least)
        {
            return null;
        }

        var (side, narrowest) = ("left", margins.Left);
        (side, narrowest) = margins.Right < narrowest ? ("right", margins.Right) : (side, narrowest);
        (side, narrowest) = margins.Top < narrowest ? ("top", margins.Top) : (side, narrowest);
        (side, narrowest) = margins.Bottom < narrowest ? ("bottom", margins.Bottom) : (side, narrowest);
        var inches = narrowest / PointsPerInch;
        return inches < least - MarginTolerance
            ? $"the {side} margin is {Number(Math.Round(inches, 2))} inches, and {(least == 1 ? "1 is" : $"{Number(least)} are")} asked for"
            : null;
    }

    private static bool IsAllowed(string font, Limits limits) => IsAmong(font, limits.Fonts) || IsAmong(font, limits.FontStandIns);

    private static bool IsAmong(string font, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (Plain(name) == Plain(font))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names as files write them: with and without spaces.</summary>
    private static string Plain(string font) => font.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Percent(int part, int whole) => $"{Math.Round(100.0 * part / whole)} %";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
