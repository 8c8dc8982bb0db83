using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>Says in the draft's own words what weighed most in a judgement of the classifier: the words that gave most to the
/// encoder's score, as they stand in the text. Of them those that carry meaning; where none of these gave anything, the phrases in which
/// the others stand.</summary>
internal static class WeightiestWords
{
    private const int Most = 3;

    /// <param name="encoded">The sentence as the encoder read it.</param>
    /// <param name="of">The class that is explained.</param>
    /// <param name="against">Another class that it is told apart from; null where there is none.</param>
    /// <param name="at">The sentence.</param>
    /// <param name="text">The text of the draft.</param>
    public static ImmutableArray<WeighedWords> Find(EncodedSentence encoded, int of, int? against, Sentence at, string text)
    {
        var (carrying, others) = (new List<WeighedWords>(Most + 1), new List<WeighedWords>(Most + 1));
        var (classes, token) = (encoded.Scores.Length, 0);
        for (var piece = 0; piece < encoded.Words.Length;)
        {
            token = TokenAt(at, token, encoded.Words[piece].Start);
            var gain = 0.0;
            for (; piece < encoded.Words.Length && TokenAt(at, token, encoded.Words[piece].Start) == token; piece++)
            {
                gain += encoded.Gains[(piece * classes) + of] - (against is { } other ? encoded.Gains[(piece * classes) + other] : 0);
            }

            if (gain > 0 && IsWord(at.Tokens[token].Span.Of(text)))
            {
                var carries = Carries(at.Tokens[token], text);
                Keep(carries ? carrying : others, new WeighedWords(carries ? at.Tokens[token].Span : PhraseOf(at.Tokens, token, text), gain));
            }
        }

        return carrying.Count > 0 ? [.. carrying] : [.. others];
    }

    /// <summary>The token that holds a character of the sentence, from <paramref name="from"/> on: the encoder may read a part of a word, or
    /// of a number.</summary>
    private static int TokenAt(Sentence sentence, int from, int character)
    {
        var at = from;
        while (at + 1 < sentence.Tokens.Length && sentence.Tokens[at].Span.End <= sentence.Span.Start + character)
        {
            at++;
        }

        return at;
    }

    /// <summary>Articles, prepositions and their like explain nothing. The writer does: who acts tells a deed.</summary>
    private static bool Carries(Token token, string text) =>
        token.Pos is "NOUN" or "PROPN" or "VERB" or "ADJ" or "ADV" or "NUM" or "SYM"
        || token.Span.Of(text) is "I" or "We" or "we" or "My" or "my" or "Our" or "our";

    /// <summary>From a word to the next that carries; where none follows, from the last that does.</summary>
    private static TextSpan PhraseOf(ImmutableArray<Token> tokens, int word, string text)
    {
        var (first, last) = (word, word);
        while (last < tokens.Length && !Carries(tokens[last], text))
        {
            last++;
        }

        if (last == tokens.Length)
        {
            last = word;
            while (first > 0 && !Carries(tokens[first], text))
            {
                first--;
            }
        }

        return new TextSpan(tokens[first].Span.Start, tokens[last].Span.End);
    }

    public static string Tell(ImmutableArray<WeighedWords> words, string text)
    {
        var told = "";
        foreach (var word in words)
        {
            var quoted = $"'{text[word.Span.Start..word.Span.End]}'";
            told = told.Contains(quoted) ? told : told.Length == 0 ? quoted : $"{told}, {quoted}";
        }

        return told.Length == 0 ? "learned from labelled sentences" : $"learned from labelled sentences; here above all {told}";
    }

    /// <summary>A sign may weigh, and explains nothing.</summary>
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
        {
            if (char.IsLetterOrDigit(sign) || sign is '%' or '$')
            {
                return true;
            }
        }

        return false;
    }

    private static void Keep(List<WeighedWords> best, WeighedWords word)
    {
        var place = best.FindIndex(each => each.Weight < word.Weight);
        best.Insert(place < 0 ? best.Count : place, word);
        if (best.Count > Most)
        {
            best.RemoveAt(Most);
        }
    }
}
