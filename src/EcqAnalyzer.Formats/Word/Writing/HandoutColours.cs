namespace EcqAnalyzer.Formats.Word.Writing;

/// <summary>Colours as six hexadecimal digits, those of the page in report.css in its light dress. Ink on each ground keeps a
/// contrast of 4.5 to 1 at least.</summary>
internal static class HandoutColours
{
    public static string? Ink(HandoutMarks marks) =>
        marks.HasFlag(HandoutMarks.Gone) ? "A3261C"
        : marks.HasFlag(HandoutMarks.Added) ? "0B6B58"
        : marks.HasFlag(HandoutMarks.Quiet) ? "58616E"
        : null;

    /// <summary>The ground of a cell; null for the page's own.</summary>
    public static string? Ground(HandoutTint tint) => tint switch
    {
        HandoutTint.Head => "E6EEEA",
        HandoutTint.Accomplishment => "BFE3DA",
        HandoutTint.Duty => "F3DFB9",
        HandoutTint.Quiet => "EFEDE7",
        HandoutTint.Trouble => "F6D9D6",
        _ => null,
    };

    /// <summary>A bar on paper: 3 to 1 at least.</summary>
    public static string Fill(HandoutTint tint) => tint switch
    {
        HandoutTint.Accomplishment => "14876F",
        HandoutTint.Duty => "B97A14",
        HandoutTint.Trouble => "A3261C",
        _ => "58616E",
    };
}
