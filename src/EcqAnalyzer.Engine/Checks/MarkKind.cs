using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Sentences that the rules of a mark found, such as those of belief, and that tell no deed.</summary>
public sealed class MarkKind(string mark) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new MarkKind(settings.Keys.RequireText("is"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var last = -1;
        foreach (var evidence in draft.Analysis.Evidence)
        {
            if (evidence.Sentence != last && evidence.Label is MarkLabel label && label.Mark == mark
                && !draft.IsAccomplishment(evidence.Sentence) && !draft.IsHeading(evidence.Sentence))
            {
                last = evidence.Sentence;
                yield return new CheckHit(evidence.Span, $"'{evidence.Span.Of(draft.Text)}'");
            }
        }
    }
}
