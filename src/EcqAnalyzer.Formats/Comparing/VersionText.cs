using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>Of a saved report: what other rules and models make of the same text, which is nobody's work on the draft.</summary>
internal static class VersionText
{
    private const int MostParts = 6;

    public static void Write(Page page, Comparison comparison)
    {
        if (comparison.Version is not { } version)
        {
            return;
        }

        page.Title("What you did not change");
        if (version.IsNothing)
        {
            page.Wrapped(2, "  ", $"The saved report was made by the same rules and models (version {version.OldEngine}): all differences above are yours.");
            return;
        }

        page.Wrapped(2, "  ", $"The saved report was made by {Makers(version)}. All differences above are counted without that: both versions "
            + "were judged by the rules and models of today. In the old text, which nobody changed, those alone make this:");
        foreach (var shift in version.Scores)
        {
            page.Wrapped(6, new Ink($"  {shift.Competency.Name}:", Tint.Strong), Told(page, shift));
        }

        string?[] others =
        [
            version.Types.IsEmpty ? null : $"{Wording.Count(version.Types.Length, "sentence is", "sentences are")} taken for another type",
            version.NoLongerFound.IsEmpty ? null : $"{Wording.Count(version.NoLongerFound.Length, "finding is", "findings are")} not made any more",
            version.NowFound.IsEmpty ? null : $"{Wording.Count(version.NowFound.Length, "finding is", "findings are")} new",
        ];
        var told = string.Join("; ", others.OfType<string>());
        page.Wrapped(2, "  ", told.Length > 0 ? $"{char.ToUpperInvariant(told[0])}{told[1..]}." : version.Scores.IsEmpty ? "Nothing." : "");
    }

    private static string Makers(VersionEffect version)
    {
        var engine = version.OldEngine == version.NewEngine ? "this version of the program" : $"version {version.OldEngine}, this is {version.NewEngine}";
        var more = version.Parts.Length > MostParts ? $" and {version.Parts.Length - MostParts} more" : "";
        return version.Parts.IsEmpty
            ? $"{engine}, with the same rules and models"
            : $"{engine}, with other rules or models ({string.Join(", ", version.Parts.Take(MostParts))}{more})";
    }

    private static string Told(Page page, ScoreShift shift) => shift.Then is { } then
        ? $"rung {(int)then.Rung} {ComparisonText.Arrow(page)} {(int)shift.Now.Rung}, accomplishments {Points.Plain(then.Accomplishment)} "
            + $"{ComparisonText.Arrow(page)} {Points.Plain(shift.Now.Accomplishment)}, duties {Points.Plain(then.Duty)} {ComparisonText.Arrow(page)} {Points.Plain(shift.Now.Duty)}"
        : $"rung {(int)shift.Now.Rung}, accomplishments {Points.Plain(shift.Now.Accomplishment)}; it had no score before";
}
