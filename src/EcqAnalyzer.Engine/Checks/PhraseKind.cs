using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Phrases in the notation of rule packs: each place, or, with <c>more-than</c>, once with how many there are.</summary>
public sealed class PhraseKind(Rule phrases, int? moreThan) : ICheckKind
{
    public ImmutableArray<Rule> Phrases => [phrases];

    public static ICheckKind Read(CheckSettings settings) =>
        new PhraseKind(settings.RequirePhrases("find"), settings.Keys.FindWhole("more-than"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var found = draft.PhrasesOf(phrases.Id);
        var (count, first) = (0, (CheckHit?)null);
        foreach (var place in found)
        {
            if (draft.IsHeading(place.Sentence))
            {
                continue;
            }

            var hit = new CheckHit(place.Span, $"'{place.Span.Of(draft.Text)}'");
            if (moreThan is null)
            {
                yield return hit;
            }

            count++;
            first ??= hit;
        }

        if (first is not null && count > moreThan)
        {
            yield return first with { Words = $"{count} times, first {first.Words}" };
        }
    }
}
