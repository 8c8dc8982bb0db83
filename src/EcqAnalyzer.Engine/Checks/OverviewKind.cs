using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Paragraphs of prose before the first ECQ, beyond what an overview may have.</summary>
public sealed class OverviewKind(int most, int words) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) =>
        new OverviewKind(settings.Keys.RequireWhole("paragraphs"), settings.Keys.RequireWhole("of-words"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (paragraphs, first, end) = (0, (TextSpan?)null, StartOfEcqs(draft.Document));
        foreach (var block in draft.Document.Draft.Blocks)
        {
            if (block.Span.End <= end && block.Kind == BlockKind.Paragraph && WordCount.Of(block.Span.Of(draft.Text)) >= words)
            {
                paragraphs++;
                first ??= block.Span;
            }
        }

        if (paragraphs > most)
        {
            yield return new CheckHit(first, $"{paragraphs} paragraphs");
        }
    }

    /// <summary>0 where no section is an ECQ's.</summary>
    private static int StartOfEcqs(Document document)
    {
        foreach (var section in document.Sections)
        {
            if (section.Ecq is not null)
            {
                return section.Span.Start;
            }
        }

        return 0;
    }
}
