using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pronouns that a kind of draft does without, such as "I" in a resume; reported once, at the first, with how many
/// sentences hold one.</summary>
public sealed class PersonKind(HashSet<string> words, int moreThan) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        var words = settings.Keys.FindTexts("words");
        if (words.IsEmpty)
        {
            settings.Keys.Faults.Add(CheckFaults.NothingToFind, settings.Keys.Place, "'words' lists the pronouns to look for");
        }

        return new PersonKind(new HashSet<string>(words, StringComparer.Ordinal), settings.Keys.RequireWhole("more-than"));
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (count, first) = (0, (TextSpan?)null);
        foreach (var sentence in draft.Document.Sentences)
        {
            if (FindIn(sentence, draft.Text) is { } span)
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

    private TextSpan? FindIn(Sentence sentence, string text)
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
