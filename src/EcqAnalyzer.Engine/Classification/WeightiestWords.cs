using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>Says in the draft's own words what weighed most in a judgement of the classifier: the words that gave most to the
/// encoder's score, as they stand in the text.</summary>
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
        var best = new List<WeighedWords>(Most + 1);
        var classes = encoded.Scores.Length;
        for (var piece = 0; piece < encoded.Words.Length;)
        {
            var word = encoded.Words[piece];
            var gain = 0.0;
            for (; piece < encoded.Words.Length && encoded.Words[piece] == word; piece++)
            {
                gain += encoded.Gains[(piece * classes) + of] - (against is { } other ? encoded.Gains[(piece * classes) + other] : 0);
            }

            var span = new TextSpan(at.Span.Start + word.Start, at.Span.Start + word.End);
            if (gain > 0 && IsWord(span.Of(text)))
            {
                Keep(best, new WeighedWords(span, gain));
            }
        }

        return [.. best];
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
