using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary>What the classifier weighed, as a reader can follow it: whole words, and of them those that carry meaning. Where only
/// articles, prepositions and their like weighed, the phrases that they stand in.</summary>
internal static class CarryingWords
{
    public static ImmutableArray<WeighedWords> Of(Evidence evidence, Document document)
    {
        var (text, tokens) = (document.Draft.Text, document.Sentences[evidence.Sentence].Tokens);
        var weighed = evidence.Words.Select(words => (Token: TokenAt(words.Span, tokens), words.Weight)).ToList();
        var carrying = weighed.Where(each => Carries(tokens[each.Token], text)).ToList();
        return carrying.Count > 0
            ? Joined(carrying.Select(each => new WeighedWords(tokens[each.Token].Span, each.Weight)))
            : Joined(weighed.Select(each => new WeighedWords(PhraseOf(each.Token, tokens, text), each.Weight)));
    }

    /// <summary>The encoder may read a part of a word, or of a number.</summary>
    private static int TokenAt(TextSpan span, ImmutableArray<Token> tokens)
    {
        var at = 0;
        while (at + 1 < tokens.Length && tokens[at].Span.End <= span.Start)
        {
            at++;
        }

        return at;
    }

    /// <summary>The writer carries too: who acts tells a deed.</summary>
    private static bool Carries(Token token, string text) =>
        token.Pos is "NOUN" or "PROPN" or "VERB" or "ADJ" or "ADV" or "NUM" or "SYM"
        || text[token.Span.Start..token.Span.End] is "I" or "We" or "we" or "My" or "my" or "Our" or "our";

    /// <summary>From the word to the next that carries; where none follows, from the last that does.</summary>
    private static TextSpan PhraseOf(int token, ImmutableArray<Token> tokens, string text)
    {
        var next = token;
        while (next < tokens.Length && !Carries(tokens[next], text))
        {
            next++;
        }

        if (next < tokens.Length)
        {
            return new TextSpan(tokens[token].Span.Start, tokens[next].Span.End);
        }

        var last = token;
        while (last > 0 && !Carries(tokens[last], text))
        {
            last--;
        }

        return new TextSpan(tokens[last].Span.Start, tokens[token].Span.End);
    }

    /// <summary>Those that touch the same words are one, and weigh together.</summary>
    private static ImmutableArray<WeighedWords> Joined(IEnumerable<WeighedWords> words)
    {
        var joined = new List<WeighedWords>();
        foreach (var each in words.OrderBy(each => each.Span.Start))
        {
            if (joined.Count > 0 && joined[^1] is var last && each.Span.Start < last.Span.End)
            {
                joined[^1] = new WeighedWords(new TextSpan(last.Span.Start, Math.Max(last.Span.End, each.Span.End)), last.Weight + each.Weight);
            }
            else
            {
                joined.Add(each);
            }
        }

        return [.. joined.OrderByDescending(each => each.Weight)];
    }
}
