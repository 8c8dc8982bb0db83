using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pronouns that a kind of draft does without, such as "I" in a resume; reported once, at the first, with how many
/// sentences hold one.</summary>
public sealed class PersonKind(IReadOnlySet<string> words, int moreThan) : ICheckKind
{
    public static ICheckKind Read(YamlKeys keys)
    {
        var words = keys.FindTexts("words");
        if (words.IsEmpty)
        {
            keys.Faults.Add(CheckFaults.NothingToFind, keys.Place, "'words' lists the pronouns to look for");
        }

        return new PersonKind(new HashSet<string>(words, StringComparer.Ordinal), keys.RequireWhole("more-than"));
    }

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var text = analysis.Document.Draft.Text;
        var (count, first) = (0, default(TextSpan));
        foreach (var sentence in analysis.Document.Sentences)
        {
            if (FindIn(sentence, text) is { } span)
            {
                first = count == 0 ? span : first;
                count++;
            }
        }

        if (count > moreThan)
        {
            yield return new CheckHit(first, $"{count} {(count == 1 ? "sentence" : "sentences")}, first '{first.Of(text)}'");
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
