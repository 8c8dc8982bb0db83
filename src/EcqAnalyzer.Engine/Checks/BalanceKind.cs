using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs whose section is much shorter than the longest of them.</summary>
public sealed class BalanceKind(double atLeast) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new BalanceKind(settings.RequireShare("at-least"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        Section? longest = null;
        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is not null && section.Span.Length > (longest?.Span.Length ?? 0))
            {
                longest = section;
            }
        }

        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is not null && section.Heading.Length > 0 && section.Span.Length < atLeast * longest!.Span.Length)
            {
                yield return new CheckHit(
                    new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                    $"'{section.Heading}' is {Math.Round(100.0 * section.Span.Length / longest.Span.Length)} % as long as '{longest.Heading}'");
            }
        }
    }
}
