using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Words in a row, each as it stands or in its dictionary form, in any case.</summary>
public sealed class PhraseKind(ImmutableArray<string[]> phrases) : ICheckKind
{
    public static ICheckKind Read(YamlKeys keys)
    {
        var phrases = keys.FindTexts("words");
        if (phrases.IsEmpty)
        {
            keys.Faults.Add(CheckFaults.NothingToFind, keys.Place, "'words' lists the phrases to look for");
        }

        return new PhraseKind([.. phrases.Select(phrase => phrase.ToLowerInvariant().Split(' '))]);
    }

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var text = analysis.Document.Draft.Text;
        foreach (var sentence in analysis.Document.Sentences)
        {
            foreach (var phrase in phrases)
            {
                if (FindIn(sentence, phrase, text) is { } span)
                {
                    yield return new CheckHit(span, $"'{span.Of(text)}'");
                }
            }
        }
    }

    private static TextSpan? FindIn(Sentence sentence, string[] phrase, string text)
    {
        for (var i = 0; i + phrase.Length <= sentence.Tokens.Length; i++)
        {
            if (FitsAt(i, sentence, phrase, text))
            {
                return new TextSpan(sentence.Tokens[i].Span.Start, sentence.Tokens[i + phrase.Length - 1].Span.End);
            }
        }

        return null;
    }

    private static bool FitsAt(int start, Sentence sentence, string[] phrase, string text)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!Fits(sentence.Tokens[start + i], phrase[i], text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(Token token, string word, string text) =>
        token.Lemma == word || token.Span.Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
