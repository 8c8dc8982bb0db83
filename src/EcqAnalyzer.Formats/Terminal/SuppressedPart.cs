using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>What was kept silent at somebody's wish, why, and how often it would have spoken: a reader of the report must not
/// take silence for soundness.</summary>
internal static class SuppressedPart
{
    public static void Write(Page page, Analysis analysis)
    {
        if (analysis.Suppressed.IsEmpty)
        {
            return;
        }

        page.Title("Kept silent");
        foreach (var (wish, times) in analysis.Suppressed)
        {
            var count = times == 0 ? "would not have spoken here" : $"would have spoken {Wording.Count(times, "time")}";
            page.Wrapped(
                4,
                new Ink($"  {page.Printed(wish.Id)}", Tint.Strong),
                $"{page.Dash} {page.Printed(wish.Reason)}",
                new Ink($"({count}; {page.Printed(wish.From)})", Tint.Faint));
        }
    }
}
