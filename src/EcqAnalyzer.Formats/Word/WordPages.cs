using System.Globalization;
using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>Reads the size and margins of the pages of a section, in points.</summary>
internal static class WordPages
{
    private const double TwipsPerPoint = 20;

    public static PageSize? ReadSize(XmlReader xml) =>
        Length(xml, "w") is > 0 and var width && Length(xml, "h") is > 0 and var height ? new PageSize(width, height) : null;

    /// <summary>The gutter is taken for one at the left, where it nearly always is. A top or bottom below zero means that
    /// running text may not push it.</summary>
    public static Margins? ReadMargins(XmlReader xml) =>
        Length(xml, "left") is { } left && Length(xml, "top") is { } top
        && Length(xml, "right") is { } right && Length(xml, "bottom") is { } bottom
            ? new Margins(left + (Length(xml, "gutter") ?? 0), Math.Abs(top), right, Math.Abs(bottom))
            : null;

    /// <summary>A length in twentieths of a point, or, in strict files, with its unit.</summary>
    private static double? Length(XmlReader xml, string name)
    {
        var written = WordNames.Attribute(xml, name) ?? (name is "left" ? WordNames.Attribute(xml, "start") : null)
            ?? (name is "right" ? WordNames.Attribute(xml, "end") : null);
        if (written is null)
        {
            return null;
        }

        var (scale, number) = written switch
        {
            [.. var inches, 'i', 'n'] => (72, inches),
            [.. var points, 'p', 't'] => (1, points),
            [.. var millimeters, 'm', 'm'] => (72 / 25.4, millimeters),
            [.. var centimeters, 'c', 'm'] => (72 / 2.54, centimeters),
            _ => (1 / TwipsPerPoint, written),
        };
        var isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var length);
        return isNumber && Math.Abs(length * scale) < 1e5 ? Math.Round(length * scale, 2) : null;
    }
}
