using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>What goes beyond a limit that the framework sets for this kind of draft: pages, characters of one ECQ, fonts and
/// their sizes, margins. What a file's format does not tell is not complained of.</summary>
public sealed class LimitKind(string of) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new LimitKind(
        settings.Keys.RequireOneOf("of", "pages", "characters-per-ecq", "font", "font-size", "margins"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var limits in draft.Analysis.Framework.Value.Limits)
        {
            if (limits.Kind != draft.Analysis.Kind.Value)
            {
                continue;
            }

            if (of == "characters-per-ecq")
            {
                foreach (var hit in OfEcqs(draft.Document, limits))
                {
                    yield return hit;
                }
            }
            else if (FindInWhole(draft.Document.Draft.Extraction, limits) is { } words)
            {
                yield return new CheckHit(null, words);
            }
        }
    }

    private string? FindInWhole(Extraction extraction, Limits limits) => of switch
    {
        "pages" when extraction.Pages > limits.Pages => $"{extraction.Pages} pages, and {limits.Pages} are allowed",
        "font" => PageLimits.FindFont(extraction.Setup, limits),
        "font-size" => PageLimits.FindSize(extraction.Setup, limits),
        "margins" => PageLimits.FindMargin(extraction.Setup, limits),
        _ => null,
    };

    private static IEnumerable<CheckHit> OfEcqs(Document document, Limits limits)
    {
        foreach (var section in document.Sections)
        {
            if (section.Ecq is not null && section.Heading.Length > 0 && section.Span.Length > limits.CharactersPerEcq)
            {
                yield return new CheckHit(
                    new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                    $"'{section.Heading}' has {Count(section.Span.Length)} characters, and {Count(limits.CharactersPerEcq.Value)} are allowed");
            }
        }
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
