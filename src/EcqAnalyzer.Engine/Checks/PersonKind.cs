using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pronouns that a kind of draft does without, such as "I" in a resume; reported once, at the first, with how many
/// sentences hold one.</summary>
public sealed class PersonKind(ImmutableHashSet<string> words, int moreThan) : ICheckKind
{
    public static ICheckKind Read(YamlKeys keys)
    {
        var words = keys.FindTexts("words");
        if (words.IsEmpty)
        {
            keys.Faults.Add(CheckFaults.NothingToFind, keys.Place, "'words' lists the pronouns to look for");
        }

        return new PersonKind(words.ToImmutableHashSet(StringComparer.Ordinal), keys.RequireWhole("more-than"));
    }

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var text = analysis.Document.Draft.Text;
        var found = analysis.Document.Sentences
            .SelectMany(sentence => sentence.Tokens.Where(token => words.Contains(text[token.Span.Start..token.Span.End])).Take(1))
            .ToArray();
        if (found.Length > moreThan)
        {
            var span = found[0].Span;
            yield return new CheckHit(span, $"{found.Length} {(found.Length == 1 ? "sentence" : "sentences")}, first '{span.Of(text)}'");
        }
    }
}
