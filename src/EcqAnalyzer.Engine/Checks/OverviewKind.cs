using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Paragraphs of prose before the first ECQ, beyond what an overview may have.</summary>
public sealed class OverviewKind(int most, int words) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) =>
        new OverviewKind(settings.Keys.RequireWhole("paragraphs"), settings.Keys.RequireWhole("of-words"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (paragraphs, first) = (0, (TextSpan?)null);
        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is not null)
            {
                if (paragraphs > most)
                {
                    yield return new CheckHit(first, $"{paragraphs} paragraphs");
                }

                yield break;
            }

            foreach (var block in draft.Document.Draft.Blocks)
            {
                if (block.Kind == BlockKind.Paragraph && section.Span.Contains(block.Span)
                    && Words.Count(block.Span.Of(draft.Text)) >= words)
                {
                    paragraphs++;
                    first ??= block.Span;
                }
            }
        }
    }
}
