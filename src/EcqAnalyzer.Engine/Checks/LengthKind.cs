using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Sentences or paragraphs of more words than a tired reader takes in; reported once, at the longest.</summary>
public sealed class LengthKind(bool isOfSentences, int words) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new LengthKind(
        settings.Keys.RequireOneOf("of", "sentences", "paragraphs") == "sentences", settings.Keys.RequireWhole("more-than-words"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (count, longest, span) = (0, 0, default(TextSpan));
        void Take(TextSpan part)
        {
            var length = WordCount.Of(part.Of(draft.Text));
            count += length > words ? 1 : 0;
            (longest, span) = length > longest ? (length, part) : (longest, span);
        }

        if (isOfSentences)
        {
            foreach (var sentence in draft.Document.Sentences)
            {
                Take(sentence.Span);
            }
        }
        else
        {
            foreach (var block in draft.Document.Draft.Blocks)
            {
                Take(block.Kind == BlockKind.PageFurniture ? default : block.Span);
            }
        }

        if (count > 0)
        {
            var many = isOfSentences ? Words.Say(count, "sentence", "sentences") : Words.Say(count, "paragraph", "paragraphs");
            yield return new CheckHit(span, $"{many} of more than {words} words, the longest of {longest}");
        }
    }
}
