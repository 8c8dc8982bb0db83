using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pronouns that a kind of draft does without, such as "I" in a resume; reported once, at the first, with how many
/// sentences hold one; not at all where a pronoun under <c>unless</c> stands anywhere. Headings are the form of a draft, not its telling: "How I meet the ECQs".</summary>
public sealed class PersonKind(HashSet<string> words, HashSet<string> others, int moreThan) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        var words = settings.Keys.FindTexts("words");
        if (words.IsEmpty)
        {
            settings.Keys.Faults.Add(CheckFaults.NothingToFind, settings.Keys.Place, "'words' lists the pronouns to look for");
        }

        var others = settings.Keys.FindTexts("unless");
        return new PersonKind(new HashSet<string>(words, StringComparer.Ordinal), new HashSet<string>(others, StringComparer.Ordinal), settings.Keys.RequireWhole("more-than"));
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (count, first) = (0, (TextSpan?)null);
        foreach (var sentence in draft.Document.Sentences)
        {
            if (draft.IsHeading(sentence.Index))
            {
                continue;
            }

            if (FindIn(sentence, draft.Text, others) is not null)
            {
                yield break;
            }

            if (FindIn(sentence, draft.Text, words) is { } span)
            {
                count++;
                first ??= span;
            }
        }

        if (first is { } at && count > moreThan)
        {
            yield return new CheckHit(at, $"{Words.Say(count, "sentence", "sentences")}, first '{at.Of(draft.Text)}'");
        }
    }

    private static TextSpan? FindIn(Sentence sentence, string text, HashSet<string> words)
    {
        foreach (var token in sentence.Tokens)
        {
            if (words.Contains(text[token.Span.Start..token.Span.End]))
            {
                return token.Span;
            }
        }

        return null;
    }
}
