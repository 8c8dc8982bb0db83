using System.Globalization;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>Points of a strength as they are printed: at most two decimals, in which quarters are exact.</summary>
internal static class Points
{
    public static string Plain(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Signed(double points) => points.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);
}
